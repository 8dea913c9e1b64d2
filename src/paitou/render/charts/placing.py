"""Words that want to stand near a point → places where they cover nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from attrs import define, field, frozen


@frozen
class Box:
    """A rectangle on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, half: float) -> Box:
        """Return the square round a point."""
        return cls(x - half, y - half, x + half, y + half)

    @property
    def middle(self) -> tuple[float, float]:
        """Return the middle of the box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def meets(self, other: Box) -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        """Tell whether this lies wholly in the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )


@define
class Room:
    """The part of a sheet where words may stand, and what stands there already."""

    bounds: Box
    _taken: list[Box] = field(factory=list)

    def take(self, box: Box) -> None:
        """Note that the box is full."""
        self._taken.append(box)

    def take_line(self, points: Iterable[tuple[float, float]]) -> None:
        """Note that a line runs through the points."""
        for start, end in pairwise(points):
            self._taken += _beads(start, end)

    def place(self, candidates: Iterable[Box]) -> Box | None:
        """Take and return the first box that is free; None where none is."""
        for box in candidates:
            if box.within(self.bounds) and not any(box.meets(full) for full in self._taken):
                self.take(box)
                return box
        return None


def _beads(start: tuple[float, float], end: tuple[float, float]) -> Iterable[Box]:
    """Small squares along a line: close enough that no word slips between."""
    across, down = end[0] - start[0], end[1] - start[1]
    count = int(max(abs(across), abs(down)) / 3) + 1
    for i in range(count + 1):
        yield Box.around(start[0] + across * i / count, start[1] + down * i / count, 1.5)
