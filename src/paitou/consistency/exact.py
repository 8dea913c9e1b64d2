"""A system → the same in exact arithmetic, with parts of it taken out and put back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from paitou.consistency.highs import Guess
from paitou.consistency.simplex import Simplex
from paitou.consistency.stopwatch import Stopwatch
from paitou.consistency.system import Constraint, System

Point = Mapping[str, Fraction]


class Exact:
    """The bounds of a system; identities are always in force, of the others `keep` tells.

    `forms` are further forms over the variables, each known by its place among them.
    """

    def __init__(
        self,
        system: System,
        forms: Iterable[Mapping[str, Fraction]] = (),
        watch: Stopwatch | None = None,
    ) -> None:
        self.variables = system.variables
        self._by_name = {c.name: c for c in system.constraints}
        column = {x: place for place, x in enumerate(self.variables)}
        first = len(self.variables)
        self._place = {name: first + i for i, name in enumerate(self._by_name)}
        self._further = first + len(self._place)
        lines = [dict(c.terms) for c in system.constraints] + [dict(form) for form in forms]
        numbered = [{column[x]: w for x, w in line.items()} for line in lines]
        self.simplex = Simplex(first, numbered, watch)
        if system.nonnegative:
            for place in range(first):
                self.simplex.bound(place, Fraction(0), None)
        for constraint in system.constraints:
            self.set(constraint.name, constraint.lo, constraint.hi)
        self._kept = system.soft

    def keep(self, names: frozenset[str]) -> None:
        """Put these constraints in force; of the others only identities stay."""
        for name in sorted(self._kept - names):
            self.set(name, None, None)
        for name in sorted(names - self._kept):
            constraint = self._by_name[name]
            self.set(name, constraint.lo, constraint.hi)
        self._kept = names

    def set(self, name: str, low: Fraction | None, high: Fraction | None) -> None:
        """Give a constraint other bounds than its own."""
        self.simplex.bound(self._place[name], low, high)

    def holds(self) -> bool:
        """Return whether everything in force can hold at once."""
        return self.simplex.is_feasible()

    def extreme(self, form: int, *, up: bool) -> Fraction | None:
        """Return the greatest or least value of a further form, None without limit."""
        return self.simplex.extreme(self._further + form, up=up)

    def extreme_of(self, name: str, *, up: bool) -> Fraction | None:
        """Return how far a constraint that is not in force can go."""
        return self.simplex.extreme(self._place[name], up=up)

    def point(self) -> Point:
        """Return where everything holds, after `holds` said so."""
        return dict(zip(self.variables, self.simplex.values, strict=False))

    def reason(self) -> list[tuple[Constraint, Fraction]]:
        """Return the constraints behind the last answer with their multipliers."""
        found = self.simplex.reason
        return [
            (self._by_name[name], found[place])
            for name, place in self._place.items()
            if place in found
        ]

    def signs(self) -> list[tuple[str, Fraction]]:
        """Return the variables whose sign is behind the last answer, with multipliers."""
        found = self.simplex.reason
        return [
            (x, found[place]) for place, x in enumerate(self.variables) if place in found
        ]

    def core(self) -> frozenset[str]:
        """Return the names behind the last answer, without identities."""
        return frozenset(c.name for c, _ in self.reason() if not c.is_hard)

    def start(self, found: Guess) -> None:
        """Begin the search where a solver in floating point ended."""
        resting: dict[int, Fraction | None] = {
            place: Fraction(0)
            for place, x in enumerate(self.variables)
            if x in found.resting
        }
        for name, place in self._place.items():
            if name in found.at_lo:
                resting[place] = self._by_name[name].lo
            elif name in found.at_hi:
                resting[place] = self._by_name[name].hi
        self.simplex.start(resting)
