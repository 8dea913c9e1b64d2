"""A history and its path → what each year will bring, as a middle with quantiles.

A spread is an array: the most likely value, then the quantiles at
`laws.PROBABILITIES`. Whatever only rises can be done to all of it at once.
"""

from __future__ import annotations

import numpy as np
from attrs import frozen

from paitou.outlook.arrays import Floats
from paitou.outlook.laws import PROBABILITIES
from paitou.outlook.path import Path, chance_within
from paitou.outlook.plan.histories import History

_SIZE = len(PROBABILITIES) + 1
#: Errors of the quarters of a year go together, but not wholly: the band of their sum is
#: this much of the sum of their bands (measured on M3 and Tourism, docs/outlook.md).
_TOGETHER = 0.85


def certain(value: float) -> Floats:
    """Return the spread of a value that is known."""
    return np.full(_SIZE, value)


def is_certain(spread: Floats) -> bool:
    """Return whether a spread has no width."""
    return bool(spread.min() == spread.max())


@frozen(kw_only=True, eq=False)
class Course:
    """A history with its path: what every year brought or will bring."""

    history: History
    path: Path

    def year(self, year: int) -> Floats | None:
        """Return the spread of a year; None where the history begins later."""
        size = self.history.period
        first, last = year * size, year * size + size - 1
        if self.history.adds_up:
            parts = [self.step(place) for place in range(first, last + 1)]
            known = [part for part in parts if part is not None]
            return _sum(known) if len(known) == size else None
        return self.step(last)

    def step(self, place: int) -> Floats | None:
        """Return the spread of one step, known or to come; None outside of both."""
        ahead = place - self.history.last
        if place < self.history.first or ahead > len(self.path.mean):
            return None
        if ahead > 0:
            return _row(self.path, ahead)
        at = place - self.history.first
        value = float(self.history.values[at])
        # A gap is as open as a step ahead, though a line was drawn through it.
        share = self.history.open_share if ahead == 0 else 0.0
        if not self.history.is_known[at]:
            share = 1.0
        if share:
            ways = _row(self.path, 1)
            rest: Floats = value + (ways - ways[0]) * share
            return rest
        return certain(value)


def _row(path: Path, step: int) -> Floats:
    row: Floats = np.concatenate([path.mean[step - 1 : step], path.quantiles[step - 1]])
    return row


def _sum(parts: list[Floats]) -> Floats:
    total = np.sum(parts, axis=0)
    open_parts = sum(not is_certain(part) for part in parts)
    return total if open_parts < 2 else added(total)


def added(total: Floats) -> Floats:
    """Return the spread of a sum of several steps, whose errors partly offset."""
    narrowed: Floats = total[0] + (total - total[0]) * _TOGETHER
    return narrowed


def chance_of(spread: Floats, low: float | None, high: float | None) -> float:
    """Return the probability that a value keeps its bounds; of a known one 0 or 1."""
    if is_certain(spread):
        value = spread[0]
        return float((low is None or value >= low) and (high is None or value <= high))
    return chance_within(spread[1:], low, high)
