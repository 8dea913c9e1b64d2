"""A plan's sections → a tree to navigate by, with how much stands in each."""

from __future__ import annotations

from bisect import bisect_left

from attrs import field, frozen

from paitou.model import Plan, Section


@frozen(kw_only=True)
class Node:
    """A section, the sections beneath it, and how many items stand in all of them."""

    section: Section
    targets: int
    commitments: int
    children: tuple[Node, ...] = field(default=(), repr=False)

    @property
    def items(self) -> int:
        """Return how many statements and commitments stand in it."""
        return self.targets + self.commitments


def outline(plan: Plan) -> tuple[Node, ...]:
    """Return the top sections of the plan."""
    children: dict[int, list[Section]] = {}
    for section in plan.sections:
        children.setdefault(section.parent, []).append(section)
    indices = {id(section): index for index, section in enumerate(plan.sections)}
    targets = sorted(statement.start for statement in plan.statements)
    commitments = sorted(commitment.start for commitment in plan.commitments)

    def nodes(parent: int) -> tuple[Node, ...]:
        return tuple(
            Node(
                section=section,
                targets=_within(targets, section),
                commitments=_within(commitments, section),
                children=nodes(indices[id(section)]),
            )
            for section in children.get(parent, ())
        )

    return nodes(-1)


def _within(starts: list[int], section: Section) -> int:
    return bisect_left(starts, section.end) - bisect_left(starts, section.start)
