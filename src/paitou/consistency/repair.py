"""A system that cannot hold → the least that has to give way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from paitou.consistency.elastic import least_slack
from paitou.consistency.exact import Exact, Point
from paitou.consistency.factor import best_factor, sides, value
from paitou.consistency.solver import begin
from paitou.consistency.stopwatch import Stopwatch
from paitou.consistency.system import Constraint, System
from paitou.model import UsageError


@frozen(kw_only=True)
class Relaxation:
    """One bound that gives way as far as it must.

    Attributes:
        side: "lo" or "hi".
        before, after: the bound as it stands, and as it would have to be.
        share: the change as a share of the bound; None where the bound is 0.
        factor: of a bound 0, as in `part − 0.3 · whole ≥ 0`: by what the negative weights
            would have to be multiplied instead; None where that does not mend it.
    """

    name: str
    side: str
    before: Fraction
    after: Fraction
    factor: Fraction | None = None

    @property
    def share(self) -> Fraction | None:
        """Return how much gives way, as a share of the bound or of the weights."""
        if self.before:
            return abs(self.after - self.before) / abs(self.before)
        return None if self.factor is None else abs(self.factor - 1)


@frozen(kw_only=True)
class Repairs:
    """Ways to make a system hold.

    Attributes:
        single: one bound alone; the smallest share first, then those without a share.
        together: several that give way a little each, the least in all by share; a bound 0
            is measured by the usual size of its terms. Empty where nothing has to give way.
    """

    single: tuple[Relaxation, ...]
    together: tuple[Relaxation, ...]


def repairs(
    system: System, names: Iterable[str] | None = None, seconds: float = 60
) -> Repairs:
    """Return how the system can be made to hold if these may give way (all but identities).

    Raises:
        UsageError: there is no such constraint, or the rest cannot hold without them.
        TimeUp: the seconds did not suffice.
    """
    may_give = system.soft if names is None else frozenset(names)
    system.only(may_give)  # refuses names that are not there
    watch = Stopwatch(seconds)
    exact, _ = begin(system, watch)
    if exact.holds():
        return Repairs(single=(), together=())
    core = exact.core()
    exact.keep(system.soft - may_give)
    if not exact.holds():
        raise UsageError("其余约束本身就不能同时成立，只放宽这几条不够")
    alone = sorted(_alone(system, exact, core & may_give), key=_by_share)
    return Repairs(single=tuple(alone), together=_together(system, may_give, watch))


def _by_share(relaxation: Relaxation) -> tuple[bool, Fraction, str]:
    share = relaxation.share
    return share is None, share or Fraction(0), relaxation.name


def _alone(system: System, exact: Exact, core: frozenset[str]) -> Iterator[Relaxation]:
    """Yield each of a contradicting core that can mend all by itself."""
    by_name = {c.name: c for c in system.constraints}
    for name in sorted(core):
        exact.keep(system.soft - {name})
        if name not in core:
            continue
        if not exact.holds():
            core &= exact.core()  # who mends all is part of every contradiction
            continue
        yield _reached(system, exact, by_name[name])


def _reached(system: System, exact: Exact, constraint: Constraint) -> Relaxation:
    """How far one must give way if all others stay and can hold without it."""
    most = exact.extreme_of(constraint.name, up=True)
    if constraint.lo is not None and most is not None and most < constraint.lo:
        return _relaxed(system, constraint, "lo", most)
    least = exact.extreme_of(constraint.name, up=False)
    # the system cannot hold with it: it is out of reach on one side or the other
    assert least is not None  # noqa: S101
    return _relaxed(system, constraint, "hi", least)


def _relaxed(
    system: System, constraint: Constraint, side: str, after: Fraction
) -> Relaxation:
    before = constraint.lo if side == "lo" else constraint.hi
    # the caller looked at this side because it is there
    assert before is not None  # noqa: S101
    factor = None if before else best_factor(system, constraint, side)
    return Relaxation(
        name=constraint.name, side=side, before=before, after=after, factor=factor
    )


def _together(
    system: System, may_give: frozenset[str], watch: Stopwatch
) -> tuple[Relaxation, ...]:
    by_name = {c.name: c for c in system.constraints}
    slack, point = least_slack(system, may_give, watch)
    return tuple(
        _slackened(by_name[name], side, amount, point)
        for (name, side), amount in sorted(slack.items())
    )


def _slackened(
    constraint: Constraint, side: str, amount: Fraction, point: Point
) -> Relaxation:
    before = constraint.lo if side == "lo" else constraint.hi
    assert before is not None  # noqa: S101 (only bounds have slack)
    part, whole = (value(form, point) for form in sides(constraint))
    return Relaxation(
        name=constraint.name,
        side=side,
        before=before,
        after=before - amount if side == "lo" else before + amount,
        factor=part / whole if not before and part > 0 and whole > 0 else None,
    )
