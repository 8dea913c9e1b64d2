"""Constraints that cannot hold together → the sum of them that shows it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from paitou.consistency.exact import Exact
from paitou.consistency.system import Constraint, System
from paitou.model import UsageError


@frozen(kw_only=True)
class Line:
    """One constraint of a sum.

    Attributes:
        multiplier: positive of `terms ≥ bound`, negative of `terms ≤ bound`, which it turns
            round.
    """

    name: str
    multiplier: Fraction
    bound: Fraction


@frozen(kw_only=True)
class Proof:
    """Lines that add up: every variable cancels, and what is left reads `0 ≥ total`.

    Attributes:
        signs: how many times `variable ≥ 0` is added besides.
        total: more than 0, so that the sum contradicts itself.
    """

    lines: tuple[Line, ...]
    signs: tuple[tuple[str, Fraction], ...]
    total: Fraction


def proof_of(system: System, names: Iterable[str]) -> Proof:
    """Return why these constraints and the identities cannot hold together.

    Raises:
        UsageError: they can, or there is no such constraint.
    """
    exact = Exact(system.only(names))
    if exact.holds():
        raise UsageError("这些目标可以同时成立，没有矛盾可以证明")
    lines, signs = exact.reason(), exact.signs()
    unit = _unit([weight for _, weight in lines])
    made = tuple(_line(constraint, weight / unit) for constraint, weight in lines)
    return Proof(
        lines=made,
        signs=tuple((x, weight / unit) for x, weight in signs),
        total=sum((line.multiplier * line.bound for line in made), Fraction(0)),
    )


def _line(constraint: Constraint, multiplier: Fraction) -> Line:
    bound = constraint.lo if multiplier > 0 else constraint.hi
    # a search only blames bounds that are there
    assert bound is not None  # noqa: S101
    return Line(name=constraint.name, multiplier=multiplier, bound=bound)


def _unit(weights: list[Fraction]) -> Fraction:
    """The weight to divide by, so that the multipliers are the shortest to write."""
    return min(map(abs, weights), key=lambda unit: (_length(weights, unit), unit))


def _length(weights: list[Fraction], unit: Fraction) -> int:
    return sum(len(str(weight / unit)) for weight in weights)
