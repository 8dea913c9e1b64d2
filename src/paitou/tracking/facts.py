"""A case on a day → what is known of its values: published, to date, or computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from attrs import evolve, field, frozen

from paitou.figures import Known, LedgerView, derive, same_kind
from paitou.model import Bound, Figure, Period, PeriodKind
from paitou.tracking.cases import Case, Kind
from paitou.tracking.fact import Fact

_HUNDRED = Decimal(100)
_USUAL_LAG = 120
_UNCONFIRMED = (Decimal, str)
_OPPOSITE = {Bound.AT_LEAST: Bound.AT_MOST, Bound.AT_MOST: Bound.AT_LEAST}


@frozen(kw_only=True, slots=False)
class Evidence:
    """What was known on a day of the values that a case turns on."""

    case: Case
    as_of: dt.date
    _facts: dict[Period, Fact | None] = field(factory=dict, repr=False, init=False)

    @cached_property
    def levels(self) -> Known:
        """Return the values themselves."""
        return self.case.levels.known(self.as_of)

    @cached_property
    def growths(self) -> Known:
        """Return the published growth, in the prices that belong to the indicator."""
        return self.case.growths.known(self.as_of)

    @cached_property
    def averages(self) -> Known:
        """Return the published averages of growth over years."""
        return self.case.averages.known(self.as_of)

    @cached_property
    def changes(self) -> Known:
        """Return the published changes on the year before."""
        return self.case.changes.known(self.as_of)

    @cached_property
    def view(self) -> LedgerView:
        """Return the official figures of every indicator, to compute with."""
        case = self.case
        return LedgerView(ledger=case.ledger, catalogue=case.catalogue, as_of=self.as_of)

    @cached_property
    def lag(self) -> int:
        """Return within how many days of a year's end its figure is usually known.

        As it was in earlier years, by default by the end of April (a rule of ours). What
        a year was first known by counts, not its revisions.
        """
        years = (p for p in self.levels.series.periods if p.kind is PeriodKind.YEAR)
        firsts = (
            next((v for v in self.levels.vintages(year) if v.is_published), None)
            for year in years
        )
        seen = [
            (first.known_on - first.period.last_day).days
            for first in firsts
            if first and first.known_on
        ]
        return max((_USUAL_LAG, *seen))

    def is_due(self, year: int) -> bool:
        """Return whether the figure of a year should be known by now."""
        return self.as_of > dt.date(year, 12, 31) + dt.timedelta(days=self.lag)

    @property
    def is_over(self) -> bool:
        """Return whether the last day of the target has gone by."""
        return self.as_of > dt.date(self.case.last, 12, 31)

    def level(self, period: Period) -> Fact | None:
        """Return the published value of exactly this period."""
        if period not in self._facts:
            self._facts[period] = self._fact(self.levels.at(period))
        return self._facts[period]

    def year(self, year: int) -> Fact | None:
        """Return what is known of a year: its value, else of a flow what was done to date.

        The running value of a flow is a lower bound of the year's; a stock's is what was
        there at the end of its period, which is not the end of the year.
        """
        whole = self.level(Period.of_year(year))
        if whole or self.case.kind is Kind.STATE:
            return whole
        first, last = year * 12, year * 12 + 11
        latest = self._fact(self.levels.latest(self._is_running, first=first, until=last))
        if self.case.kind is Kind.STOCK:
            return latest
        added = self._added_up(year) if self.case.has_parts else None
        if added and (not latest or added.period.last_month > latest.period.last_month):
            latest = added
        whole_year = latest is not None and latest.period.kind is PeriodKind.YEAR
        return latest if whole_year or latest is None else self._as_running(latest)

    def _added_up(self, year: int) -> Fact | None:
        """Return the quarters, or the months, from January on added up without a gap."""
        ways = (
            self._run(year, PeriodKind.QUARTER, 4),
            self._run(year, PeriodKind.MONTH, 12),
        )
        run = max(ways, key=lambda facts: facts[-1].period.last_month if facts else 0)
        if len(run) < 2:
            return None
        exact = all(fact.bound is Bound.EXACT for fact in run)
        return Fact(
            value=sum((fact.value for fact in run), Decimal(0)),
            period=Period.to_date(year, run[-1].period.last_month % 12 + 1),
            unit=run[0].unit,
            bound=Bound.EXACT if exact else Bound.AT_LEAST,
            figures=tuple(i for fact in run for i in fact.figures),
            inferred=True,
            formula="各期相加",
        )

    def _run(self, year: int, kind: PeriodKind, count: int) -> list[Fact]:
        found: list[Fact] = []
        for part in range(1, count + 1):
            fact = self.level(Period(year, part, year, kind))
            if fact is None:
                break
            found.append(fact)
        return found

    def growth(self, period: Period) -> Fact | None:
        """Return the growth over the year before in %: as published, else from two levels.

        Two levels are used only where growth is published at current prices or of counts
        (practice.md §12.1).
        """
        published = self._fact(self.growths.at(period), is_rate=True)
        if published or not self.case.derives_growth:
            return published
        now, before = self.level(period), self.level(period.shifted(-1))
        if now is None or before is None or before.value <= 0 or now.is_partial:
            return None
        return ratio_growth(now, before, period)

    def change(self, period: Period) -> Fact | None:
        """Return the change on the year before: as published, else from two levels."""
        published = self._fact(self.changes.at(period), is_rate=True)
        now, before = self.level(period), self.level(period.shifted(-1))
        if published or now is None or before is None or now.is_partial:
            return published
        if now.bound is not Bound.EXACT or before.bound is not Bound.EXACT:
            return None
        return Fact(
            value=now.value - before.value,
            period=period,
            figures=(*now.figures, *before.figures),
            inferred=True,
            formula=f"{now.period.label}值−{before.period.label}值",
        )

    def growth_so_far(self, year: int) -> Fact | None:
        """Return the growth of the longest part of a year, from January on, so far known.

        As published, else over the same part of the year before where levels allow it.
        """
        for known in (self.growths, self.levels):
            found = known.latest(
                lambda f: f.is_published and f.period.is_from_january,
                first=year * 12,
                until=year * 12 + 11,
            )
            fact = self.growth(found.period) if found else None
            if fact is not None:
                return fact
        return None

    def base(self) -> Fact | None:
        """Return the value of the base year, where nothing was published a computed one."""
        found = self.level(Period.of_year(self.case.base_year))
        return found or self.derived(Period.of_year(self.case.base_year))

    def derived(self, period: Period) -> Fact | None:
        """Return a value computed from a relation between indicators, one step only."""
        found = derive(self.view, self.case.indicator_id, self.case.org, period)
        if found is None or not same_kind(found.unit, self.case.statement_unit):
            return None
        return Fact(
            value=found.value * found.unit.scale,
            period=period,
            unit=found.unit,
            bound=found.bound,
            figures=found.inputs,
            inferred=True,
            formula=found.formula,
        )

    @cached_property
    def own(self) -> tuple[Fact, ...]:
        """Return what may settle a level in the years of the target, the latest first."""
        return tuple(self.settling(self.case.first, self.case.last))

    def settling(self, first: int, last: int) -> Iterator[Fact]:
        """Yield what may settle a level within these years, the latest end first.

        Of a state only whole years, of a stock any end, of a flow whole years and, as
        lower bounds, what was done to date.
        """
        if self.case.kind is Kind.STOCK:
            yield from self._ends(first, last)
            return
        for year in range(last, first - 1, -1):
            fact = self.year(year)
            if fact is not None:
                yield fact

    def _ends(self, first: int, last: int) -> Iterator[Fact]:
        for figure in self.levels.backwards(last * 12 + 11):
            if figure.period.last_month < first * 12:
                return
            if figure.period.kind is not PeriodKind.SPAN:
                fact = self.level(figure.period)
                if fact is not None:
                    yield fact

    def unverified(self, first: int, last: int) -> Figure | None:
        """Return the latest value of these years that nobody has confirmed."""
        case = self.case
        for series in (case.levels, case.growths, case.averages, case.changes):
            if series.has_unconfirmed:
                found = series.known(self.as_of).latest(
                    _is_unconfirmed, first=first * 12, until=last * 12 + 11
                )
                if found:
                    return found
        return None

    def _is_running(self, figure: Figure) -> bool:
        if not figure.is_published or figure.period.kind is PeriodKind.SPAN:
            return False
        return self.case.kind is Kind.STOCK or figure.period.is_from_january

    def _as_running(self, fact: Fact) -> Fact:
        bound = Bound.AT_MOST if fact.bound is Bound.AT_MOST else Bound.AT_LEAST
        return evolve(fact, bound=bound, is_partial=True)

    def _fact(self, figure: Figure | None, *, is_rate: bool = False) -> Fact | None:
        if figure is None:
            return None
        kept, key = self.case.facts, (figure.id, is_rate)
        if key not in kept:
            kept[key] = self._made(figure, is_rate=is_rate)
        return kept[key]

    def _made(self, figure: Figure, *, is_rate: bool) -> Fact | None:
        if not figure.is_published or not isinstance(figure.value, Decimal):
            return None
        if not is_rate and not same_kind(figure.unit, self.case.statement_unit):
            return None
        scale, period = figure.unit.scale, figure.period
        high = None if figure.value_high is None else figure.value_high * scale
        return Fact(
            value=figure.value * scale,
            period=period,
            unit=figure.unit,
            bound=figure.bound,
            qualifier=figure.qualifier,
            high=high,
            at_end=self.case.kind is Kind.STOCK and period.kind is not PeriodKind.YEAR,
            figures=self.case.figure_ids((figure.id,)),
            inferred=figure.id in self.case.sources,
        )


def ratio_growth(now: Fact, before: Fact, period: Period) -> Fact:
    """Return the growth in % that two levels make; their own bounds bound it."""
    return Fact(
        value=(now.value / before.value - 1) * _HUNDRED,
        period=period,
        bound=_ratio_bound(now.bound, before.bound),
        figures=(*now.figures, *before.figures),
        inferred=True,
        formula=f"{now.period.label}值÷{before.period.label}值−1",
    )


def _ratio_bound(above: Bound, below: Bound) -> Bound:
    if below is Bound.EXACT or above is _OPPOSITE.get(below):
        return above if above is not Bound.EXACT else Bound.EXACT
    if above is Bound.EXACT:
        return _OPPOSITE.get(below, Bound.ABOUT)
    return Bound.ABOUT


def _is_unconfirmed(figure: Figure) -> bool:
    return isinstance(figure.value, _UNCONFIRMED) and not figure.state.can_settle
