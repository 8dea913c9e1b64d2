"""One indicator of one organisation over time → where its values cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from attrs import evolve

from paitou.figures.checks.board import Board, Levels, plain, told
from paitou.figures.checks.shifted import shifted_issues
from paitou.figures.derived import places_in
from paitou.figures.intervals import Interval
from paitou.figures.measuring import same_kind
from paitou.indicators import Additivity, Dimension, Indicator, Prices
from paitou.model import Figure, Issue, Level, Measure, PeriodKind

JUMP = 10
#: Below this, things counted may well grow tenfold in a year.
_FEW = 100
#: Growth of these is published for the same firms in both years, whatever the levels say.
_MATCHED = re.compile(r"规上|限上|规模以上|限额以上|四上")
_SLIPS = {
    Decimal(100_000_000): "差约一亿倍，像是把元当成了亿元",
    Decimal(10_000): "差约一万倍，像是万元和亿元（或元和万元）写错了",
    Decimal(1000): "差约一千倍，像是小数点或单位写错了",
    Decimal(100): "差约一百倍，像是小数点或单位写错了",
    Decimal(10): "差约十倍，像是小数点或单位写错了",
}
_FULL = {"%": Decimal(100), "‰": Decimal(1000)}


def series_issues(board: Board) -> Iterator[Issue]:
    """Yield falling totals, odd growth, jumps, shares over 100, rows moved by a year."""
    for (indicator_id, _), by_org in board.levels.items():
        known = board.known(indicator_id)
        for levels in by_org.values():
            if known and known.dimension is Dimension.SHARE:
                yield from _over_full(board, levels)
            if _is_amount(known, levels):
                yield from _jumps(board, levels)
            if known and known.additivity is Additivity.SUM and known.is_never_negative:
                yield from _falls(board, levels)
    yield from _growth_issues(board)
    yield from shifted_issues(board)


def _is_amount(known: Indicator | None, levels: Levels) -> bool:
    """Of unknown indicators only money is known for one: the others may be ranks."""
    if known:
        return known.is_never_negative
    return any(figure.unit.base.endswith("元") for figure in levels.values())


def _over_full(board: Board, levels: Levels) -> Iterator[Issue]:
    for figure in levels.values():
        full = _FULL.get(figure.unit.base)
        if full and not Interval(Decimal(0), full).meets(_sure(figure)):
            yield board.issue(
                "figure-share-out-of-range",
                (figure,),
                f"{board.title(figure)}{told(figure)}，占比应在0到{full}{figure.unit.text}之间",
                "核对数值和单位；若不是占比，改用别的指标名称",
            )


def _jumps(board: Board, levels: Levels) -> Iterator[Issue]:
    for period, after in levels.items():
        before = levels.get(period.shifted(-1)) or levels.get(period.shifted(-2))
        if before is None or period.kind is PeriodKind.SPAN:
            continue
        old, new = _base(before), _base(after)
        if old <= 0 or new <= 0 or (old <= new * JUMP and new <= old * JUMP):
            continue
        if max(old, new) < _FEW or not same_kind(before.unit, after.unit):
            continue
        yield board.issue(
            "figure-jump",
            (before, after),
            f"{board.title(after)}{told(after)}，{before.period.label}是{told(before)}，"
            f"{_slip(old, new)}",
            "核对两个数的单位和小数点；属实的，在备注里说明原因",
        )


def _slip(old: Decimal, new: Decimal) -> str:
    ratio = max(old, new) / min(old, new)
    return next(words for power, words in _SLIPS.items() if ratio * 3 > power)


def _falls(board: Board, levels: Levels) -> Iterator[Issue]:
    by_year: dict[int, list[Figure]] = {}
    for period, figure in levels.items():
        if period.is_from_january:
            by_year.setdefault(period.year, []).append(figure)
    for figures in by_year.values():
        ordered = sorted(figures, key=lambda figure: figure.period.last_month)
        for before, after in pairwise(ordered):
            if _base(after) < _base(before) and _is_less(after, before):
                yield board.issue(
                    "figure-cumulative-falls",
                    (before, after),
                    f"{board.title(after)}{told(after)}，少于同年{before.period.label}的"
                    f"{told(before)}，累计数不会变小",
                    "核对是不是把当期数填成了累计数，或单位、期次写错了",
                )


def _is_less(one: Figure, other: Figure) -> bool:
    return same_kind(one.unit, other.unit) and _sure(one).is_below(_sure(other))


def _growth_issues(board: Board) -> Iterator[Issue]:
    for (indicator_id, org, measure, definition), series in board.ledger:
        if measure is not Measure.GROWTH:
            continue
        levels = board.orgs(indicator_id, definition).get(org)
        if not levels or not _grows_as_levels(board.known(indicator_id)):
            continue
        for vintages in series.by_period.values():
            for growth in vintages:
                yield from _growth_of(board, growth, levels)


def _grows_as_levels(known: Indicator | None) -> bool:
    """Real growth never follows from levels, nor does that of firms in a sample."""
    if known is None or known.nominal is Prices.REAL:
        return False
    has_levels = known.is_never_negative or known.dimension is Dimension.PER_CAPITA
    return has_levels and not _MATCHED.search(known.name)


def _growth_of(board: Board, growth: Figure, levels: Levels) -> Iterator[Issue]:
    after = levels.get(growth.period)
    before = levels.get(growth.period.shifted(-1))
    is_odd = growth.prices == Prices.REAL or growth.unit.base != "%"
    if after is None or before is None or is_odd or _MATCHED.search(growth.indicator):
        return
    if _base(before) <= 0 or not same_kind(before.unit, after.unit):
        return
    ratio = (_sure(after) / _sure(before)).scaled(Decimal(100))
    computed = ratio - Interval(Decimal(100), Decimal(100))
    if not isinstance(growth.value, Decimal) or computed.meets(_sure(growth)):
        return
    number = (_base(after) / _base(before) - 1) * 100
    issue = board.issue(
        "figure-growth-differs",
        (growth, after, before),
        f"{board.title(growth)}{told(growth)}，而按{told(before)}到{told(after)}算得"
        f"{plain(number, max(1, places_in(growth, growth.unit)))}%",
        "多为上年基数调整过或按可比口径公布，属实的在备注里说明；否则改正有误的一个",
    )
    yield evolve(issue, level=Level.HINT)


def _base(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Decimal)  # noqa: S101 (a board holds numbers only)
    return figure.value * figure.unit.scale


def _sure(figure: Figure) -> Interval:
    return Interval.surely(figure) or Interval(None, None)
