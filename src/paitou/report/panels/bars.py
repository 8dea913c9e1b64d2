"""Judged targets → bars of what is done, the strongest or the furthest behind first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from paitou.model import Attainment, Nature, Standing, Statement
from paitou.render.charts import ShareBar, StandingBars, StandingRow
from paitou.render.signs import sign_of
from paitou.render.standing_words import standing_value
from paitou.report.answers import gap
from paitou.report.final_rows import goal_words, level_words
from paitou.report.paper import title_of
from paitou.report.programmes import Group
from paitou.report.progress import Progress, progress_of, worst_first

Pair: TypeAlias = tuple[Statement, Standing]

_STRONG = (Attainment.MET, Attainment.ON_TRACK)
_PLACES = Decimal("0.0001")
_LEAST = -1e9


def strongest(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return what is reached, by its share; then what is on course, by its lead."""
    good = [pair for pair in pairs if pair[1].verdict in _STRONG]
    return tuple(sorted(good, key=lambda pair: _strength(pair[1])))


def _strength(standing: Standing) -> tuple[int, float]:
    if standing.verdict is Attainment.MET:
        return 0, -(standing.share if standing.share is not None else _LEAST)
    return 1, -(_gap_of(standing) or 0)


def widest(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return what somebody has to act on, by verdict and then by the width of the gap."""
    adverse = [pair for pair in pairs if pair[1].verdict.is_adverse]
    order = worst_first([standing for _, standing in adverse])
    verdicts = list(dict.fromkeys(standing.verdict for standing in order))
    return tuple(
        sorted(adverse, key=lambda pair: (verdicts.index(pair[1].verdict), _width(pair[1])))
    )


def _width(standing: Standing) -> float:
    found = _gap_of(standing)
    return 0.0 if found is None else found


def _gap_of(standing: Standing) -> float | None:
    """In percentage points: to the time gone by, else of the whole target."""
    if standing.pace_pp is not None:
        return standing.pace_pp
    return None if standing.share is None else (standing.share - 1) * 100


def share_bar(
    statement: Statement,
    standing: Standing,
    nature: Nature | None,
    *,
    name: str = "",
    is_part: bool = False,
) -> ShareBar:
    """Return the bar of a target, or of an organisation's part of it.

    One without a share has words only. The bar is called as the target where no other
    name is given.
    """
    share = due = None
    if standing.share is not None:
        share = _percent(standing.share * 100)
        if standing.pace_pp is not None:
            due = _percent(standing.share * 100 - standing.pace_pp)
    return ShareBar(
        name=name or statement.indicator,
        standing=standing.verdict.value,
        share=share,
        due=due,
        word=sign_of(standing, nature).word,
        detail=_detail(statement, standing, is_part=is_part),
    )


def _percent(value: float) -> Decimal:
    return Decimal(repr(value)).quantize(_PLACES).normalize()


def _detail(statement: Statement, standing: Standing, *, is_part: bool) -> str:
    told = [value_told(standing)] if value_told(standing) else []
    if not is_part:
        told.append(f"目标{goal_told(statement, standing)}")
    elif isinstance(standing.required, Decimal):
        told.append(f"任务{standing.required.normalize():f}{standing.unit}")
    missing = gap(standing) if standing.verdict.is_adverse else ""
    if "序时进度" in missing:  # the value and the target are there already
        missing = missing[missing.index("欠序时进度") :]
    elif standing.period:  # the value has told its period
        missing = missing.removeprefix(standing.period.label)
    told += [missing] if missing else []
    return "，".join(told)


def value_told(standing: Standing) -> str:
    """Return period and value: 2025年1—9月1618亿元; empty where nothing is known."""
    value = standing_value(standing)
    period = standing.period.label if standing.period and value else ""
    return f"{period}{value}"


def goal_told(statement: Statement, standing: Standing) -> str:
    """Return what the target asks for, with the level that growth leads to."""
    level = level_words(statement, standing)
    told = goal_words(statement).strip()
    return f"{told}，{level}" if level else told


def programme_bars(
    groups: Sequence[Group], *, is_simulated: bool, note: str
) -> StandingBars:
    """Return how the targets of each part stand, as the evaluation shows it too."""
    rows = (
        StandingRow(
            name=title_of(group.section),
            counts=_counts(progress_of([standing for _, standing in group.pairs])),
        )
        for group in groups
    )
    return StandingBars(
        title="各部分目标完成情况", rows=tuple(rows), is_simulated=is_simulated, note=note
    )


def _counts(progress: Progress) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for one in progress.tallies:
        counts[one.sign.verdict] = counts.get(one.sign.verdict, 0) + one.count
    return tuple(counts.items())
