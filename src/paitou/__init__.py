"""Turn a government's published action plan into a running execution system."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paitou.cli.scoring import score_contest
    from paitou.compile import compile_document
    from paitou.consistency.plan.answers import check_plan
    from paitou.folder import load
    from paitou.outlook.plan import outlooks as forecast_plan
    from paitou.text import read_document
    from paitou.tracking import track as track_plan
    from paitou.tracking.reconcile import reconcile

__all__ = [
    "check_plan",
    "compile_document",
    "forecast_plan",
    "load",
    "read_document",
    "reconcile",
    "score_contest",
    "track_plan",
]
__version__ = "0.1.0"

#: Where each name lives; imported when asked for, so that `import paitou` costs nothing.
_HOMES = {
    "check_plan": "paitou.consistency.plan.answers:check_plan",
    "compile_document": "paitou.compile:compile_document",
    "forecast_plan": "paitou.outlook.plan:outlooks",
    "load": "paitou.folder:load",
    "read_document": "paitou.text:read_document",
    "reconcile": "paitou.tracking.reconcile:reconcile",
    "score_contest": "paitou.cli.scoring:score_contest",
    "track_plan": "paitou.tracking:track",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'paitou' has no attribute {name!r}")
    module, attribute = _HOMES[name].split(":")
    return getattr(import_module(module), attribute)
