"""Targets of a plan and of its children → children that promise less, or the same again."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from paitou.consistency.plan.building import PlanSystem
from paitou.consistency.plan.children import ChildTarget
from paitou.figures import same_kind
from paitou.figures.goal import Goal, goal_of
from paitou.model import Statement, When, WhenKind


class Falls(StrEnum):
    """How a child's target stands beside its parent's."""

    SHORT = "short"
    WEAKER = "weaker"


@frozen(kw_only=True)
class Promise:
    """A target of the plan that a child repeats with less, or with less strength."""

    parent: Statement
    child: ChildTarget
    falls: Falls


def promises(plan: PlanSystem) -> Iterator[Promise]:
    """Yield the children's targets that ask for less than the parent's of the same."""
    for parent in plan.statements:
        org = plan.place(parent)
        for child in plan.children:
            if child.org == org and _is_same(parent, child.statement):
                falls = _falls(plan, parent, child.statement)
                if falls is not None:
                    yield Promise(parent=parent, child=child, falls=falls)


def _is_same(parent: Statement, child: Statement) -> bool:
    return (
        parent.indicator_id == child.indicator_id
        and parent.measure is child.measure
        and _years(parent.when) == _years(child.when)
        and parent.base == child.base
        and same_kind(parent.unit, child.unit)
    )


def _years(when: When) -> tuple[bool, int | None, int | None]:
    return when.kind is WhenKind.EACH, when.start, when.end


def _falls(plan: PlanSystem, parent: Statement, child: Statement) -> Falls | None:
    goals = [
        goal_of(each, plan.naming.catalogue.polarity(each.indicator))
        for each in (parent, child)
    ]
    above, below = goals
    if above is None or below is None:
        return None
    if _is_short(above, below):
        return Falls.SHORT
    same = (above.low, above.high) == (below.low, below.high)
    differs = parent.comparator, parent.strength
    if same and differs != (child.comparator, child.strength):
        return Falls.WEAKER
    return None


def _is_short(above: Goal, below: Goal) -> bool:
    """Whether less is promised below; what bounds another side is no less of it."""
    if above.is_floor and below.is_floor and above.low is not None:
        return below.low is not None and below.low < above.low
    if above.high is None or above.is_floor or below.is_floor:
        return False
    return below.high is not None and below.high > above.high
