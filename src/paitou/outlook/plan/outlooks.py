"""A book and a day → an outlook on each of its targets that figures have not settled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TypedDict

import numpy as np
from attrs import define, field

from paitou.figures import Places
from paitou.indicators import Additivity
from paitou.model import Book, Measure, Period
from paitou.outlook.arrays import Floats
from paitou.outlook.forecasting import forecast_panel
from paitou.outlook.laws import PROBABILITIES
from paitou.outlook.plan.adding_up import added_up
from paitou.outlook.plan.asking import (
    Record,
    latest_start,
    narrowing,
    record,
    required,
    years_left,
)
from paitou.outlook.plan.histories import (
    History,
    growth_history,
    levels_history,
    of_org,
)
from paitou.outlook.plan.outlook import FanPoint, Outlook
from paitou.outlook.plan.prospects import Prospect
from paitou.outlook.plan.spreads import Course, chance_of, is_certain
from paitou.outlook.plan.words import ENOUGH, basis, reliability
from paitou.tracking import Tracker
from paitou.tracking.cases import Case
from paitou.tracking.facts import Evidence

_POINTS = frozenset({"%", "‰", "个百分点"})
_AT = {p: place + 1 for place, p in enumerate(PROBABILITIES)}
#: So many years before now are shown with those to come.
_SHOWN = 5
#: Which history of which organisation's indicator, and of what of it.
Key = tuple[str, str, str, str]


def outlooks(book: Book, as_of: dt.date) -> tuple[Outlook, ...]:
    """Return an outlook on every target that is open on a day, in the order of the text.

    Nothing is used that became known later. What a published figure has settled is left
    out, and grades, which are no numbers. 测算，供内部参考.
    """
    tracker = Tracker.of(book)
    asked = [_chosen(cases, as_of) for cases in tracker.cases]
    group = _Group(as_of=as_of, places=tracker.ledger.places)
    for evidence in asked:
        group.add(evidence.case)
    courses = group.courses()
    found = (_outlook(group, evidence, courses) for evidence in asked)
    return tuple(each for each in found if each is not None)


def _chosen(cases: tuple[Case, ...], as_of: dt.date) -> Evidence:
    """Return the reading that has figures, where a definition is open."""
    evidences = [Evidence(case=case, as_of=as_of) for case in cases]
    return next((each for each in evidences if each.levels.figures), evidences[0])


class Bands(TypedDict, total=False):
    """A value with its bands, in the unit that it is shown in."""

    value: float
    lo80: float
    hi80: float
    lo95: float
    hi95: float


@define(kw_only=True)
class _Group:
    """Every history of the book's targets and of comparable organisations, found once."""

    as_of: dt.date
    places: Places
    histories: dict[Key, History] = field(factory=dict)
    additive: set[Key] = field(factory=set)
    last: int = 0

    def add(self, case: Case) -> None:
        """Take in the histories of a target, and those of the same indicator elsewhere."""
        if case.goal is None or case.statement.measure is Measure.GRADE:
            return
        self.last = max(self.last, case.last)
        self._take(case, _key(case, "level"))
        known = case.catalogue.get(case.indicator_id)
        if known is not None and known.additivity is not Additivity.NONE:
            self.additive.add(_key(case, "level"))
        self._take(case, _key(case, "growth"))
        if not case.sources:
            for org in case.ledger.orgs(case.indicator_id):
                if org != case.org:
                    other = of_org(case, org)
                    self._take(other, _key(other, "level"))

    def _take(self, case: Case, key: Key) -> None:
        if key in self.histories:
            return
        evidence = Evidence(case=case, as_of=self.as_of)
        find = growth_history if key[-1] == "growth" else levels_history
        if (history := find(evidence)) is not None:
            self.histories[key] = history

    def courses(self) -> dict[Key, Course]:
        """Return every history with its path, by year and by quarter apart."""
        found: dict[Key, Course] = {}
        for period in (1, 4):
            chosen = {k: h for k, h in self.histories.items() if h.period == period}
            paths = forecast_panel(
                {"\t".join(key): history.values for key, history in chosen.items()},
                self._horizon(chosen, period),
                period,
                {"\t".join(key): history.nature for key, history in chosen.items()},
            )
            for key, history in chosen.items():
                found[key] = Course(history=history, path=paths["\t".join(key)])
        for key in self.additive:
            self._add_up(found, key)
        return found

    def _add_up(self, found: dict[Key, Course], key: Key) -> None:
        """Let a whole agree with its parts, where all of them are known."""
        keys = {org: (key[0], org, *key[2:]) for org in self.places.summands(key[1])}
        if key in found and keys and all(each in found for each in keys.values()):
            parts = {org: found[each] for org, each in keys.items()}
            found[key], moved = added_up(found[key], parts)
            found.update({keys[org]: course for org, course in moved.items()})

    def _horizon(self, chosen: Mapping[Key, History], period: int) -> int:
        end = (self.last + 1) * period - 1
        return max((1, *(end - history.last for history in chosen.values())))

    def comparable(self, case: Case) -> Iterator[tuple[str, History]]:
        """Yield the histories of the same indicator, its own and those elsewhere."""
        wanted = _key(case, "level")
        for key, history in self.histories.items():
            if (key[0], *key[2:]) == (wanted[0], *wanted[2:]):
                yield case.ledger.places.name(key[1]), history


