"""A case on a day → the reported figures that it turns on, in the unit of its target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from paitou.figures import Known, same_kind
from paitou.model import Figure, Measure, Period, PeriodKind, Standing, Unit
from paitou.tracking.cases import Case, Kind
from paitou.tracking.facts import Evidence

_GROWTH = frozenset({Measure.GROWTH, Measure.GROWTH_EACH})


@frozen(kw_only=True)
class Reported:
    """A figure, and its value in the unit of the target."""

    figure: Figure
    value: Decimal
    high: Decimal | None = None


@frozen(kw_only=True)
class Record:
    """The one series that a target is measured by, as it was known on a day.

    Attributes:
        unit: the unit in which the target is judged: 万户 of growth that leads to a level.
    """

    evidence: Evidence
    known: Known
    unit: Unit

    @property
    def case(self) -> Case:
        """Return the target and its figures."""
        return self.evidence.case

    def at(self, period: Period) -> Reported | None:
        """Return the value of exactly this period."""
        found = self.known.at(period)
        return self._reported(found) if found else None

    def at_end_of(self, year: int) -> Reported | None:
        """Return what of a stock was there in December of a year."""
        if self.case.kind is not Kind.STOCK:
            return None
        december = year * 12 + 11
        found = self.known.latest(_is_part, first=december, until=december)
        return self._reported(found) if found else None

    def in_year(self, year: int) -> Reported | None:
        """Return the value of a year, else of its latest part that says anything of it."""
        if whole := self.at(Period.of_year(year)):
            return whole
        if self.case.kind is Kind.STATE:
            return None
        first, last = year * 12, year * 12 + 11
        found = self.known.latest(_is_part, first=first, until=last)
        if found is None or (self.case.kind is Kind.FLOW and not _is_to_date(found)):
            return None
        return self._reported(found)

    def comparable(self) -> tuple[Reported, ...]:
        """Return the values that may stand in one line, in order of time.

        Of a stock the end of any period; of a flow and of a share whole years only, as
        what was done to date is no smaller year.
        """
        every = self.case.kind is Kind.STOCK
        kept: dict[int, Reported] = {}
        for figure in self.known:
            period = figure.period
            fits = period.kind is PeriodKind.YEAR or (every and _is_part(figure))
            found = self._reported(figure) if fits else None
            if found and (period.last_month not in kept or period.months > 1):
                kept[period.last_month] = found
        return tuple(kept[month] for month in sorted(kept))

    def totals(self, first: int) -> tuple[Reported, ...]:
        """Return totals published for several years from `first` on."""
        found = (
            self._reported(figure)
            for figure in self.known
            if figure.period.kind is PeriodKind.SPAN and figure.period.year == first
        )
        return tuple(one for one in found if one)

    def _reported(self, figure: Figure) -> Reported | None:
        if not isinstance(figure.value, Decimal) or not same_kind(figure.unit, self.unit):
            return None
        scale = figure.unit.scale / self.unit.scale
        high = None if figure.value_high is None else figure.value_high * scale
        return Reported(figure=figure, value=figure.value * scale, high=high)


def record_of(case: Case, standing: Standing) -> Record:
    """Return the series that the standing speaks of."""
    assert standing.as_of is not None  # noqa: S101 (every standing of a tracker has a day)
    evidence = Evidence(case=case, as_of=standing.as_of)
    unit = Unit.parse(standing.unit)
    return Record(evidence=evidence, known=_series(evidence, unit), unit=unit)


def all_series(case: Case, standing: Standing) -> Iterator[Known]:
    """Yield everything that was reported on the target's indicator."""
    assert standing.as_of is not None  # noqa: S101 (every standing of a tracker has a day)
    evidence = Evidence(case=case, as_of=standing.as_of)
    yield evidence.levels
    yield evidence.growths
    yield evidence.averages
    yield evidence.changes


def _series(evidence: Evidence, unit: Unit) -> Known:
    measure = evidence.case.statement.measure
    if measure in _GROWTH:
        return evidence.growths
    if measure is Measure.GROWTH_AVG:
        return evidence.averages if unit.base.startswith("%") else evidence.levels
    if measure is Measure.CHANGE and unit.base.endswith("百分点"):
        return evidence.changes
    return evidence.levels


def _is_part(figure: Figure) -> bool:
    return figure.period.kind is not PeriodKind.SPAN


def _is_to_date(figure: Figure) -> bool:
    return figure.period.is_from_january
