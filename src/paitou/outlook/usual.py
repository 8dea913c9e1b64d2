"""A history → the size of its usual yearly change, in which errors are told."""

from __future__ import annotations

import numpy as np

from paitou.outlook.arrays import Floats
from paitou.outlook.nature import Nature

#: Where few changes were seen, one of a tenth of the level is counted among them: the
#: median of the ratio of a file is 0.08–0.17 on the training data of M3 and Tourism.
_SHARE, _WEIGHT = 0.1, 1.0
_LEAST = 1e-9


def usual_change(history: Floats, period: int, nature: Nature | None = None) -> float:
    """Return the mean absolute change on the year before, never nothing.

    The scale of MASE (Hyndman and Koehler 2006), with one change of a tenth of the level
    added to those seen. Near the end of a bounded scale what is left to it counts as the
    level: a share of 98 % moves as one of 2 % does.
    """
    lag = period if len(history) > period else 1
    changes = np.abs(history[lag:] - history[:-lag])
    level = float(np.abs(history[-period:]).mean())
    if nature is not None and nature.high is not None:
        level = min(level, max(nature.high - level, 0.0))
    total = float(changes.sum()) + _WEIGHT * _SHARE * level
    return max(total / (len(changes) + _WEIGHT), _LEAST * max(level, 1.0))