def _key(case: Case, what: str) -> Key:
    series = f"{case.reading.name if case.reading else ''}/{case.kind}/{case.is_growth}"
    return case.indicator_id, case.org, f"{series}/{case.statement_unit.base}", what


def _outlook(
    group: _Group, evidence: Evidence, courses: Mapping[Key, Course]
) -> Outlook | None:
    case = evidence.case
    if case.goal is None or case.statement.measure is Measure.GRADE:
        return None
    prospect = Prospect(
        evidence=evidence,
        levels=courses.get(_key(case, "level")),
        growths=courses.get(_key(case, "growth")),
    )
    course, end = prospect.course, prospect.end()
    if end is not None and is_certain(end):
        return None
    history = course.history if course else None
    needed = required(prospect)
    best = _best(group, prospect)
    start = _start(prospect, best)
    return Outlook(
        statement=case.statement.id,
        org=case.org_name,
        period=Period.of_year(case.last),
        unit=case.statement.unit.text,
        as_of=evidence.as_of,
        **_bands(end, float(case.statement.unit.scale)),
        chance=_chance(prospect, end),
        reliability=reliability(history, years_left(history, case.last) if history else 0),
        basis=basis(history, course.path if course else None),
        count=history.count if history else 0,
        required_growth=needed.growth if needed else None,
        required_in=needed.unit if needed else "",
        required=needed.words if needed else "",
        unreachable_after=start,
        precedent=_precedent(best, start, history),
        narrowing=narrowing(history, case.last) if history else None,
        next_figure=_next(history, case.last),
        figures=case.figure_ids(history.figures) if history else (),
        fan=tuple(_fan(prospect, history)) if history else (),
    )


def _best(group: _Group, prospect: Prospect) -> Record | None:
    case = prospect.evidence.case
    if prospect.level is None or case.goal is None:
        return None
    return record(
        group.comparable(case),
        wants_more=case.goal.is_floor,
        in_points=case.statement_unit.base in _POINTS,
    )


def _start(prospect: Prospect, best: Record | None) -> Period | None:
    goal = prospect.evidence.case.goal
    if best is None or goal is None:
        return None
    points = prospect.evidence.case.statement_unit.base in _POINTS
    return latest_start(prospect, best, wants_more=goal.is_floor, in_points=points)


def _precedent(best: Record | None, start: Period | None, history: History | None) -> str:
    if best is None or start is None or history is None:
        return best.words if best else ""
    if start == history.period_at(history.last):
        return f"{best.words}，按此已不能按期达到"
    return f"{best.words}，到{start.label}还停在现有水平就没有先例能按期达到"


def _bands(end: Floats | None, scale: float) -> Bands:
    if end is None:
        return {}
    value = float(end[0])
    at = {p: float(end[_AT[p]]) for p in (0.025, 0.1, 0.9, 0.975)}
    return {
        "value": value / scale,
        "lo80": min(at[0.1], value) / scale,
        "hi80": max(at[0.9], value) / scale,
        "lo95": min(at[0.025], value) / scale,
        "hi95": max(at[0.975], value) / scale,
    }


def _chance(prospect: Prospect, end: Floats | None) -> float | None:
    """Return the probability of reaching the target; None where too little is known.

    Where every year has to keep the goal it lies between that of independent years and
    that of years which share one shock, in the geometric middle.
    """
    course, goal = prospect.course, prospect.evidence.case.goal
    if course is None or end is None or goal is None or course.history.count < ENOUGH:
        return None
    low = None if goal.low is None else float(goal.low)
    high = None if goal.high is None else float(goal.high)
    if not prospect.is_each:
        return chance_of(end, low, high)
    case = prospect.evidence.case
    years = [prospect.year(year) for year in range(case.first, case.last + 1)]
    each = [chance_of(year, low, high) for year in years if year is not None]
    if len(each) < len(years):
        return None
    return float(np.sqrt(min(each) * np.prod(each)))


def _next(history: History | None, last: int) -> Period | None:
    if history is None or history.last >= (last + 1) * history.period - 1:
        return None
    return history.period_at(history.last + 1)


def _fan(prospect: Prospect, history: History) -> Iterator[FanPoint]:
    case = prospect.evidence.case
    is_rate = prospect.goes_by_growth or case.statement.measure is Measure.GROWTH
    scale = 1.0 if is_rate else float(case.statement_unit.scale)
    find = prospect.year if is_rate else prospect.level_of
    if prospect.goes_by_growth and prospect.growths:
        find = prospect.growths.year
    start = max(history.first // history.period, history.last_year - _SHOWN)
    for year in range(min(start, case.last), case.last + 1):
        if (spread := find(year)) is not None:
            yield FanPoint(
                period=Period.of_year(year),
                **_bands(spread, scale),
                is_known=is_certain(spread),
            )
