"""A bound beyond what a plan says → what would have to give way for what it says to do."""

from __future__ import annotations

from fractions import Fraction

from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.sources import SourceKind
from paitou.consistency.plan.variables import Variable
from paitou.consistency.plan.workings import against
from paitou.consistency.repair import Relaxation, repairs
from paitou.consistency.system import Constraint, System
from paitou.model import Measure

_OF_SHARES = frozenset({Measure.LEVEL, Measure.MAINTAIN, Measure.MULTIPLE})


def adjustments(
    plan: PlanSystem, variable: Variable, most: Fraction, names: tuple[str, ...]
) -> tuple[Relaxation, ...]:
    """Return single changes after which the variable may be as low as this, least first."""
    kept = [c for c in plan.system.only(names).constraints if c.name in names or c.is_hard]
    return repairs(System((*kept, against(variable, most))), names).single


def adjustment_words(plan: PlanSystem, change: Relaxation) -> str:
    """Return a change for a reader: “服务业增加值突破6600亿元”调整到6073亿元（8.0%）."""
    source = plan.sources[change.name]
    share = "" if change.share is None else f"（{float(change.share) * 100:.1f}%）"
    return f"{source.words}{_end(plan, change) or '放宽'}{share}"


def _end(plan: PlanSystem, change: Relaxation) -> str:
    constraint = _constraint(plan, change.name)
    if change.factor is None:
        indicator_id = Variable.named(constraint.terms[0][0]).indicator_id
        return f"调整到{plan.naming.amount(change.after, indicator_id)}"
    source = plan.sources[change.name]
    if source.kind is not SourceKind.STATEMENT:
        return ""
    statement = next(one for one in plan.statements if one.id == source.id)
    weights = [-weight for _, weight in constraint.terms if weight < 0]
    if statement.measure not in _OF_SHARES or len(weights) != 1:
        return ""
    after = float(weights[0] * change.factor)
    if statement.measure is Measure.MULTIPLE:
        return f"调整到{after:.2f}倍"
    return f"调整到{after * 100:.1f}%"


def _constraint(plan: PlanSystem, name: str) -> Constraint:
    return next(one for one in plan.system.constraints if one.name == name)
