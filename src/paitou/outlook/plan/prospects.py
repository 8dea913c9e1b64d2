"""What years will bring → what a target speaks of: a level, a growth, a sum, a multiple."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
from attrs import frozen

from paitou.model import Measure, Period, WhenKind
from paitou.outlook.arrays import Floats
from paitou.outlook.plan.spreads import Course, added, certain, is_certain
from paitou.tracking.fact import Fact
from paitou.tracking.facts import Evidence

_GROWTHS = frozenset({Measure.GROWTH, Measure.GROWTH_EACH})
_EACH = frozenset({Measure.GROWTH_EACH, Measure.PER_YEAR})
_AGAINST = frozenset({Measure.CHANGE, Measure.CHANGE_RATE, Measure.MULTIPLE})


@frozen(kw_only=True, eq=False, slots=False)
class Prospect:
    """A target with the courses of its values and of its growth, where there are any."""

    evidence: Evidence
    levels: Course | None
    growths: Course | None

    @cached_property
    def is_each(self) -> bool:
        """Return whether every year of its time has to keep the goal."""
        statement = self.evidence.case.statement
        kept = statement.measure is Measure.MAINTAIN
        if statement.measure in _EACH or statement.when.kind is WhenKind.EACH:
            return True
        return kept and statement.when.kind is not WhenKind.BY

    @cached_property
    def goes_by_growth(self) -> bool:
        """Return whether published growth decides it and not levels."""
        measure = self.evidence.case.statement.measure
        if measure is Measure.GROWTH_AVG:
            return self.base is None or not self.evidence.case.derives_growth
        return measure in _GROWTHS and self.growths is not None

    @property
    def course(self) -> Course | None:
        """Return the course that it goes by."""
        by_growth = self.goes_by_growth and self.growths is not None
        return self.growths if by_growth else self.levels

    @cached_property
    def base(self) -> float | None:
        """Return the value that it is compared with, None where it is unknown."""
        said = self.evidence.case.statement.base
        if said and not said.strip()[:4].isdecimal():
            return None
        fact = self.evidence.base()
        return float(fact.value) if fact is not None and fact.value > 0 else None

    @cached_property
    def level(self) -> float | None:
        """Return the level that it leads to at its end, None where it is no level."""
        case = self.evidence.case
        if case.goal is None or self.goes_by_growth:
            return None
        aim, measure = float(case.goal.aim), case.statement.measure
        if measure in (Measure.LEVEL, Measure.MAINTAIN):
            return aim
        if self.base is None:
            return None
        years = case.last - case.base_year
        leads: dict[Measure, Callable[[float], float]] = {
            Measure.CHANGE: lambda base: base + aim,
            Measure.CHANGE_RATE: lambda base: base * (1 + aim / 100),
            Measure.MULTIPLE: lambda base: base * aim,
            Measure.GROWTH_AVG: lambda base: base * (1 + aim / 100) ** years,
        }
        return leads[measure](self.base) if measure in leads else None

    def year(self, year: int) -> Floats | None:
        """Return the spread of what the target speaks of in one year."""
        measure = self.evidence.case.statement.measure
        if measure in _GROWTHS:
            return self._growth(year)
        value = self.level_of(year)
        if value is None or measure not in _AGAINST:
            return value
        if self.base is None:
            return None
        if measure is Measure.CHANGE:
            return value - self.base
        if measure is Measure.MULTIPLE:
            return value / self.base
        return (value / self.base - 1) * 100

    def end(self) -> Floats | None:
        """Return the spread of what the target speaks of at its end."""
        case = self.evidence.case
        if case.statement.measure is Measure.TOTAL:
            return self._total(case.first, case.last)
        if case.statement.measure is Measure.GROWTH_AVG:
            return self._average(case.first, case.last)
        return self.year(case.last)

    def level_of(self, year: int) -> Floats | None:
        """Return the spread of the value of a year."""
        found = self.levels.year(year) if self.levels else None
        return found if found is not None else _known(self.evidence.level, year)

    def _growth(self, year: int) -> Floats | None:
        found = self.growths.year(year) if self.growths else None
        if found is None:
            found = _known(self.evidence.growth, year)
        if found is not None or not self.evidence.case.derives_growth:
            return found
        now, before = self.level_of(year), self.level_of(year - 1)
        if now is None or before is None or before[0] <= 0:
            return None
        growth: Floats = (now / before[0] - 1) * 100
        return growth

    def _total(self, first: int, last: int) -> Floats | None:
        years = [self.level_of(year) for year in range(first, last + 1)]
        known = [year for year in years if year is not None]
        if len(known) < len(years):
            return None
        total: Floats = np.sum(known, axis=0)
        open_years = sum(not is_certain(year) for year in known)
        return total if open_years < 2 else added(total)

    def _average(self, first: int, last: int) -> Floats | None:
        """Return the average growth: from levels and a base, else from yearly growth."""
        if not self.goes_by_growth and self.base is not None:
            level, years = self.level_of(last), last - self.evidence.case.base_year
            if level is None or years < 1:
                return None
            return (np.maximum(level / self.base, 0.0) ** (1 / years) - 1) * 100
        growths = [self._growth(year) for year in range(first, last + 1)]
        known = [growth for growth in growths if growth is not None]
        if len(known) < len(growths):
            return None
        product = np.prod([np.maximum(1 + growth / 100, 0.0) for growth in known], axis=0)
        average: Floats = (product ** (1 / len(known)) - 1) * 100
        open_years = sum(not is_certain(growth) for growth in known)
        return average if open_years < 2 else added(average)


def _known(find: Callable[[Period], Fact | None], year: int) -> Floats | None:
    fact = find(Period.of_year(year))
    return certain(float(fact.value)) if fact is not None else None
