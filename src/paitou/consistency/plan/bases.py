"""A level and an average growth of one indicator → the base that both together imply."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.sources import Sourced
from paitou.consistency.plan.variables import Variable
from paitou.model import Comparator, Measure, Statement

_FLOORS = frozenset({Comparator.GE, Comparator.GT, Comparator.APPROX})


@frozen(kw_only=True)
class ImpliedBase:
    """That a level and a growth are one promise only from a certain base.

    Attributes:
        base: what the level would have to grow from at the rate asked for.
        known: what is known of that year, published or computed; None where nothing is.
        tighter: the one of both that asks for more, from the published base.
    """

    level: Statement
    growth: Statement
    variable: Variable
    base: Fraction
    known: Sourced | None
    tighter: Statement | None


def implied_bases(plan: PlanSystem) -> Iterator[ImpliedBase]:
    """Yield the bases that pairs of a level and an average growth imply.

    进出口3000亿元 with 15 % a year over three years means 3000 ÷ 1.15³ = 1972.5 in 2022.
    """
    for growth in plan.statements:
        if growth.measure is not Measure.GROWTH_AVG or not _is_floor(growth):
            continue
        for level in plan.statements:
            if _is_pair(level, growth):
                yield _implied(plan, level, growth)


def _is_pair(level: Statement, growth: Statement) -> bool:
    return (
        level.measure is Measure.LEVEL
        and level.indicator_id == growth.indicator_id
        and level.scope == growth.scope
        and level.when.end == growth.when.end
        and level.when.end is not None
        and growth.when.start is not None
        and _is_floor(level)
    )


def _is_floor(statement: Statement) -> bool:
    return statement.comparator in _FLOORS and isinstance(statement.value, Decimal)


def _implied(plan: PlanSystem, level: Statement, growth: Statement) -> ImpliedBase:
    first, last = growth.when.start or 0, growth.when.end or 0
    assert isinstance(level.value, Decimal)  # noqa: S101 (asked by `_is_floor`)
    assert isinstance(growth.value, Decimal)  # noqa: S101
    unit = plan.naming.unit(level.indicator_id)
    value = Fraction(level.value * level.unit.scale / unit.scale)
    factor = (1 + Fraction(growth.value) / 100) ** (last - first + 1)
    base = value / factor
    org = plan.view.ledger.places.whole
    variable = Variable(level.indicator_id, org, first - 1)
    known = plan.fact_of(variable)
    tighter = None
    if known is not None:
        bounds = known.constraint.lo, known.constraint.hi
        if bounds[1] is not None and bounds[1] < base:
            tighter = level
        elif bounds[0] is not None and bounds[0] > base:
            tighter = growth
    return ImpliedBase(
        level=level,
        growth=growth,
        variable=variable,
        base=base,
        known=known,
        tighter=tighter,
    )
