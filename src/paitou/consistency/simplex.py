"""Linear forms with bounds → values that keep every bound, or the knowledge that none do.

The general simplex method of Dutertre and de Moura, "A fast linear-arithmetic solver for
DPLL(T)" (CAV 2006), in exact arithmetic: bounds may be changed at any time, and the next
search starts where the last one ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm

from paitou.consistency.stopwatch import Stopwatch

#: How many pivots a row the quick rules may take; after them Bland's, which always ends.
_QUICK = 20

Bound = Fraction | None


class Simplex:
    """Variables 0…n−1 and forms n, n+1, … over them, each with a value and two bounds.

    A row says `scale · basic = Σ row[k] · k` over variables outside the basis, in
    integers; what is outside the basis always keeps its bounds.
    """

    def __init__(
        self,
        variables: int,
        forms: Iterable[Mapping[int, Fraction]],
        watch: Stopwatch | None = None,
    ) -> None:
        self._rows: dict[int, dict[int, int]] = {}
        self._scales: dict[int, int] = {}
        self._holders: list[set[int]] = [set() for _ in range(variables)]
        for basic, form in enumerate(forms, start=variables):
            self._holders.append(set())
            self._add_row(basic, form)
        size = len(self._holders)
        self.values = [Fraction(0)] * size
        self._lower: list[Bound] = [None] * size
        self._upper: list[Bound] = [None] * size
        self._suspects: set[int] = set()
        self._watch = watch
        self.reason: dict[int, Fraction] = {}

    def _add_row(self, basic: int, form: Mapping[int, Fraction]) -> None:
        scale = lcm(*(weight.denominator for weight in form.values()))
        row = {k: int(weight * scale) for k, weight in form.items() if weight}
        self._scales[basic] = scale
        self._rows[basic] = row
        for k in row:
            self._holders[k].add(basic)

    def bound(self, variable: int, low: Bound, high: Bound) -> None:
        """Set both bounds of a variable; None is none."""
        self._lower[variable], self._upper[variable] = low, high
        if variable in self._rows:
            self._suspects.add(variable)
        elif gap := self._gap(variable):
            self._shift(variable, gap)

    def start(self, resting: Mapping[int, Bound]) -> None:
        """Take these variables out of the basis as far as can be, and rest them there.

        A good guess makes the next search short; a bad one does no harm.
        """
        for leaving in sorted(self._rows.keys() & resting.keys(), key=self._length):
            free = self._rows[leaving].keys() - resting.keys()
            if free:
                self._pivot(leaving, min(free, key=lambda k: (len(self._holders[k]), k)))
        for variable, place in resting.items():
            if variable not in self._rows and place is not None:
                self._shift(variable, place - self.values[variable])

    def _length(self, basic: int) -> tuple[int, int]:
        return len(self._rows[basic]), basic

    def is_feasible(self) -> bool:
        """Return whether every bound can hold at once; if so, `values` keeps them.

        If not, `reason` has multipliers under which the variables add up to 0 and their
        bounds to more than 0: positive of a lower bound, negative of an upper one.
        """
        pivots = 0
        while (leaving := self._broken(pivots)) is not None:
            gap = self._gap(leaving)
            quick = pivots < _QUICK * len(self._rows)
            entering = self._entering(leaving, gap, quick=quick)
            if entering is None:
                self._suspects.add(leaving)
                self.reason = self._blocked(leaving, 1 if gap > 0 else -1)
                return False
            step = gap * self._scales[leaving] / self._rows[leaving][entering]
            self._shift(entering, step)
            self._pivot(leaving, entering)
            pivots += 1
        return True

    def extreme(self, form: int, *, up: bool) -> Bound:
        """Return the greatest or least value of a form without bounds, None without limit.

        Wants bounds that hold (`is_feasible`); leaves `values` where the form is extreme.
        `reason` has multipliers under which the bounds add up to `form ≥ least`, or to
        `−form ≥ −greatest`.
        """
        if form not in self._rows:
            self._pivot(min(self._holders[form]), form)
        pivots = 0
        while (entering := self._improving(form, pivots, up=up)) is not None:
            pivots += 1
            rises = (self._rows[form][entering] > 0) == up
            step, leaving = self._longest_step(entering, form, up=rises)
            if step is None:
                return None
            self._shift(entering, step if rises else -step)
            if leaving is not None:
                self._pivot(leaving, entering)
        scale = self._scales[form] * (-1 if up else 1)
        self.reason = {k: Fraction(w, scale) for k, w in self._rows[form].items()}
        return self.values[form]

    def _blocked(self, leaving: int, sign: int) -> dict[int, Fraction]:
        reason = {k: Fraction(-sign * w) for k, w in self._rows[leaving].items()}
        return {**reason, leaving: Fraction(sign * self._scales[leaving])}

    def _gap(self, variable: int) -> Fraction:
        """How far a value has to move to keep its bounds."""
        value, low, high = (
            self.values[variable],
            self._lower[variable],
            self._upper[variable],
        )
        if low is not None and value < low:
            return low - value
        if high is not None and value > high:
            return high - value
        return Fraction(0)

    def _broken(self, pivots: int) -> int | None:
        """The basic variable to mend: the first (Bland's rule), for a while the worst."""
        if len(self._rows) <= pivots < _QUICK * len(self._rows):
            return self._worst()
        while self._suspects:
            first = min(self._suspects)
            if first in self._rows and self._gap(first):
                return first
            self._suspects.remove(first)
        return None

    def _worst(self) -> int | None:
        gaps = {k: abs(self._gap(k)) for k in self._suspects if k in self._rows}
        self._suspects = {k for k, gap in gaps.items() if gap}
        return min(self._suspects, key=lambda k: (-gaps[k], k), default=None)

    def _entering(self, leaving: int, gap: Fraction, *, quick: bool) -> int | None:
        movable = [
            k for k, weight in self._rows[leaving].items()
            if self._can_move(k, up=(weight > 0) == (gap > 0))
        ]  # fmt: skip
        if not movable:
            return None
        return (
            min(movable, key=lambda k: (len(self._holders[k]), k))
            if quick
            else min(movable)
        )

    def _can_move(self, variable: int, *, up: bool) -> bool:
        limit = self._upper[variable] if up else self._lower[variable]
        return limit is None or self.values[variable] != limit

    def _improving(self, form: int, pivots: int, *, up: bool) -> int | None:
        """The variable that moves the form most; after a while the first (Bland's rule)."""
        row = self._rows[form]
        moving = [k for k, w in row.items() if self._can_move(k, up=(w > 0) == up)]
        if pivots < _QUICK * len(self._rows):
            return min(moving, key=lambda k: (len(self._holders[k]), k), default=None)
        return min(moving, default=None)

    def _longest_step(
        self, entering: int, form: int, *, up: bool
    ) -> tuple[Bound, int | None]:
        """How far a variable can move, and which basic variable stops it (None: itself)."""
        limit = self._upper[entering] if up else self._lower[entering]
        step = None if limit is None else abs(limit - self.values[entering])
        leaving = None
        for basic in sorted(self._holders[entering] - {form}):
            weight = self._rows[basic][entering]
            limit = self._upper[basic] if (weight > 0) == up else self._lower[basic]
            if limit is None:
                continue
            room = abs((limit - self.values[basic]) * self._scales[basic] / weight)
            if step is None or room < step:
                step, leaving = room, basic
        return step, leaving

    def _shift(self, variable: int, step: Fraction) -> None:
        """Move a variable outside the basis, and what depends on it."""
        self.values[variable] += step
        for basic in self._holders[variable]:
            weight = self._rows[basic][variable]
            self.values[basic] += step * Fraction(weight, self._scales[basic])
            self._suspects.add(basic)

    def _pivot(self, leaving: int, entering: int) -> None:
        """Exchange a basic variable for one outside the basis."""
        if self._watch is not None:
            self._watch.check()
        row = self._rows.pop(leaving)
        for k in row:
            self._holders[k].remove(leaving)
        scale = row.pop(entering)
        row = {k: -weight for k, weight in row.items()} if scale > 0 else row
        row[leaving] = self._scales.pop(leaving) * (1 if scale > 0 else -1)
        self._scales[entering], self._rows[entering] = abs(scale), row
        self._suspects.add(entering)
        users = self._holders[entering]
        self._holders[entering] = set()
        for k in row:
            self._holders[k].add(entering)
        for basic in users:
            self._substitute(basic, entering)

    def _substitute(self, basic: int, entering: int) -> None:
        """Write the entering variable's row in the place of that variable."""
        row, scale = self._rows[basic], self._scales[basic]
        weight, divisor = row.pop(entering), self._scales[entering]
        shared = gcd(weight, divisor)
        weight, divisor = weight // shared, divisor // shared
        if divisor != 1:
            scale *= divisor
            for k in row:
                row[k] *= divisor
        for k, added in self._rows[entering].items():
            total = row.get(k, 0) + weight * added
            if total:
                row[k] = total
                self._holders[k].add(basic)
            else:
                del row[k]
                self._holders[k].discard(basic)
        if scale != 1 and (shared := gcd(scale, *row.values())) != 1:
            scale //= shared
            for k in row:
                row[k] //= shared
        self._scales[basic] = scale
