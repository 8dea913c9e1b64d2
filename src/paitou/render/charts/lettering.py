"""Words and a width → clean lines that fit, measured without asking any font."""

from __future__ import annotations

import re
import unicodedata

#: Nobody reads more than this in a chart; what is longer is cut before it is measured.
_LONGEST = 600
_CLOSING = "，。、；：？！）)”’》〉】」』〕]%％,.;:!?"
_OPENING = "（(《“‘〈【「『〔["
_PIECE = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9.,+−-]+|.)[{re.escape(_CLOSING)}]*", re.DOTALL
)
_NARROW = 0.58
_FINE = {**dict.fromkeys(".,:;'|!", 0.3), " ": 0.3, "%": 0.92, "−": 0.6, "—": 1.0, "…": 1.0}


def clean(text: str, longest: int = _LONGEST) -> str:
    """Return the text on one line, without characters that XML or readers cannot take."""
    kept = (letter for letter in text[: 4 * longest] if _is_shown(letter))
    return " ".join("".join(kept).split())[:longest]


def _is_shown(letter: str) -> bool:
    kind = unicodedata.category(letter)
    if kind == "Cf":
        return letter == "\u200d"  # joins emoji; other format marks may turn the line about
    return letter.isspace() or kind not in {"Cc", "Cs", "Cn", "Co"}


def width_of(text: str, size: float) -> float:
    """Return the width of one line set at `size`, a little more rather than less."""
    return size * sum(_em(letter) for letter in text)


def _em(letter: str) -> float:
    if letter in _FINE:
        return _FINE[letter]
    if unicodedata.combining(letter):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in "WFA" else _NARROW


def fold(text: str, size: float, width: float, most: int) -> tuple[str, ...]:
    """Return the clean text in at most `most` lines; what does not fit ends in ….

    The empty text has no line.
    """
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(clean(text), size, width):
        wide = width_of(piece, size)
        if line and used + wide > width:
            if len(lines) == most - 1:
                return (*lines, _cut(line, size, width))
            lines.append(line.rstrip())
            line, used = "", 0.0
            if piece == " ":
                continue
        line, used = line + piece, used + wide
    return (*lines, line) if line else tuple(lines)


def _pieces(text: str, size: float, width: float) -> list[str]:
    """What stays on one line; a piece wider than the line falls into its characters."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        pieces += [piece] if width_of(piece, size) <= width else list(piece)
    return pieces


def _cut(line: str, size: float, width: float) -> str:
    while line and width_of(line + "…", size) > width:
        line = line[:-1]
    return line.rstrip() + "…"
