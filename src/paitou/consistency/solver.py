"""A system → whether it can hold, with a point where it does."""

from __future__ import annotations

from attrs import frozen

from paitou.consistency.exact import Exact, Point
from paitou.consistency.system import System


@frozen
class Verdict:
    """Whether a system can hold; `witness` is a point where it does, None where it cannot."""

    feasible: bool
    witness: Point | None


def solve(system: System) -> Verdict:
    """Return whether all constraints can hold at once, decided in exact arithmetic."""
    exact = Exact(system)
    feasible = exact.holds()
    return Verdict(feasible, exact.point() if feasible else None)
