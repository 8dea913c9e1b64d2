"""A plan's outline → its tasks: the sections that somebody has to answer for."""

from __future__ import annotations

from collections import Counter

from paitou.model import Plan, Section


def tasks_of(plan: Plan) -> tuple[Section, ...]:
    """Return the innermost sections that say what is to be done, in the text's order.

    A section that says nothing countable is a task where most of its neighbours are.
    """
    parents = {section.parent for section in plan.sections}
    leaves = [s for i, s in enumerate(plan.sections) if i not in parents]
    speaking = {s.section for s in plan.statements} | {c.section for c in plan.commitments}
    neighbours = Counter(leaf.parent for leaf in leaves)
    doing = Counter(leaf.parent for leaf in leaves if leaf.id in speaking)
    return tuple(
        leaf
        for leaf in leaves
        if leaf.id in speaking or 2 * doing[leaf.parent] > neighbours[leaf.parent]
    )
