"""A target → what it asks of variables, as linear constraints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from paitou.consistency.plan.dividing import divisions
from paitou.consistency.plan.said import Said
from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.variables import Naming, Variable
from paitou.consistency.system import Constraint, Kind
from paitou.figures import same_kind
from paitou.figures.goal import Goal, goal_of
from paitou.indicators import Prices
from paitou.model import Comparator, Measure, Statement, Strength, Unit, WhenKind

_HUNDRED = Fraction(100)
_LEVELS = frozenset({Measure.LEVEL, Measure.MAINTAIN, Measure.PER_YEAR})
_GROWTHS = frozenset({Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH})
_MATCHED = ("规模以上", "规上", "限额以上", "限上")
_BEFORE = ("上年", "上一年", "前一年")
_POINTS = {"个百分点": "%", "百分点": "%"}
_THINGS = Unit.parse("个"), Unit.parse("人")
_AROUND = frozenset({Comparator.APPROX, Comparator.EQ})


class _Refused(Exception):
    """Why a target cannot be said by a linear constraint, for a reader."""


@frozen(kw_only=True)
class Asked:
    """One linear constraint that a target asks, with its number."""

    terms: Mapping[Variable, Fraction]
    low: Fraction | None
    high: Fraction | None
    said: Said


class Stating:
    """Turns the targets of one plan into constraints; what cannot be used is remembered."""

    def __init__(self, naming: Naming, years: tuple[int, int]) -> None:
        """Take the plan's years as those of targets that say none."""
        self.naming = naming
        self._years = years
        #: Targets that no constraint can say, and why.
        self.refused: list[tuple[Statement, str]] = []

    def constraints(self, statement: Statement, org: str) -> Iterator[Sourced]:
        """Yield what a target asks; one that is not linear is remembered instead."""
        try:
            found = list(self._asked(statement, org))
        except _Refused as refused:
            self.refused.append((statement, str(refused)))
            return
        for number, asked in enumerate(found):
            name = statement.id if len(found) == 1 else f"{statement.id}@{number}"
            yield Sourced(
                constraint=Constraint(
                    name=name,
                    kind=Kind.TARGET,
                    terms={x.name: weight for x, weight in asked.terms.items()},
                    lo=asked.low,
                    hi=asked.high,
                ),
                source=Source(
                    kind=SourceKind.STATEMENT,
                    id=statement.id,
                    words=f"“{statement.quote}”",
                    quote=statement.quote,
                    is_stretch=statement.strength is Strength.STRETCH,
                    said=asked.said,
                ),
            )

    def _asked(self, statement: Statement, org: str) -> Iterator[Asked]:
        goal = goal_of(statement, self.naming.catalogue.polarity(statement.indicator))
        if goal is None:
            raise _Refused("目标是等级，不是数，不能列成算式")
        first, last = self._span(statement)
        here = Variable(statement.indicator_id, org, last)
        measure = statement.measure
        if measure in _LEVELS:
            each = measure is not Measure.LEVEL or statement.when.kind is WhenKind.EACH
            for year in range(first if each else last, last + 1):
                yield from self._level(statement, here.in_year(year), goal)
        elif measure is Measure.TOTAL:
            years = [here.in_year(year) for year in range(first, last + 1)]
            yield self._bounded(dict.fromkeys(years, Fraction(1)), goal, statement)
        elif measure in _GROWTHS:
            yield from self._growth(statement, here, goal, first)
        else:
            yield from self._against(statement, here, goal, first)

    def _level(
        self, statement: Statement, variable: Variable, goal: Goal
    ) -> Iterator[Asked]:
        """A level bounds its variable; that of a ratio also its part against its whole."""
        yield self._bounded({variable: Fraction(1)}, goal, statement)
        for found in divisions(variable, statement.unit, self.naming):
            for bound, is_low in ((goal.low, True), (goal.high, False)):
                if bound is not None:
                    yield Asked(
                        terms=found.against(bound),
                        low=Fraction(0) if is_low else None,
                        high=None if is_low else Fraction(0),
                        said=self._said(statement),
                    )

    def _growth(
        self, statement: Statement, here: Variable, goal: Goal, first: int
    ) -> Iterator[Asked]:
        if not self._is_of_levels(statement):
            here = here.comparable
        last = here.year
        if statement.measure is Measure.GROWTH_AVG:
            pairs = [(first - 1, last)]
        elif statement.measure is Measure.GROWTH_EACH:
            pairs = [(year - 1, year) for year in range(first, last + 1)]
        else:
            pairs = [(last - 1, last)]
        for before, after in pairs:
            at = here.in_year(after)
            yield from self._compared(statement, at, goal, before, years=after - before)

    def _against(
        self, statement: Statement, here: Variable, goal: Goal, first: int
    ) -> Iterator[Asked]:
        for year, base in self._compared_years(statement, here.year, first):
            yield from self._from_base(statement, here.in_year(year), goal, base)

    def _compared_years(
        self, statement: Statement, last: int, first: int
    ) -> Iterator[tuple[int, int]]:
        """Yield years with the one that each is held against: 上年 is the one before."""
        written = (statement.base or "").strip()
        if _is_year_before(statement, is_one_year=first == last):
            is_each = statement.when.kind is WhenKind.EACH
            years = range(first if is_each else last, last + 1)
            yield from ((year, year - 1) for year in years)
            return
        digits = written[:4]
        if written and not digits.isdecimal():
            raise _Refused(f"以“{written}”为基数，没有写明是哪一年的数")
        base = int(digits) if digits else first - 1
        if base >= last:
            raise _Refused(f"基数是{base}年的，不在目标年份之前")
        yield last, base

    def _from_base(
        self, statement: Statement, here: Variable, goal: Goal, base: int
    ) -> Iterator[Asked]:
        if statement.measure is Measure.CHANGE:
            terms = {here: Fraction(1), here.in_year(base): Fraction(-1)}
            yield self._bounded(terms, goal, statement)
        elif statement.measure is Measure.MULTIPLE:
            yield from self._compared(statement, here, goal, base)
        else:
            series = here if self._is_of_levels(statement) else here.comparable
            yield from self._compared(statement, series, goal, base, years=1)

    def _compared(
        self, statement: Statement, here: Variable, goal: Goal, base: int, years: int = 0
    ) -> Iterator[Asked]:
        """Yield what a year must be of another: a multiple, or so many years of growth."""
        for bound, is_low in ((goal.low, True), (goal.high, False)):
            if bound is None:
                continue
            weight = Fraction(bound)
            if years:
                weight = (1 + weight / _HUNDRED) ** years
            if weight <= 0:
                raise _Refused("下降到没有或低于零，不能按倍数列算式")
            yield Asked(
                terms={here: Fraction(1), here.in_year(base): -weight},
                low=Fraction(0) if is_low else None,
                high=None if is_low else Fraction(0),
                said=evolve(self._said(statement), years=years),
            )

    def _bounded(
        self, terms: Mapping[Variable, Fraction], goal: Goal, statement: Statement
    ) -> Asked:
        unit = self.naming.unit(statement.indicator_id)
        own = Unit.parse(_POINTS.get(statement.unit.base, statement.unit.base))
        if not same_kind(own, unit):
            words = f"单位“{statement.unit.text}”与该指标的“{unit.text}”不能换算"
            raise _Refused(words)
        scale = Fraction(unit.scale)
        return Asked(
            terms=terms,
            low=None if goal.low is None else Fraction(goal.low) / scale,
            high=None if goal.high is None else Fraction(goal.high) / scale,
            said=evolve(
                self._said(statement),
                scale=Fraction(statement.unit.scale) / scale,
                is_around=goal.low is not None
                and goal.high is not None
                and statement.comparator in _AROUND,
            ),
        )

    def _said(self, statement: Statement) -> Said:
        assert isinstance(statement.value, Decimal)  # noqa: S101 (else it has no goal)
        unit = statement.unit
        is_counted = any(same_kind(Unit.parse(unit.base), thing) for thing in _THINGS)
        return Said(
            value=statement.value,
            high=statement.value_high,
            unit=unit.text,
            is_whole=bool(unit.base) and unit.scale == 1 and is_counted,
        )

    def _is_of_levels(self, statement: Statement) -> bool:
        """Whether growth may be held against levels: not where prices are constant."""
        known = self.naming.catalogue.get(statement.indicator_id)
        if any(word in statement.indicator for word in _MATCHED):
            return False
        return known is None or known.nominal is not Prices.REAL

    def _span(self, statement: Statement) -> tuple[int, int]:
        start, end = self._years
        last = statement.when.end or end
        first = min(statement.when.start or start, last)
        return (last, last) if statement.when.kind is WhenKind.IN else (first, last)


def _is_year_before(statement: Statement, *, is_one_year: bool) -> bool:
    """Whether the base is the year before the target's; 去年 is that of the writing."""
    written, when = (statement.base or "").strip(), statement.when
    if written.startswith("去年"):
        return is_one_year
    said = when.source != "plan" or when.kind in (WhenKind.IN, WhenKind.EACH)
    return written.startswith(_BEFORE) and (said or is_one_year)
