"""A rectangle → the slanted lines that fill it: a fill that needs no colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Line: TypeAlias = tuple[tuple[float, float], tuple[float, float]]


def hatched(
    x: tuple[float, float], y: tuple[float, float], slope: int, gap: float
) -> Iterator[Line]:
    """Yield the ends (x, x2), (y, y2) of lines at 45°, rising for slope 1, falling for −1.

    The lines lie on one grid of the sheet: neighbours of one kind run into each other.
    """
    (left, right), (top, bottom) = x, y
    tall = bottom - top
    offset = (left - tall) // gap * gap
    while offset < right:
        start, end = max(left, offset), min(right, offset + tall)
        if start < end:
            down, up = start - offset, end - offset
            if slope > 0:
                yield (start, end), (bottom - down, bottom - up)
            else:
                yield (start, end), (top + down, top + up)
        offset += gap
