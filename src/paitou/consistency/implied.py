"""A system that can hold → what it says of a variable without saying so."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from paitou.consistency.exact import Exact
from paitou.consistency.shrinking import Names, shrunk
from paitou.consistency.stopwatch import Stopwatch
from paitou.consistency.system import Constraint, Kind, System
from paitou.model import UsageError


@frozen(kw_only=True)
class Edge:
    """How far something can go at most or at least, and what stops it there.

    Attributes:
        because: targets and facts that suffice with the identities, none of them idle.
    """

    value: Fraction
    because: tuple[str, ...]


@frozen(kw_only=True)
class Implied:
    """Between what a variable has to lie; None where nothing stops it."""

    variable: str
    low: Edge | None
    high: Edge | None


@frozen(kw_only=True)
class Redundant:
    """A target that the others ask for anyway; `because` is a smallest set that does."""

    name: str
    because: tuple[str, ...]


def implied(
    system: System, variables: Iterable[str], seconds: float = 60
) -> tuple[Implied, ...]:
    """Return the bounds of these variables, in the order in which they are named.

    Raises:
        UsageError: the system cannot hold, or there is no such variable.
        TimeUp: the seconds did not suffice.
    """
    asked = tuple(variables)
    if strange := sorted(set(asked) - set(system.variables)):
        raise UsageError(f"约束里没有“{strange[0]}”这个变量")
    exact = Exact(system, [{x: Fraction(1)} for x in asked], Stopwatch(seconds))
    _must_hold(exact)
    return tuple(
        Implied(
            variable=x,
            low=_edge(exact, system.soft, form, up=False),
            high=_edge(exact, system.soft, form, up=True),
        )
        for form, x in enumerate(asked)
    )


def redundant(system: System, seconds: float = 60) -> tuple[Redundant, ...]:
    """Return every target that follows from all else, in the order of the names.

    Of two targets that say the same each follows from the other, and both are listed.

    Raises:
        UsageError: the system cannot hold.
        TimeUp: the seconds did not suffice.
    """
    exact = Exact(system, watch=Stopwatch(seconds))
    _must_hold(exact)
    targets = (c for c in system.constraints if c.kind is Kind.TARGET)
    found = ((c.name, _why_redundant(exact, system.soft, c)) for c in targets)
    return tuple(
        Redundant(name=name, because=tuple(sorted(because)))
        for name, because in found
        if because is not None
    )


def _must_hold(exact: Exact) -> None:
    if not exact.holds():
        raise UsageError("这些约束不能同时成立，请先消除矛盾，再看由它们推出的界限")


def _edge(exact: Exact, soft: Names, form: int, *, up: bool) -> Edge | None:
    exact.keep(soft)
    exact.holds()
    value = exact.extreme(form, up=up)
    if value is None:
        return None

    def again(names: Names) -> Names | None:
        exact.keep(names)
        exact.holds()
        return exact.core() if exact.extreme(form, up=up) == value else None

    return Edge(value=value, because=tuple(sorted(shrunk(exact.core(), again))))


def _why_redundant(exact: Exact, soft: Names, constraint: Constraint) -> Names | None:
    def again(names: Names) -> Names | None:
        exact.keep(names)
        exact.holds()
        return _behind(exact, constraint)

    core = again(soft - {constraint.name})
    return None if core is None else shrunk(core, again)


def _behind(exact: Exact, constraint: Constraint) -> Names | None:
    """What in force keeps both bounds of one that is not; None where nothing does."""
    core: Names | None = None
    if constraint.lo is not None:
        least = exact.extreme_of(constraint.name, up=False)
        if least is None or least < constraint.lo:
            return None
        core = exact.core()
    if constraint.hi is not None:
        most = exact.extreme_of(constraint.name, up=True)
        if most is None or most > constraint.hi:
            return None
        core = (core or frozenset()) | exact.core()
    return core
