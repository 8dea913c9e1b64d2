"""What was known on a day of a target's values → a history by year or by quarter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from paitou.figures import Known
from paitou.model import Bound, FigureState, Period, PeriodKind
from paitou.outlook.arrays import Floats, clean
from paitou.outlook.nature import Nature
from paitou.tracking.cases import Case, Kind
from paitou.tracking.fact import Fact
from paitou.tracking.facts import Evidence

_QUARTERS, _MONTHS = 4, 12
#: So many quarters without a gap are better than the years that they make.
_ENOUGH_QUARTERS = 5
#: But not better than so many years.
_ENOUGH_YEARS = 10
#: What lies before a gap of more years than this tells nothing of now.
_LONGEST_GAP = 4
#: Shares of a whole, which end at 100 %; what grows and what is owed does not.
_SHARE = re.compile("(?<![长涨债润益])(?:率|比重|占比|比例)$")
_WHOLE = 100.0


@frozen(kw_only=True, eq=False)
class History:
    """Values one after another, in the base of their unit; gaps lie on a line.

    Attributes:
        is_known: of each value, whether it was published or lies in a gap.
        first: the place of the first value: year × period + part − 1.
        period: values a year, 1 or 4.
        adds_up: whether the parts of a year are added (a flow), else its last one holds.
        open_share: how much of its last period was still to come when it was reported.
        count: how many of the values were published; `figures` are their ids.
        bounded: whether some were published as 突破, 近 and the like.
        preliminary: whether the last may still be revised as preliminary.
    """

    values: Floats
    is_known: NDArray[np.bool_]
    first: int
    period: int
    adds_up: bool
    nature: Nature
    open_share: float = 0.0
    count: int
    figures: tuple[str, ...]
    bounded: bool = False
    preliminary: bool = False

    @property
    def last(self) -> int:
        """Return the place of the last value."""
        return self.first + len(self.values) - 1

    @property
    def last_year(self) -> int:
        """Return the year of the last value."""
        return self.last // self.period

    def period_at(self, place: int) -> Period:
        """Return the period of a place."""
        year, part = divmod(place, self.period)
        if self.period == 1:
            return Period.of_year(year)
        return Period(year, part + 1, year, PeriodKind.QUARTER)

    def yearly(self) -> Floats:
        """Return the values a year apart from the last, the earliest first.

        Of a flow they are running sums of a year.
        """
        if self.period == 1:
            return self.values
        sums = self.values
        if self.adds_up:
            sums = np.convolve(self.values, np.ones(self.period), "valid")
        return sums

    def changes(self) -> Iterator[tuple[float, float]]:
        """Yield each value with that of a year before, where both were published."""
        yearly, lag = self.yearly(), self.period
        known = self.is_known[len(self.is_known) - len(yearly) :]
        for at in range(lag, len(yearly)):
            if known[at] and known[at - lag]:
                yield float(yearly[at]), float(yearly[at - lag])


def levels_history(evidence: Evidence) -> History | None:
    """Return the history of a target's values; None where nothing was published."""
    kind = evidence.case.kind
    years = _years(evidence.levels, evidence.level)
    if kind is not Kind.STATE and len(years) < _ENOUGH_YEARS:
        quarters = _stock(evidence) if kind is Kind.STOCK else _flow(evidence)
        if len(quarters) >= _ENOUGH_QUARTERS and 2 * len(quarters) > _span(quarters):
            return _history(evidence, quarters, _QUARTERS, adds_up=kind is Kind.FLOW)
    found = _history(evidence, years, 1, adds_up=kind is Kind.FLOW)
    if kind is Kind.FLOW:
        return found
    return _with_latest(found, evidence, evidence.levels, evidence.level)


def growth_history(evidence: Evidence) -> History | None:
    """Return the history of yearly growth in %, the running year's so far as its last."""
    years = _years(evidence.growths, evidence.growth)
    found = _history(evidence, years, 1, adds_up=False)
    found = _with_latest(found, evidence, evidence.growths, evidence.growth)
    return found and evolve(found, nature=Nature(reverts=True))


def of_org(case: Case, org: str) -> Case:
    """Return the same case for another organisation's values."""
    series = case.ledger.series(case.indicator_id, org)
    return evolve(case, org=org, levels=series, facts={}, sources={})


def _years(known: Known, find: Callable[[Period], Fact | None]) -> dict[int, Fact]:
    found = {}
    for period in known.series.periods:
        if period.kind is PeriodKind.YEAR and (fact := find(period)):
            found[period.year] = fact
    return found


def _span(quarters: Mapping[int, Fact]) -> int:
    return max(quarters) - min(quarters) + 1


def _stock(evidence: Evidence) -> dict[int, Fact]:
    """Return what was there at the ends of quarters, by place."""
    found = {}
    for figure in evidence.levels:
        fact = evidence.level(figure.period)
        if fact and figure.period.kind is not PeriodKind.SPAN:
            place, rest = divmod(figure.period.last_month + 1, 3)
            if not rest:
                found[place - 1] = fact
    return found


