"""A history's own past → how much more or less steady it is than the table has it."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from paitou.outlook.arrays import Floats
from paitou.outlook.centre import simple_path
from paitou.outlook.laws import shipped_law, width
from paitou.outlook.nature import Nature
from paitou.outlook.usual import usual_change

#: The history is forecast again from so many of its latest days, by the simplest method.
_DAYS = 16
_LEAST_HISTORY, _LEAST_YEARS = 3, 2
#: So many windows that do not overlap weigh as much as the table.
_EVEN = 2.0
#: The mean error of a normal law, in halves of its 80 % band.
_MEAN_ERROR = 0.62
#: However calm the past, bands do not shrink to less than this before they are mixed.
_CALMEST = 0.2


def unsteadiness(
    history: Floats, horizon: int, period: int, nature: Nature | None = None
) -> float:
    """Return by what factor its errors are larger than usual, 1 where the past is short.

    From forecasts made at earlier days of the same history (rolling origin evaluation,
    Tashman 2000), mixed with 1 in logarithms.
    """
    last = len(history) - horizon
    first = max(_LEAST_HISTORY, _LEAST_YEARS * period, last - _DAYS + 1)
    if last < first:
        return 1.0
    sizes = [_size(history, day, horizon, period, nature) for day in range(first, last + 1)]
    windows = (len(sizes) + horizon - 1) / horizon
    ratio = max(float(np.mean(sizes)) / _MEAN_ERROR, _CALMEST)
    return float(ratio ** (windows / (windows + _EVEN)))


def _size(
    history: Floats, day: int, horizon: int, period: int, nature: Nature | None
) -> float:
    known, came = history[:day], history[day : day + horizon]
    missed = np.abs(came - simple_path(known, horizon, period, nature))
    usual = usual_change(known, period, nature)
    return float((missed / usual_width(day, horizon, period)).mean() / usual)


@lru_cache(maxsize=4096)
def usual_width(length: int, horizon: int, period: int) -> Floats:
    """Return half of the table's 80 % band in usual changes, a value a step."""
    return width(shipped_law(length, horizon, period))
