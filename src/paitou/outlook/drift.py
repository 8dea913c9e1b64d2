"""A history of any length → its year-on-year drift carried on, shrunken and damped."""

from __future__ import annotations

import numpy as np

from paitou.outlook.arrays import Floats

#: A drift seen over K years counts K ÷ (K + 1.5) of itself, and fades by a tenth a year.
#: Chosen on the windows before the test of M3 and Tourism (docs/outlook.md).
_DOUBT, _FADING = 1.5, 0.9
#: Of the shape of a year, the year before the last tells a third.
_BEFORE = 1 / 3


def drift_path(history: Floats, horizon: int, period: int) -> Floats:
    """Return the last year repeated, plus the mean yearly change so far.

    Drift over the whole history is the random walk with drift of Hyndman and
    Athanasopoulos, Forecasting: Principles and Practice, §5.2; its damping is that of
    Gardner and McKenzie (1985). One figure is carried on as it is.
    """
    years = len(history) / period - 1
    steps = np.ceil(np.arange(1, horizon + 1) / period)
    faded = _FADING * (1 - _FADING**steps) / (1 - _FADING)
    trust = max(years, 0.0) / (max(years, 0.0) + _DOUBT)
    path: Floats = (
        np.resize(_shape(history, period), horizon)
        + trust * _yearly_change(history, period) * faded
    )
    return path


def _shape(history: Floats, period: int) -> Floats:
    """Return the last year step by step, its season seen in two years where there are."""
    if len(history) < period:
        return history[-1:]
    last, before = history[-period:], history[-2 * period : -period]
    if period == 1 or len(before) < period:
        return last
    lifted = before + last.mean() - before.mean()
    shape: Floats = (1 - _BEFORE) * last + _BEFORE * lifted
    return shape


def _yearly_change(history: Floats, period: int) -> float:
    """Return the mean change of a year on the one before, 0 where none can be seen."""
    years = len(history) // period - 1
    if years >= 1:
        first = history[-period * (years + 1) :][:period]
        return float((history[-period:].mean() - first.mean()) / years)
    if len(history) > period:
        return float((history[period:] - history[:-period]).mean())
    return 0.0
