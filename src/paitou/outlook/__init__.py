"""Figures so far → where it will end, with a band and the chance of reaching the target."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paitou.outlook.forecasting import forecast, forecast_panel
    from paitou.outlook.hierarchy import Reconciled, forecast_parts
    from paitou.outlook.path import Path
    from paitou.outlook.probabilities import Question, chances

__all__ = [
    "Path",
    "Question",
    "Reconciled",
    "chances",
    "forecast",
    "forecast_panel",
    "forecast_parts",
]

#: Where each name lives; imported when asked for, because numpy takes a tenth of a second.
_HOMES = {
    "Path": "paitou.outlook.path",
    "Question": "paitou.outlook.probabilities",
    "Reconciled": "paitou.outlook.hierarchy",
    "chances": "paitou.outlook.probabilities",
    "forecast": "paitou.outlook.forecasting",
    "forecast_panel": "paitou.outlook.forecasting",
    "forecast_parts": "paitou.outlook.hierarchy",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'paitou.outlook' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
