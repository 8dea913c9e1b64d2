"""A history → its most likely path: the middle of what several methods say."""

from __future__ import annotations

import numpy as np

from paitou.outlook.arrays import Floats
from paitou.outlook.drift import drift_path
from paitou.outlook.members import member_paths


def centre_path(
    history: Floats, horizon: int, period: int
) -> tuple[Floats, tuple[str, ...]]:
    """Return the median of the methods at every step, and the methods.

    A median rather than a mean: one method that runs away moves it little. History short
    of `is_long` has the drift alone.
    """
    paths = {
        **member_paths(history, horizon, period),
        "drift": drift_path(history, horizon, period),
    }
    middle: Floats = np.median(list(paths.values()), axis=0)
    if (history >= 0).all():
        middle = np.maximum(middle, 0.0)
    return middle, tuple(paths)
