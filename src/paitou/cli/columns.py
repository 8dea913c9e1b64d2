"""Rows of texts → lines whose columns stand under each other on a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Return how many columns the text takes; a Chinese character takes two."""
    return sum(_width(character) for character in text)


def clip(text: str, columns: int) -> str:
    """Return the text cut to so many columns, with … where something was cut off."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for character in text:
        used += _width(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept) + "…"


def aligned(rows: Sequence[Sequence[str]], gap: int = 2) -> list[str]:
    """Return the rows as lines; each column is as wide as its widest text."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [_line(row, widths, " " * gap) for row in rows]


def _line(row: Sequence[str], widths: Sequence[int], gap: str) -> str:
    cells = (text + " " * (w - width(text)) for text, w in zip(row, widths, strict=True))
    return gap.join(cells).rstrip()


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
