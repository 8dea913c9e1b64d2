"""A history → its most likely path: the middle of what several methods say."""

from __future__ import annotations

import numpy as np

from paitou.outlook.arrays import Floats
from paitou.outlook.drift import drift_path
from paitou.outlook.members import member_paths
from paitou.outlook.nature import Nature, nature_of

#: Of the departure of a growth rate from its own mean so much is left a year later:
#: between 0.3 and 0.5 was best on the World Bank's GDP table (docs/outlook.md).
_LEFT = 0.4


def centre_path(
    history: Floats, horizon: int, period: int, nature: Nature | None = None
) -> tuple[Floats, tuple[str, ...]]:
    """Return the median of the methods at every step, and the methods.

    A median rather than a mean: one method that runs away moves it little. History short
    of `is_long` has the drift alone.
    """
    nature = nature or nature_of(history)
    if nature.reverts:
        return simple_path(history, horizon, period, nature), ("reverting",)
    paths = {
        **member_paths(history, horizon, period),
        "drift": drift_path(history, horizon, period),
    }
    middle: Floats = np.median(list(paths.values()), axis=0)
    return nature.kept(middle), tuple(paths)


def simple_path(
    history: Floats, horizon: int, period: int, nature: Nature | None = None
) -> Floats:
    """Return the path by the one method that needs no fitting."""
    nature = nature or nature_of(history)
    way = _reverting if nature.reverts else drift_path
    return nature.kept(way(history, horizon, period))


def _reverting(history: Floats, horizon: int, period: int) -> Floats:
    """Return the way from the last value back to the mean."""
    mean, years = history.mean(), np.arange(1, horizon + 1) / period
    path: Floats = mean + (history[-1] - mean) * _LEFT**years
    return path
