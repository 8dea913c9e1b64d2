"""A long history → what Theta and exponential smoothing make of it (statsforecast)."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Protocol

import numpy as np

from paitou.outlook.arrays import Floats

#: Below these lengths the drift alone was better on the windows before the test.
_FEWEST, _FEWEST_YEARS = 10, 4


class _Model(Protocol):
    def forecast(self, y: Floats, h: int) -> dict[str, Floats]: ...


def is_long(length: int, period: int) -> bool:
    """Return whether a history is long enough for models that are fitted."""
    return length >= max(_FEWEST, _FEWEST_YEARS * period if period > 1 else 0)


def member_paths(history: Floats, horizon: int, period: int) -> dict[str, Floats]:
    """Return the path of every model that could be fitted, by its name.

    Dynamic Optimized Theta (Fiorucci et al. 2016), the best of the four Theta models, and
    exponential smoothing chosen by AICc (Hyndman et al. 2008). None where statsforecast
    is not installed.
    """
    if not is_long(len(history), period) or find_spec("statsforecast") is None:
        return {}
    return _fitted(history.tobytes(), horizon, period)


@lru_cache(maxsize=8192)
def _fitted(history: bytes, horizon: int, period: int) -> dict[str, Floats]:
    values = np.frombuffer(history, dtype=np.float64).copy()
    paths = {name: _path(model, values, horizon) for name, model in _models(values, period)}
    return {name: path for name, path in paths.items() if path is not None}


def _models(values: Floats, period: int) -> Iterator[tuple[str, _Model]]:
    from statsforecast.models import AutoETS, AutoTheta, DynamicOptimizedTheta

    # With a season the errors' form makes little difference and a third of the time.
    form = "MZZ" if period > 1 and values.min() > 0 else "ZZZ"
    yield "DOT", DynamicOptimizedTheta(season_length=period)
    yield "AutoTheta", AutoTheta(season_length=period)
    yield "AutoETS", AutoETS(season_length=period, model=form)


def _path(model: _Model, values: Floats, horizon: int) -> Floats | None:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            path = np.asarray(model.forecast(y=values, h=horizon)["mean"], dtype=np.float64)
        except Exception:  # a model that cannot be fitted is left out
            return None
    return path if np.isfinite(path).all() else None
