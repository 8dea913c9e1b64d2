"""A system and those that may give way → how much each does, the least in all."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from paitou.consistency.exact import Exact, Point
from paitou.consistency.stopwatch import Stopwatch
from paitou.consistency.system import Constraint, Kind, System

#: The name and the side of a bound.
Bound = tuple[str, str]
#: First letters keep what is added here apart from names that people give.
_VARIABLE, _SLACK = "x", "s"


def least_slack(
    system: System, may_give: frozenset[str], watch: Stopwatch | None = None
) -> tuple[dict[Bound, Fraction], Point]:
    """Return the slack of each bound that gives way, and the point where all then holds.

    The least sum of slack, each measured by the size of its bound.
    """
    sizes = _usual_sizes(system)
    made: list[Constraint] = []
    cost: dict[str, Fraction] = {}
    bounds: dict[str, Bound] = {}
    for constraint in system.constraints:
        if constraint.name not in may_give:
            made.append(_part(constraint, "", constraint.lo, constraint.hi))
            continue
        for side, bound in (("lo", constraint.lo), ("hi", constraint.hi)):
            if bound is not None:
                slack = f"{_SLACK}{side}{constraint.name}"
                made += _elastic(constraint, side, slack)
                cost[slack] = 1 / _size(constraint, bound, sizes)
                bounds[slack] = constraint.name, side
    exact = Exact(System(made, system.nonnegative), [cost], watch)
    exact.holds()
    exact.extreme(0, up=False)
    point = exact.point()
    given = {bounds[slack]: point[slack] for slack in bounds if point[slack]}
    return given, {x: point[_VARIABLE + x] for x in system.variables}


def _elastic(constraint: Constraint, side: str, slack: str) -> list[Constraint]:
    low = constraint.lo if side == "lo" else None
    high = constraint.hi if side == "hi" else None
    bounded = _part(
        constraint, side, low, high, {slack: Fraction(1 if low is not None else -1)}
    )
    never_negative = Constraint(
        name=f"{slack} ", kind=Kind.IDENTITY, terms={slack: Fraction(1)}, lo=Fraction(0)
    )
    return [bounded, never_negative]


def _part(
    constraint: Constraint,
    side: str,
    low: Fraction | None,
    high: Fraction | None,
    slack: dict[str, Fraction] | None = None,
) -> Constraint:
    terms = {_VARIABLE + x: weight for x, weight in constraint.terms}
    return Constraint(
        name=f"{side}:{constraint.name}",
        kind=Kind.IDENTITY,
        terms={**terms, **(slack or {})},
        lo=low,
        hi=high,
    )


def _usual_sizes(system: System) -> dict[str, Fraction]:
    """The greatest number that a constraint of its own gives each variable."""
    sizes: dict[str, Fraction] = defaultdict(Fraction)
    for constraint in system.constraints:
        for bound in (constraint.lo, constraint.hi):
            if bound and len(constraint.terms) == 1:
                x, weight = constraint.terms[0]
                sizes[x] = max(sizes[x], abs(bound / weight))
    return sizes


def _size(constraint: Constraint, bound: Fraction, sizes: dict[str, Fraction]) -> Fraction:
    """The bound; where that is 0 the usual size of the greatest term."""
    if bound:
        return abs(bound)
    usual = max(sizes.values(), default=Fraction(1))
    known = [abs(w) * sizes[x] for x, w in constraint.terms if sizes.get(x)]
    return (
        max(known)
        if known
        else usual * max((abs(w) for _, w in constraint.terms), default=1)
    )
