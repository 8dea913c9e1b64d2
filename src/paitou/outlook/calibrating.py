"""The histories of a panel → how wrong forecasts of it were before, against the usual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from paitou.outlook.arrays import Floats
from paitou.outlook.centre import centre_path
from paitou.outlook.laws import PROBABILITIES, error_quantiles, shipped_law, width
from paitou.outlook.nature import Nature
from paitou.outlook.steadiness import unsteadiness, usual_width
from paitou.outlook.usual import usual_change

#: A history and the nature of its indicator.
Told: TypeAlias = tuple[Floats, Nature]
#: So many errors of the panel weigh as much as the shipped table.
_EVEN = 30
#: Forecasting again from an earlier day takes time where there is a season: this many of
#: the histories are, or an eighth of them.
_SEASONAL, _SHARE = 40, 8
_FEWEST = 8


def past_errors(histories: Sequence[Told], horizon: int, period: int) -> Floats:
    """Return the errors of forecasts made a horizon ago, in usual widths, a row a series.

    Nothing of the last window is known to the forecast that it is held against. Steps that
    a history is too short for are nan.
    """
    found = np.full((len(histories), horizon), np.nan)
    for row, (history, nature) in zip(found, histories, strict=True):
        steps = min(horizon, len(history) // 2)
        if steps:
            row[:steps] = _errors(history[:-steps], history[-steps:], period, nature)
    return found


def _errors(earlier: Floats, actual: Floats, period: int, nature: Nature) -> Floats:
    steps = len(actual)
    middle, _ = centre_path(earlier, steps, period, nature)
    wide = usual_width(len(earlier), steps, period)
    wide = wide * unsteadiness(earlier, steps, period, nature)
    usual = usual_change(earlier, period, nature) * wide
    errors: Floats = (actual - middle) / usual
    return errors


def panel_law(histories: Sequence[Told], horizon: int, period: int) -> Floats:
    """Return the quantiles of the panel's past errors in usual widths, a row a step.

    A row is nan where too few errors of the step are known.
    """
    most = len(histories) if period == 1 else max(_SEASONAL, len(histories) // _SHARE)
    places = np.linspace(0, len(histories) - 1, min(most, len(histories))).astype(int)
    errors = past_errors([histories[place] for place in places], horizon, period)
    rows = [_quantiles(errors[:, step]) for step in range(horizon)]
    return np.array(rows)


def _quantiles(errors: Floats) -> Floats:
    count = int(np.isfinite(errors).sum())
    told = (
        error_quantiles(errors) if count >= _FEWEST else np.full(len(PROBABILITIES), np.nan)
    )
    weight = count / (count + _EVEN)
    return np.concatenate([[weight], told])


def blended_law(length: int, period: int, panel: Floats) -> Floats:
    """Return the quantiles of errors in usual changes: the table's and the panel's."""
    shipped = shipped_law(length, len(panel), period)
    weight, own = panel[:, :1], panel[:, 1:] * width(shipped)[:, None]
    law: Floats = np.where(np.isfinite(own), weight * own + (1 - weight) * shipped, shipped)
    return law