def _flow(evidence: Evidence) -> dict[int, Fact]:
    """Return what was done in each quarter of the last stretch without a gap.

    Values to date are taken apart: the third quarter is January to September less January
    to June.
    """
    found: dict[int, Fact] = {}
    for year in sorted({p.year for p in evidence.levels.series.periods}):
        before: Fact | None = None
        for quarter in range(1, _QUARTERS + 1):
            alone = evidence.level(Period(year, quarter, year, PeriodKind.QUARTER))
            to_date = evidence.level(Period.to_date(year, quarter * 3))
            if alone is None and to_date is not None and (quarter == 1 or before):
                alone = _less(to_date, before)
            if alone is not None:
                found[year * _QUARTERS + quarter - 1] = alone
            before = to_date or _more(before, alone, quarter)
    return _unbroken(found)


def _less(to_date: Fact, before: Fact | None) -> Fact:
    if before is None:
        return to_date
    return evolve(
        to_date,
        value=to_date.value - before.value,
        figures=(*to_date.figures, *before.figures),
        inferred=True,
    )


def _more(before: Fact | None, alone: Fact | None, quarter: int) -> Fact | None:
    """Return the value to date that a quarter makes of the one before."""
    if alone is None or (before is None and quarter > 1):
        return None
    if before is None:
        return alone
    return evolve(
        alone, value=before.value + alone.value, figures=(*before.figures, *alone.figures)
    )


def _unbroken(found: Mapping[int, Fact]) -> dict[int, Fact]:
    if not found:
        return {}
    first = max(found)
    while first - 1 in found:
        first -= 1
    return {place: fact for place, fact in found.items() if place >= first}


def _with_latest(
    history: History | None,
    evidence: Evidence,
    known: Known,
    find: Callable[[Period], Fact | None],
) -> History | None:
    """Return the history with what is known of the running year as its last value."""
    latest = known.latest(lambda f: f.is_published and f.period.kind is not PeriodKind.SPAN)
    if latest is None or latest.period.kind is PeriodKind.YEAR:
        return history
    year, fact = latest.period.year, find(latest.period)
    starts = latest.period.is_from_january or evidence.case.kind is Kind.STOCK
    if fact is None or not starts or (history and history.last_year >= year):
        return history
    facts = {year: fact}
    added = _history(evidence, facts, 1, adds_up=False)
    open_share = 1 - (latest.period.last_month % _MONTHS + 1) / _MONTHS
    if added is None or history is None or year - history.last_year > _LONGEST_GAP:
        return added and evolve(added, open_share=open_share)
    gap = np.full(year - history.last_year - 1, np.nan)
    return evolve(
        history,
        values=clean(np.concatenate([history.values, gap, added.values])),
        is_known=np.concatenate([history.is_known, ~np.isnan(gap), added.is_known]),
        open_share=open_share,
        count=history.count + 1,
        figures=(*history.figures, *added.figures),
        bounded=history.bounded or added.bounded,
        preliminary=added.preliminary,
    )


def _history(
    evidence: Evidence, facts: Mapping[int, Fact], period: int, *, adds_up: bool
) -> History | None:
    places = _near(sorted(facts), period)
    if not places:
        return None
    values = np.full(places[-1] - places[0] + 1, np.nan)
    for place in places:
        values[place - places[0]] = float(facts[place].value)
    kept = [facts[place] for place in places]
    ids = tuple(dict.fromkeys(i for fact in kept for i in fact.figures))
    return History(
        values=clean(values),
        is_known=np.isfinite(values),
        nature=_nature(evidence.case, clean(values)),
        first=places[0],
        period=period,
        adds_up=adds_up,
        count=len(kept),
        figures=ids,
        bounded=any(fact.bound is not Bound.EXACT for fact in kept),
        preliminary=_is_preliminary(evidence, kept[-1].figures),
    )


def _nature(case: Case, values: Floats) -> Nature:
    """Return the bounds of its values: none of growth, 100 of what is a share."""
    if case.is_growth:
        return Nature(reverts=True)
    low = 0.0 if (values >= 0).all() else None
    is_share = (
        case.statement_unit.base == "%"
        and _SHARE.search(case.statement.indicator) is not None
        and (values <= _WHOLE).all()
    )
    return Nature(low=low, high=_WHOLE if is_share else None)


def _near(places: list[int], period: int) -> list[int]:
    """Return the places after the last gap that is too long."""
    start = 0
    for at in range(1, len(places)):
        if places[at] - places[at - 1] > _LONGEST_GAP * period:
            start = at
    return places[start:]


def _is_preliminary(evidence: Evidence, ids: Iterable[str]) -> bool:
    found = (evidence.case.ledger.get(each) for each in ids)
    return any(f is not None and f.state is FigureState.PRELIMINARY for f in found)
