"""Turn a government's published action plan into a running execution system."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paitou.compile import compile_document
    from paitou.folder import load
    from paitou.text import read_document

__all__ = ["compile_document", "load", "read_document"]
__version__ = "0.1.0"

#: Where each name lives; imported when asked for, so that `import paitou` costs nothing.
_HOMES = {
    "compile_document": "paitou.compile",
    "load": "paitou.folder",
    "read_document": "paitou.text",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'paitou' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
