"""Constraints on named quantities → one system, in an order of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from paitou.model import UsageError


class Kind(StrEnum):
    """What stands behind a constraint; an identity holds whatever people decide."""

    IDENTITY = "identity"
    TARGET = "target"
    FACT = "fact"


def _terms(weights: Mapping[str, Fraction]) -> tuple[tuple[str, Fraction], ...]:
    return tuple(sorted((x, Fraction(weight)) for x, weight in weights.items() if weight))


@frozen(kw_only=True)
class Constraint:
    """`lo ≤ Σ weight · variable ≤ hi`; None is no bound.

    Attributes:
        terms: given as a mapping, kept in the order of the variables, without zeros.
    """

    name: str
    kind: Kind = field(default=Kind.TARGET, converter=Kind)
    terms: tuple[tuple[str, Fraction], ...] = field(converter=_terms)
    lo: Fraction | None = None
    hi: Fraction | None = None

    @property
    def is_hard(self) -> bool:
        """Return whether nobody can give way here."""
        return self.kind is Kind.IDENTITY

    def value(self, point: Mapping[str, Fraction]) -> Fraction:
        """Return what the terms add up to at a point; a variable it lacks is 0."""
        return sum((w * point.get(x, 0) for x, w in self.terms), Fraction(0))

    def is_kept_at(self, point: Mapping[str, Fraction]) -> bool:
        """Return whether the point keeps both bounds."""
        value = self.value(point)
        return (self.lo is None or value >= self.lo) and (
            self.hi is None or value <= self.hi
        )


def _ordered(constraints: Iterable[Constraint]) -> tuple[Constraint, ...]:
    return tuple(sorted(constraints, key=lambda constraint: constraint.name))


@frozen
class System:
    """Constraints in the order of their names, so that no answer hangs on another order.

    Raises:
        UsageError: two constraints share a name, or a lower bound is above the upper one.
    """

    constraints: tuple[Constraint, ...] = field(converter=_ordered)
    nonnegative: bool = True

    def __attrs_post_init__(self) -> None:
        names = Counter(constraint.name for constraint in self.constraints)
        if twice := [name for name, times in names.items() if times > 1]:
            raise UsageError(f"约束“{twice[0]}”出现了{names[twice[0]]}次，名称不能重复")
        for c in self.constraints:
            if c.lo is not None and c.hi is not None and c.lo > c.hi:
                raise UsageError(f"约束“{c.name}”的下限大于上限，请核对 lo 和 hi")

    @property
    def variables(self) -> tuple[str, ...]:
        """Return the names of all variables in their order."""
        return tuple(sorted({x for c in self.constraints for x, _ in c.terms}))

    @property
    def soft(self) -> frozenset[str]:
        """Return the names of the constraints that are not identities."""
        return frozenset(c.name for c in self.constraints if not c.is_hard)

    def only(self, names: Iterable[str]) -> System:
        """Return the system of these constraints and the identities.

        Raises:
            UsageError: there is no such constraint, or it is an identity.
        """
        wanted = frozenset(names)
        if strange := sorted(wanted - self.soft):
            raise UsageError(f"没有名为“{strange[0]}”的目标或事实")
        kept = (c for c in self.constraints if c.is_hard or c.name in wanted)
        return System(kept, self.nonnegative)
