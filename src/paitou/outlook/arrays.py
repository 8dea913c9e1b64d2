"""Numbers as they come → arrays without gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]


def clean(history: Sequence[float] | Floats) -> Floats:
    """Return the values from the first known to the last; gaps between lie on a line."""
    values: Floats = np.asarray(history, dtype=np.float64)
    known = np.flatnonzero(np.isfinite(values))
    if len(known) == 0:
        return np.empty(0)
    values = values[known[0] : known[-1] + 1]
    at = np.arange(len(values))
    known = known - known[0]
    filled: Floats = np.interp(at, known, values[known])
    return filled
