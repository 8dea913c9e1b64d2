"""A target and what is known → what it would take, until when, and what is learned next."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from attrs import frozen

from paitou.model import Measure, Period, PeriodKind, Unit
from paitou.outlook.arrays import Floats
from paitou.outlook.laws import shipped_law, width
from paitou.outlook.plan.histories import History
from paitou.outlook.plan.prospects import Prospect
from paitou.outlook.plan.spreads import is_certain

#: Units in which a change is told in points; of all others it is told in %.
_POINTS = frozenset({"%", "‰", "个百分点"})


@frozen(kw_only=True)
class Required:
    """What each year from the last figure on would have to bring."""

    growth: float
    unit: str
    words: str


def required(prospect: Prospect) -> Required | None:
    """Return what the rest of the target's time would take; None where none can be said."""
    case = prospect.evidence.case
    course = prospect.course
    if course is None or case.goal is None:
        return None
    if case.statement.measure is Measure.TOTAL:
        return _rest_of_total(prospect, course.history)
    if prospect.goes_by_growth or case.statement.measure is Measure.GROWTH:
        return _rest_of_growth(prospect)
    goal = prospect.level if prospect.level is not None else float(case.goal.aim)
    return _steady(course.history, goal, case.last, case.statement_unit)


def _steady(history: History, goal: float, last: int, unit: Unit) -> Required | None:
    years = years_left(history, last)
    value = float(history.yearly()[-1]) if len(history.yearly()) else math.nan
    if years <= 0 or not math.isfinite(value):
        return None
    since = history.period_at(history.last).label
    if unit.base in _POINTS or value <= 0 or goal <= 0:
        change = (goal - value) / max(years, 1.0) / float(unit.scale)
        text = "个百分点" if unit.base in _POINTS else unit.text
        return _told(
            change, text, f"{since}起{'到期末' if years < 1 else '平均每年'}须变动"
        )
    growth = ((goal / value) ** (1 / max(years, 1.0)) - 1) * 100
    return _told(growth, "%", f"{since}起{'到期末须变动' if years < 1 else '年均增速须为'}")


def _rest_of_growth(prospect: Prospect) -> Required | None:
    """Return the growth that the years without a figure must have on average."""
    case = prospect.evidence.case
    assert case.goal is not None  # noqa: S101 (asked by `required`)
    aim = float(case.goal.aim)
    if case.statement.measure is not Measure.GROWTH_AVG:
        return _told(aim, "%", "当年增速须为")
    course = prospect.growths
    product, rest = (1 + aim / 100) ** (case.last - case.first + 1), 0
    for year in range(case.first, case.last + 1):
        growth = course.year(year) if course else None
        if growth is not None and is_certain(growth):
            product /= 1 + growth[0] / 100
        else:
            rest += 1
    if not rest or product <= 0:
        return None
    return _told((product ** (1 / rest) - 1) * 100, "%", f"其余{rest}年年均增速须为")


def _rest_of_total(prospect: Prospect, history: History) -> Required | None:
    """Return what the years that are not over must bring each, against the last year."""
    case = prospect.evidence.case
    assert case.goal is not None  # noqa: S101 (asked by `required`)
    done = sum(_known_part(history, year) for year in range(case.first, case.last + 1))
    years = years_left(history, case.last)
    sums = history.yearly()
    if years <= 0 or not len(sums) or sums[-1] <= 0:
        return None
    each = max(float(case.goal.aim) - done, 0.0) / min(years, case.last - case.first + 1)
    unit = case.statement.unit
    amount = _number(each / float(unit.scale))
    told = f"其余时间折合每年须完成{amount}{unit.text}，比最近一年"
    return _told((each / float(sums[-1]) - 1) * 100, "%", told)


def _known_part(history: History, year: int) -> float:
    start, stop = year * history.period, (year + 1) * history.period
    kept = range(max(start, history.first), min(stop, history.last + 1))
    return float(sum(history.values[place - history.first] for place in kept))


def _told(growth: float, unit: str, words: str) -> Required:
    sign = "+" if words.endswith(("变动", "最近一年")) and growth > 0 else ""
    shown = f"{sign}{_number(growth)}{unit}"
    return Required(growth=growth, unit=unit, words=f"{words}{shown}")


def _number(value: float) -> str:
    shown = f"{value:.1f}" if abs(value) < 1000 else f"{value:.0f}"
    return shown.replace("-", "−")


def years_left(history: History, last: int) -> float:
    """Return how many years lie between the last figure and the end of a year."""
    end = (last + 1) * history.period - 1
    return (end - history.last + history.open_share) / history.period


@frozen(kw_only=True)
class Record:
    """The best that a year ever brought, here or in comparable places."""

    best: float
    count: int
    words: str


def record(
    histories: Iterable[tuple[str, History]], *, wants_more: bool, in_points: bool
) -> Record | None:
    """Return the best yearly change in own history or that of others, in % or points.

    None where fewer than two changes are on record.
    """
    found: list[tuple[float, str]] = []
    for name, history in histories:
        changes = _changes(history, in_points=in_points)
        found += [(change if wants_more else -change, name) for change in changes]
    if len(found) < 2:
        return None
    best, name = max(found)
    shown = best if wants_more else -best
    unit = "个百分点" if in_points else "%"
    words = f"有记录的{len(found)}次年度变动中最好的是{name}的{_number(shown)}{unit}"
    return Record(best=best, count=len(found), words=words)


def _changes(history: History, *, in_points: bool) -> list[float]:
    if in_points:
        return [now - before for now, before in history.changes()]
    return [(now / before - 1) * 100 for now, before in history.changes() if before > 0]


def latest_start(
    prospect: Prospect, best: Record, *, wants_more: bool, in_points: bool
) -> Period | None:
    """Return the last quarter that it could start from and still arrive by the record.

    Until then it stays where it is. None where the target is reached already; the period
    of the last figure where it is too late.
    """
    course, goal = prospect.levels, prospect.level
    if course is None or goal is None or not len(course.history.yearly()):
        return None
    value, last = float(course.history.yearly()[-1]), prospect.evidence.case.last
    missing = goal - value if wants_more else value - goal
    if missing <= 0:
        return None
    known = course.history.period_at(course.history.last)
    years = _years_at_best(value, goal, missing, best.best, in_points=in_points)
    month = (last + 1) * 12 - 1 - math.ceil(years * 12) if math.isfinite(years) else 0
    if month <= known.last_month:
        return known
    year, part = month // 12, month % 12 // 3 + 1
    return Period(year, part, year, PeriodKind.QUARTER)


def _years_at_best(
    value: float, goal: float, missing: float, best: float, *, in_points: bool
) -> float:
    if best <= 0:
        return math.inf
    if in_points:
        return missing / best
    falls = goal < value
    factor = 1 - best / 100 if falls else 1 + best / 100
    if value <= 0 or goal <= 0 or factor <= 0:
        return math.inf
    return math.log(goal / value) / math.log(factor)


def narrowing(history: History, last: int) -> float | None:
    """Return by what share one more figure narrows the band of a year.

    From the shipped table of errors: how much wider they are a step further away.
    """
    end = (last + 1) * history.period - 1
    steps = end - history.last
    if steps < 1:
        return None
    wide: Floats = width(shipped_law(len(history.values), steps, history.period))
    first = max(steps - history.period + 1, 1) if history.adds_up else steps
    now = wide[first - 1 : steps].sum()
    after = np.concatenate([[0.0], wide])[first - 1 : steps].sum()
    return float(np.clip(1 - after / now, 0.0, 1.0))
