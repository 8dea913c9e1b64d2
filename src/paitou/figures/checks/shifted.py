"""Series of one thing from two sources → whether one has its rows moved by a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import permutations

from paitou.figures.checks.board import Board, told
from paitou.model import Figure, Issue, Measure, Period, PeriodKind

#: A value of fewer digits than this returns by chance.
_DIGITS = 4
_ENOUGH = 3
Rows = Mapping[Period, Figure]


def shifted_issues(board: Board) -> Iterator[Issue]:
    """Yield where every value of a source is another's of the year before."""
    for (_, _, measure, _), series in board.ledger:
        if measure is not Measure.LEVEL or len(series.by_period) < 2:
            continue
        sources: dict[str, dict[Period, Figure]] = {}
        for period, vintages in series.by_period.items():
            for figure in vintages:
                if period.kind is PeriodKind.YEAR and isinstance(figure.value, Decimal):
                    sources.setdefault(figure.source, {})[period] = figure
        for one, other in permutations(sorted(sources), 2):
            yield from _shifted(board, sources[one], sources[other])


def _shifted(board: Board, rows: Rows, late: Rows) -> Iterator[Issue]:
    """Compare `late` with what `rows` has for the year before."""
    both = rows.keys() & late.keys()
    if any(_same(rows[period], late[period]) for period in both):
        return
    moved = {
        period: late[period.shifted(1)] for period in rows if period.shifted(1) in late
    }
    equal = sorted(p for p, figure in moved.items() if _same(rows[p], figure))
    if len(equal) < len(moved) or not equal:
        return
    first = rows[equal[0]]
    if len(equal) < _ENOUGH and not (both and _digits(first) >= _DIGITS):
        return
    yield board.issue(
        "figure-series-shifted",
        (first, moved[equal[0]]),
        f"{board.title(first)}{told(first)}与另一来源{moved[equal[0]].period.label}的"
        f"{told(moved[equal[0]])}相同，同年的数却不同，像是整行错了一年",
        "核对后一来源各年的数是否依次填晚了一年",
    )


def _digits(figure: Figure) -> int:
    return len(figure.value.as_tuple().digits) if isinstance(figure.value, Decimal) else 0


def _same(one: Figure, other: Figure) -> bool:
    assert isinstance(one.value, Decimal)  # noqa: S101 (gathered as numbers)
    assert isinstance(other.value, Decimal)  # noqa: S101
    return one.value * one.unit.scale == other.value * other.unit.scale
