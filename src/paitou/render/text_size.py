"""A text and a width → how many lines it takes, so that no cell is cut."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OPENING = "（(“‘《〈【「『〔["
_CLOSING = "，。、；：？！）)”’》〉】」』〕]%％,.;:!?"
#: What stays on one line: a Latin word or number, or one character; with the marks around.
_PIECE = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9_.,/&+-]+|.)[{re.escape(_CLOSING)}]*", re.DOTALL
)
_LONGEST = 200  # characters: no line is as wide
_NARROW = 0.58  # of the size: what a digit or letter takes in the widest usual fallback


@lru_cache(maxsize=65_536)
def _ems(piece: str) -> float:
    return sum(
        1.0 if unicodedata.east_asian_width(letter) in "WFA" else _NARROW
        for letter in piece
    )


def ems_of(text: str) -> float:
    """Return how wide a text is on one line, in full characters, rather more than less."""
    return _ems(text[:_LONGEST])


def line_count(text: str, ems: float) -> int:
    """Return how many lines the text takes in a column that holds `ems` full characters.

    An em is the width of one Chinese character; the empty text takes one line.
    """
    return sum(_wrapped(paragraph, ems) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, ems: float) -> int:
    lines, used = 1, 0.0
    for piece in _PIECE.findall(paragraph):
        width = _ems(piece)
        if used and used + width > ems:
            lines, used = lines + 1, 0.0
        used += width
        while used > ems and used > 1:
            lines, used = lines + 1, used - ems
    return lines
