"""A system → whether it can hold, with a point where it does."""

from __future__ import annotations

from attrs import frozen

from paitou.consistency.exact import Exact, Point
from paitou.consistency.highs import Guess, guess
from paitou.consistency.stopwatch import Stopwatch
from paitou.consistency.system import System

#: With fewer coefficients the exact search is done before HiGHS is loaded.
_WORTH_A_GUESS = 500


@frozen
class Verdict:
    """Whether a system can hold; `witness` is a point where it does, or None."""

    feasible: bool
    witness: Point | None


def solve(system: System) -> Verdict:
    """Return whether all constraints can hold at once, decided in exact arithmetic."""
    exact, _ = begin(system)
    feasible = exact.holds()
    return Verdict(feasible, exact.point() if feasible else None)


def begin(system: System, watch: Stopwatch | None = None) -> tuple[Exact, Guess | None]:
    """Return the system ready for the search, and the guess that it starts from, if any."""
    exact = Exact(system, watch=watch)
    size = sum(len(constraint.terms) for constraint in system.constraints)
    found = guess(system) if size >= _WORTH_A_GUESS else None
    if found is not None:
        exact.start(found)
    return exact, found
