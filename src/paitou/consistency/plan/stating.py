"""A target → what it asks of variables, as linear constraints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.variables import Naming, Variable
from paitou.consistency.system import Constraint, Kind
from paitou.figures.goal import Goal, goal_of
from paitou.indicators import Catalogue, Dimension, Prices
from paitou.indicators.relations import Denominator, RelationKind
from paitou.model import Measure, Statement, Strength, WhenKind

_HUNDRED = Fraction(100)
_LEVELS = frozenset({Measure.LEVEL, Measure.MAINTAIN, Measure.PER_YEAR})
_MATCHED = ("规模以上", "规上", "限额以上", "限上")


class Stating:
    """Turns the targets of one plan into constraints; what cannot be used is remembered."""

    def __init__(
        self, naming: Naming, catalogue: Catalogue, years: tuple[int, int]
    ) -> None:
        """Take the plan's years as those of targets that say none."""
        self._naming = naming
        self._catalogue = catalogue
        self._years = years
        self.unused: list[Statement] = []

    def constraints(self, statement: Statement, org: str) -> Iterator[Sourced]:
        """Yield what a target asks; one that is not linear is remembered instead."""
        goal = goal_of(statement, self._catalogue.polarity(statement.indicator))
        if goal is None:
            self.unused.append(statement)
            return
        found = list(self._asked(statement, org, goal))
        if not found:
            self.unused.append(statement)
        for number, (terms, low, high, words) in enumerate(found):
            name = statement.id if len(found) == 1 else f"{statement.id}@{number}"
            yield Sourced(
                constraint=Constraint(
                    name=name,
                    kind=Kind.TARGET,
                    terms={variable.name: weight for variable, weight in terms.items()},
                    lo=low,
                    hi=high,
                ),
                source=Source(
                    kind=SourceKind.STATEMENT,
                    id=statement.id,
                    words=words,
                    quote=statement.quote,
                    is_stretch=statement.strength is Strength.STRETCH,
                ),
            )

    def _asked(self, statement: Statement, org: str, goal: Goal) -> Iterator[_Asked]:
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
        elif measure in (Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH):
            yield from self._growth(statement, here, goal, first)
        elif measure in (Measure.MULTIPLE, Measure.CHANGE, Measure.CHANGE_RATE):
            yield from self._against(statement, here, goal, first)

    def _level(
        self, statement: Statement, variable: Variable, goal: Goal
    ) -> Iterator[_Asked]:
        """A share bounds its part against its whole; any other level is a bound itself."""
        ratio = next(
            (
                r
                for r in self._catalogue.relations_of(variable.indicator_id)
                if r.kind is RelationKind.RATIO and r.whole == variable.indicator_id
            ),
            None,
        )
        known = self._catalogue.get(variable.indicator_id)
        if ratio is None or known is None or known.dimension is not Dimension.SHARE:
            yield self._bounded({variable: Fraction(1)}, goal, statement)
            return
        if ratio.denominator_of is not Denominator.SAME:
            return
        part, whole = variable.at(ratio.numerator), variable.at(ratio.denominator)
        for bound, is_low in ((goal.low, True), (goal.high, False)):
            if bound is not None:
                terms = {part: Fraction(1), whole: -Fraction(bound) / _HUNDRED}
                low, high = (Fraction(0), None) if is_low else (None, Fraction(0))
                yield terms, low, high, self._words(statement)

    def _growth(
        self, statement: Statement, here: Variable, goal: Goal, first: int
    ) -> Iterator[_Asked]:
        if not self._may_compare(statement) or goal.aim <= -100:
            return
        factor = 1 + Fraction(goal.aim) / _HUNDRED
        last = here.year
        if statement.measure is Measure.GROWTH_AVG:
            pairs = [(first - 1, last)]
        elif statement.measure is Measure.GROWTH_EACH:
            pairs = [(year - 1, year) for year in range(first, last + 1)]
        else:
            pairs = [(last - 1, last)]
        for before, after in pairs:
            weight = factor ** (after - before)
            yield self._compared(statement, here, goal, (before, after, weight))

    def _against(
        self, statement: Statement, here: Variable, goal: Goal, first: int
    ) -> Iterator[_Asked]:
        digits = (statement.base or "").strip()[:4]
        if statement.base and not digits.isdecimal():
            return
        base = int(digits) if digits else first - 1
        if statement.measure is Measure.CHANGE:
            terms = {here: Fraction(1), here.in_year(base): Fraction(-1)}
            yield self._bounded(terms, goal, statement)
        elif statement.measure is Measure.MULTIPLE:
            at = (base, here.year, Fraction(goal.aim))
            yield self._compared(statement, here, goal, at)
        elif self._may_compare(statement):
            at = (base, here.year, 1 + Fraction(goal.aim) / _HUNDRED)
            yield self._compared(statement, here, goal, at)

    def _compared(
        self,
        statement: Statement,
        here: Variable,
        goal: Goal,
        at: tuple[int, int, Fraction],
    ) -> _Asked:
        before, after, weight = at
        terms = {here.in_year(after): Fraction(1), here.in_year(before): -weight}
        low, high = (Fraction(0), None) if goal.is_floor else (None, Fraction(0))
        return terms, low, high, self._words(statement)

    def _bounded(
        self, terms: Mapping[Variable, Fraction], goal: Goal, statement: Statement
    ) -> _Asked:
        scale = self._naming.unit(statement.indicator_id).scale
        low = None if goal.low is None else _exact(goal.low / scale)
        high = None if goal.high is None else _exact(goal.high / scale)
        return dict(terms), low, high, self._words(statement)

    def _may_compare(self, statement: Statement) -> bool:
        """Whether growth may be held against levels: not where prices are constant."""
        known = self._catalogue.get(statement.indicator_id)
        if any(word in statement.indicator for word in _MATCHED):
            return False
        return known is None or known.nominal is not Prices.REAL

    def _span(self, statement: Statement) -> tuple[int, int]:
        start, end = self._years
        last = statement.when.end or end
        first = min(statement.when.start or start, last)
        return (last, last) if statement.when.kind is WhenKind.IN else (first, last)

    def _words(self, statement: Statement) -> str:
        return f"“{statement.quote}”"


_Asked = tuple[dict[Variable, Fraction], Fraction | None, Fraction | None, str]


def _exact(value: Decimal) -> Fraction:
    return Fraction(value)
