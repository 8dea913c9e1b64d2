"""Bases that targets start from, and their vintages → those that were revised since."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.variables import Variable
from paitou.model import Figure, Period

#: Less than this apart, two vintages tell the same story.
_APART = Fraction(1, 200)


@frozen(kw_only=True)
class Revised:
    """A value that was published in several vintages that lie apart.

    A target pinned to one of them and judged on another is another target (the GDP of
    Kunming in 2017 is 4857.64 in one official vintage and 5429.70 in another).
    """

    variable: Variable
    vintages: tuple[Figure, ...]


def revised_bases(plan: PlanSystem) -> Iterator[Revised]:
    """Yield the years before the plan's that targets count from and that were revised."""
    for variable in _bases(plan):
        series = plan.view.ledger.series(variable.indicator_id, variable.org)
        period = Period.of_year(variable.year)
        vintages = [
            figure
            for figure in series.known(plan.view.as_of).vintages(period)
            if figure.is_published and isinstance(figure.value, Decimal)
        ]
        amounts = sorted(
            Fraction(f.value * f.unit.scale)
            for f in vintages
            if isinstance(f.value, Decimal)
        )
        if len(amounts) > 1 and amounts[-1] - amounts[0] > amounts[0] * _APART:
            yield Revised(variable=variable, vintages=tuple(vintages))


def _bases(plan: PlanSystem) -> tuple[Variable, ...]:
    """Return the variables that only growth, changes and multiples look back to."""
    last = max((variable.year for variable in plan.stated), default=0)
    return tuple(variable for variable in plan.stated if variable.year < last)
