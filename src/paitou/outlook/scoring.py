"""Outlooks that were kept, and what came → how good they were."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from paitou.outlook.arrays import Floats


def brier(chances: ArrayLike, came: ArrayLike) -> float:
    """Return the mean squared difference of chance and outcome, 0 the best (Brier 1950)."""
    return float(((_array(chances) - _array(came)) ** 2).mean())


def calibration_error(chances: ArrayLike, came: ArrayLike, bins: int = 10) -> float:
    """Return how far chances lie from how often it came, bin by bin, weighted by size.

    The expected calibration error of Naeini, Cooper and Hauskrecht (2015).
    """
    told, outcome = _array(chances), _array(came)
    place = np.minimum((told * bins).astype(int), bins - 1)
    total = 0.0
    for each in np.unique(place):
        inside = place == each
        gap = abs(told[inside].mean() - outcome[inside].mean())
        total += float(inside.mean() * gap)
    return total


def coverage(actual: ArrayLike, low: ArrayLike, high: ArrayLike) -> float:
    """Return the share of values that lie in their band, its ends included."""
    value = _array(actual)
    return float(((value >= _array(low)) & (value <= _array(high))).mean())


def msis(
    actual: ArrayLike, low: ArrayLike, high: ArrayLike, scale: float, level: float = 0.95
) -> float:
    """Return the mean scaled interval score of a series, 0 the best.

    Gneiting and Raftery (2007), scaled as in the M4 competition by the mean absolute
    change on the year before in the history.
    """
    value, bottom, top = _array(actual), _array(low), _array(high)
    penalty = 2 / (1 - level)
    missed = np.maximum(bottom - value, 0) + np.maximum(value - top, 0)
    return float((top - bottom + penalty * missed).mean() / scale)


def _array(values: ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)
