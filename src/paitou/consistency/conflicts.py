"""A system → every smallest set of targets and facts that cannot hold together.

The sets are parted, not guessed at: of all conflicts other than a known one, each lacks a
first member of it and has the members before. A branch ends where what is left can hold,
or where a member that it insists on can be in no conflict any more (`_is_spent`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain

from attrs import evolve, frozen

from paitou.consistency.exact import Exact
from paitou.consistency.parts import parts
from paitou.consistency.shrinking import Names, shrunk
from paitou.consistency.solver import begin
from paitou.consistency.stopwatch import Stopwatch, TimeUp
from paitou.consistency.system import Constraint, System
from paitou.model import UsageError


@frozen(kw_only=True)
class Conflicts:
    """The conflicts, smallest first, then by name.

    Attributes:
        complete: there are no others; False where the limit or the time cut the search.
        identities_hold: False where the identities alone cannot hold: then nothing that
            people decide can mend it, and `sets` is empty.
    """

    sets: tuple[tuple[str, ...], ...]
    complete: bool
    identities_hold: bool = True

    @property
    def feasible(self) -> bool:
        """Return whether everything can hold at once."""
        return self.complete and self.identities_hold and not self.sets


def all_conflicts(system: System, limit: int = 1000, seconds: float = 60) -> Conflicts:
    """Return the conflicts, at most `limit` of them and found within `seconds`.

    Raises:
        TimeUp: the time did not even suffice to see whether the system can hold.
    """
    watch = Stopwatch(seconds)
    searches = [_Search(part, watch) for part in parts(system)]
    if not all(search.can_hold(frozenset()) for search in searches):
        return Conflicts(sets=(), complete=True, identities_hold=False)
    found: set[Names] = set()
    complete = True
    try:
        for conflict in chain.from_iterable(search.conflicts() for search in searches):
            if len(found) == limit and conflict not in found:
                complete = False
                break
            found.add(conflict)
    except TimeUp:
        if not found:
            raise
        complete = False
    return Conflicts(sets=_sorted(found), complete=complete)


def first_conflict(system: System) -> tuple[str, ...] | None:
    """Return one conflict, None where the system can hold.

    Raises:
        UsageError: the identities alone cannot hold.
    """
    for part in parts(system):
        search = _Search(part)
        conflict = next(search.conflicts(), None)
        if conflict == frozenset():
            raise UsageError("恒等关系本身就不能同时成立，请先改正恒等关系")
        if conflict is not None:
            return tuple(sorted(conflict))
    return None


def _sorted(found: Iterable[Names]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        sorted((tuple(sorted(names)) for names in found), key=lambda n: (len(n), n))
    )


class _Search:
    def __init__(self, system: System, watch: Stopwatch | None = None) -> None:
        self._exact, guessed = begin(system, watch)
        self._hint = guessed.core if guessed else frozenset()
        self._soft = system.soft
        directions = _directions(system)
        self._directions = Exact(directions, watch=watch)
        self._bounds = {c.name: c for c in directions.constraints}
        self._known: list[Names] = []

    def can_hold(self, names: Names) -> bool:
        self._exact.keep(names)
        return self._exact.holds()

    def conflicts(self) -> Iterator[Names]:
        """Yield every conflict, some more than once."""
        branches: list[tuple[Names, Names]] = [(self._soft, frozenset())]
        while branches:
            allowed, insisted = branches.pop()
            if self.can_hold(allowed) or self._is_spent(allowed, insisted):
                continue
            conflict = self._conflict(allowed, insisted)
            yield conflict
            branches += _others(conflict, allowed, insisted)

    def _conflict(self, allowed: Names, insisted: Names) -> Names:
        """Return one among the allowed, which cannot hold together."""
        fitting = [known for known in self._known if known <= allowed]
        if fitting:
            return min(fitting, key=lambda known: len(known - insisted))
        conflict = shrunk(self._core(allowed), self._again, last=insisted)
        self._known.append(conflict)
        return conflict

    def _core(self, allowed: Names) -> Names:
        """Take what HiGHS named if that is a contradiction indeed, else what we found."""
        core = self._exact.core()
        hint = self._hint
        if hint and hint <= allowed and len(hint) < len(core) and not self.can_hold(hint):
            return self._exact.core()
        return core

    def _again(self, names: Names) -> Names | None:
        return None if self.can_hold(names) else self._exact.core()

    def _is_spent(self, allowed: Names, insisted: Names) -> bool:
        """Return whether one that is insisted on can be in no conflict of the allowed.

        If there is a way to go in which no allowed bound is ever broken and this one gets
        ever looser, no sum of bounds that contradicts itself has this one in it: along
        that way the sum would grow without limit, but it is 0 everywhere.
        """
        self._directions.keep(allowed)
        return any(self._can_loosen(self._bounds[name]) for name in sorted(insisted))

    def _can_loosen(self, bounds: Constraint) -> bool:
        """Look at one side at a time: no contradiction uses both sides of a constraint."""
        sides: list[tuple[Fraction | None, Fraction | None]] = []
        if bounds.lo is not None:
            sides.append((Fraction(1), None))
        if bounds.hi is not None:
            sides.append((None, Fraction(-1)))
        answers = (self._holds_with(bounds.name, *side) for side in sides)
        found = all(answers)
        self._directions.set(bounds.name, bounds.lo, bounds.hi)
        return found

    def _holds_with(self, name: str, low: Fraction | None, high: Fraction | None) -> bool:
        self._directions.set(name, low, high)
        return self._directions.holds()


def _directions(system: System) -> System:
    """The ways to go that break no bound however far: its bounds at 0."""
    zero = [
        evolve(
            c,
            terms=dict(c.terms),
            lo=None if c.lo is None else Fraction(0),
            hi=None if c.hi is None else Fraction(0),
        )
        for c in system.constraints
    ]
    return System(zero, system.nonnegative)


def _others(conflict: Names, allowed: Names, insisted: Names) -> list[tuple[Names, Names]]:
    """Part all other conflicts by the first member of this one that they lack."""
    members = sorted(conflict - insisted)
    return [
        (allowed - {member}, insisted | frozenset(members[:place]))
        for place, member in enumerate(members)
    ]
