"""Bases that targets start from, and their vintages → those that were revised since."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.sources import SourceKind
from paitou.consistency.plan.variables import Variable
from paitou.figures import same_kind
from paitou.model import Figure, Measure, Period, Statement, Unit

#: Less than this apart, two vintages tell the same story.
_APART = Fraction(1, 200)
_COMPARING = frozenset(
    {
        Measure.GROWTH,
        Measure.GROWTH_AVG,
        Measure.GROWTH_EACH,
        Measure.CHANGE,
        Measure.CHANGE_RATE,
        Measure.MULTIPLE,
    }
)


@frozen(kw_only=True)
class Revised:
    """A base that was published, or is named in the plan, with values that lie apart.

    A target pinned to one of them and judged on another is another target (the GDP of
    Kunming in 2017 is 4857.64 in one official vintage and 5429.70 in another).

    Attributes:
        vintages: what was published, the oldest first.
        held: the one that targets are judged on.
        stated: where the plan itself gives the value; None where it does not.
        targets: those that start from it.
    """

    variable: Variable
    vintages: tuple[Figure, ...]
    held: Figure
    stated: Statement | None
    targets: tuple[Statement, ...]


def revised_bases(plan: PlanSystem) -> Iterator[Revised]:
    """Yield the bases of growth, changes and multiples whose values lie apart."""
    for variable, targets in _bases(plan).items():
        series = plan.view.ledger.series(variable.indicator_id, variable.org)
        known = series.known(plan.view.as_of)
        period = Period.of_year(variable.year)
        unit = plan.naming.unit(variable.indicator_id)
        vintages = [f for f in known.vintages(period) if _is_level(f, unit)]
        held, stated = known.at(period), _stated(plan, variable)
        if held is None or held not in vintages:
            continue
        amounts = [_amount(each) for each in (*vintages, stated) if each is not None]
        if max(amounts) - min(amounts) > abs(min(amounts)) * _APART:
            yield Revised(
                variable=variable,
                vintages=tuple(vintages),
                held=held,
                stated=stated,
                targets=tuple(targets.values()),
            )


def _bases(plan: PlanSystem) -> dict[Variable, dict[str, Statement]]:
    """Return what targets compare a later year with, in the order of the years."""
    statements = {statement.id: statement for statement in plan.statements}
    found: dict[Variable, dict[str, Statement]] = {}
    for constraint in plan.system.constraints:
        source = plan.sources[constraint.name]
        if source.kind is not SourceKind.STATEMENT:
            continue
        statement = statements[source.id]
        if statement.measure in _COMPARING:
            for name in (x for x, weight in constraint.terms if weight < 0):
                base = Variable.named(name)
                base = base.at(base.plain_id)
                found.setdefault(base, {})[statement.id] = statement
    return {base: found[base] for base in sorted(found)}


def _stated(plan: PlanSystem, variable: Variable) -> Statement | None:
    """Return where the plan itself says what the base was."""
    unit = plan.naming.unit(variable.indicator_id)
    return next(
        (
            one
            for one in plan.outcomes
            if one.indicator_id == variable.indicator_id
            and one.measure is Measure.LEVEL
            and one.when.end == variable.year
            and plan.place(one) == variable.org
            and isinstance(one.value, Decimal)
            and same_kind(one.unit, unit)
        ),
        None,
    )


def _is_level(figure: Figure, unit: Unit) -> bool:
    is_number = isinstance(figure.value, Decimal)
    return is_number and figure.is_published and same_kind(figure.unit, unit)


def _amount(each: Figure | Statement) -> Fraction:
    assert isinstance(each.value, Decimal)  # noqa: S101 (asked by the caller)
    return Fraction(each.value * each.unit.scale)
