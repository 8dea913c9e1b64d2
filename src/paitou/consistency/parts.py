"""A system → the parts of it that have no variable in common."""

from __future__ import annotations

from collections import defaultdict

from paitou.consistency.system import Constraint, System


def parts(system: System) -> tuple[System, ...]:
    """Return the parts in the order of their first constraint; each can be judged alone."""
    roots: dict[str, str] = {}
    for constraint in system.constraints:
        members = [x for x, _ in constraint.terms]
        for x in members:
            roots[_root(roots, x)] = _root(roots, members[0])
    groups: dict[str, list[Constraint]] = defaultdict(list)
    for constraint in system.constraints:
        terms = constraint.terms
        # what has no variable is a part of its own, under a name no variable can have
        key = f"={_root(roots, terms[0][0])}" if terms else f"0{constraint.name}"
        groups[key].append(constraint)
    return tuple(System(group, system.nonnegative) for group in groups.values())


def _root(roots: dict[str, str], x: str) -> str:
    while (above := roots.setdefault(x, x)) != x:
        roots[x] = roots[above]
        x = above
    return x
