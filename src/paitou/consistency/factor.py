"""A constraint of proportion that cannot be kept → the proportion that can.

`part − 0.3 · whole ≥ 0` cannot be moved by its bound in a way that people could read; what
gives way is the 0.3. Dinkelbach, "On nonlinear fractional programming" (Management Science
13, 1967): the best ratio is where the best of `part − ratio · whole` is 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from paitou.consistency.exact import Exact, Point
from paitou.consistency.system import Constraint, System

_MOST_STEPS = 50


def best_factor(system: System, constraint: Constraint, side: str) -> Fraction | None:
    """Return by what to multiply the negative weights, so that the rest can hold.

    None where the terms have one sign only, or no factor above 0 is attained.
    """
    part, whole = sides(constraint)
    rest = system.soft - {constraint.name}
    if side == "lo":
        return _greatest_ratio(system, rest, part, whole)
    ratio = _greatest_ratio(system, rest, whole, part)
    return 1 / ratio if ratio else None


def sides(constraint: Constraint) -> tuple[dict[str, Fraction], dict[str, Fraction]]:
    """Return the positive terms, and the negative ones with their sign turned."""
    part = {x: weight for x, weight in constraint.terms if weight > 0}
    whole = {x: -weight for x, weight in constraint.terms if weight < 0}
    return part, whole


def _greatest_ratio(
    system: System,
    names: frozenset[str],
    part: Mapping[str, Fraction],
    whole: Mapping[str, Fraction],
) -> Fraction | None:
    ratio = Fraction(1)
    for _ in range(_MOST_STEPS):
        form = {**part, **{x: -ratio * weight for x, weight in whole.items()}}
        exact = Exact(system, [form])
        exact.keep(names)
        if not exact.holds():
            return None
        best = exact.extreme(0, up=True)
        if best is None:
            return None
        if best == 0:
            return ratio
        point = exact.point()
        above, below = value(part, point), value(whole, point)
        if above <= 0 or below <= 0:
            return None
        ratio = above / below
    return None


def value(form: Mapping[str, Fraction], point: Point) -> Fraction:
    """Return what a form adds up to at a point."""
    return sum((weight * point[x] for x, weight in form.items()), Fraction(0))
