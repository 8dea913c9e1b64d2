"""A table and the width of the text → how wide each column is, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import ceil

from paitou.render.document.content import Table
from paitou.render.text_size import ems_of

_POINT = 0.3528  # mm
#: What is kept free at each side of a cell, in mm.
MARGIN = 0.8
#: Both sides, the lines, and a little to spare for fonts that are wider.
_PADDING = 2 * MARGIN + 0.7
#: A short head, or a unit in brackets, stays whole; what is longer may take two lines.
_SHORT = 3
#: What is a word, in characters; how much of the width columns of words may take.
_WORD, _MOST_WORDS = 8.0, 0.72
#: Word and LibreOffice keep a quarter of a character between Chinese and a number.
_GAP, _LINE = 0.25, 200
_CJK = "\u3400-\u9fff"
_EDGE = re.compile(f"(?<=[{_CJK}])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[{_CJK}])")
#: Of words, as against numbers, a tenth may be broken: how long they are, and the tenth.
_USUAL, _LEAST, _LONGEST = 0.9, 5.5, 13.0


def column_widths(table: Table, text_width: float) -> tuple[float, ...]:
    """Return the widths in mm; their sum is that of the text.

    Columns of words and numbers are as wide as their longest cell, where they leave enough
    for the others. No other is wider than that while a further one has to break its own;
    those that have to share what is left as their nominal widths say.
    """
    needs = _needs(table)
    given = _words(table, needs, text_width * _MOST_WORDS)
    free = text_width - sum(given.values())
    while len(given) < len(needs):
        open_ = [n for n in range(len(needs)) if n not in given]
        nominal = sum(table.columns[n].width for n in open_)
        shares = {n: table.columns[n].width * free / nominal for n in open_}
        content = {n: needs[n] for n in open_ if needs[n] <= shares[n]}
        given |= content or shares
        free -= sum((content or shares).values())
    spread = text_width / sum(given.values())
    return tuple(given[n] * spread for n in range(len(needs)))


def em_of(table: Table) -> float:
    """Return the width of a Chinese character in its cells, in mm."""
    return table.size * _POINT


def _words(table: Table, needs: Sequence[float], room: float) -> dict[int, float]:
    """The columns whose cells are short, if together they have room."""
    most = _WORD * em_of(table) + _PADDING
    found = {n: need for n, need in enumerate(needs) if need <= most}
    return found if len(found) < len(needs) and sum(found.values()) <= room else {}


def _needs(table: Table) -> Sequence[float]:
    """How wide each column would be if no cell of it were broken."""
    cells = zip(*(row.cells for row in table.rows if not row.is_band), strict=True)
    found = list(map(_column_ems, cells)) or [0.0] * len(table.columns)
    heads = (_head_ems(column.title) for column in table.columns)
    return [ems * em_of(table) + _PADDING for ems in map(max, found, heads)]


def _column_ems(cells: Sequence[str]) -> float:
    """The longest cell; the tenth that is longer than usual words may be broken."""
    lengths = sorted(map(_cell_ems, cells))
    usual = lengths[round((len(lengths) - 1) * _USUAL)]
    are_words = _LEAST <= usual <= _WORD and lengths[-1] <= _LONGEST
    return usual if are_words else lengths[-1]


def _head_ems(title: str) -> float:
    name, bracket, unit = title.partition("（")
    return max(_folded(name), _folded(bracket + unit))


def _folded(text: str) -> float:
    ems = ems_of(text)
    return ems if ems <= _SHORT else ceil(ems / 2)


def _cell_ems(text: str) -> float:
    return max(
        ems_of(line) + _GAP * len(_EDGE.findall(line[:_LINE])) for line in text.split("\n")
    )
