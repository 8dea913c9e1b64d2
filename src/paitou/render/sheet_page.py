"""What a printed sheet consists of: title, columns, rows, and how high each row is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias

from attrs import field, frozen

from paitou.render.text_size import line_count
from paitou.tables import Value, text_of

BODY_SIZE = 10.0  # points
HEAD_SIZE = 10.5
_QUIET_SIZE = 8.0
#: Of the size; the tallest of the usual Chinese fonts (Noto CJK) needs it, 宋体 less.
_LINE = 1.45
_PADDING = 5.0
_LOWEST = 20.0
_INDENT = 1.3  # half-width characters
#: Excel shows no row higher than 409 points.
TALLEST = 405.0
TITLE_HEIGHT, LINE_HEIGHT = 42.0, 21.0
MARGIN_SIDE, MARGIN_END = 0.5, 0.7  # inches
#: The points of rows that are at most one cell: about half a printed page.
_SHOWN = 500.0


class Joining(StrEnum):
    """Whether equal values one below the other become one cell."""

    NONE = "none"
    BLOCK = "block"  # within a block of rows
    RUN = "run"  # as far as they are equal


class Tone(StrEnum):
    """What sort of row it is, for the eye."""

    PLAIN = "plain"
    TASK = "task"
    TOTAL = "total"


@frozen(kw_only=True)
class SheetColumn:
    """One column: `width` in half-width characters, `group` a title over several columns.

    Attributes:
        joining: how far equal values below each other become one cell.
        is_quiet: for codes that people need not read: small and grey.
        choices: what may be chosen from in its cells.
        number_format: how Excel shows numbers ("0.00"); as they are where it is empty.
    """

    title: str
    width: float
    group: str = ""
    is_centred: bool = False
    joining: Joining = field(converter=Joining, default=Joining.NONE)
    is_quiet: bool = False
    choices: tuple[str, ...] = ()
    number_format: str = ""

    @property
    def size(self) -> float:
        """Return the size of its letters in points."""
        return _QUIET_SIZE if self.is_quiet else BODY_SIZE

    def ems(self, size: float) -> float:
        """Return how many Chinese characters of a size fit into a line."""
        return _ems(self.width - (0 if self.is_centred else _INDENT), size)


@frozen
class Live:
    """A cell that the sheet itself computes, with the value that it has now.

    Attributes:
        formula: as Excel reads it, "=" first; made by us, never from what people typed.
    """

    formula: str
    value: Decimal | str


SheetValue: TypeAlias = Value | Live


@frozen(kw_only=True)
class SheetRow:
    """One row; `joined` are the first and last column of cells that are one cell.

    `opens` says that a block of rows begins with it.
    """

    cells: tuple[SheetValue, ...]
    tone: Tone = field(converter=Tone, default=Tone.PLAIN)
    opens: bool = False
    joined: tuple[int, int] | None = None


@frozen(kw_only=True)
class SheetPage:
    """One sheet of a workbook.

    Attributes:
        left, right: the line above the head: 填报单位 at the left, 单位 at the right.
        frame: what must stand on every printed page (模拟数据).
        foot: lines under the table.
        frozen_columns: how many columns stay in view.
    """

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...] = field(default=(), repr=False)
    left: str = ""
    right: str = ""
    frame: str = ""
    foot: tuple[str, ...] = ()
    frozen_columns: int = 0

    def head_groups(self) -> Iterator[tuple[str, int, int]]:
        """Yield each group title with its first and last column; no title stands alone."""
        numbered = enumerate(self.columns)
        for group, members in groupby(numbered, key=lambda pair: pair[1].group):
            places = [place for place, _ in members]
            yield group, places[0], places[-1]

    def line_of(self, row: int) -> int:
        """Return the line of the sheet, from 1, that a row of the body begins in."""
        bands = any((self.left, self.frame, self.right))
        above = 1 + bands + len(self.head_heights())
        rows = self.rows[:row]
        return above + sum(line_parts(self.row_height(each)) for each in rows) + 1

    def row_height(self, row: SheetRow) -> float:
        """Return the points that a row needs for the longest of its cells."""
        lines = 1
        for place, value in enumerate(row.cells):
            if isinstance(value, str) and self.columns[place].joining is Joining.NONE:
                lines = max(lines, line_count(value, self._cell_ems(row, place)))
        return height_of(lines, BODY_SIZE)

    def _cell_ems(self, row: SheetRow, place: int) -> float:
        if row.joined is None or place != row.joined[0]:
            return self.columns[place].ems(self.columns[place].size)
        first, last = row.joined
        width = sum(c.width + 0.7 for c in self.columns[first : last + 1])
        return _ems(width - _INDENT, BODY_SIZE)

    def head_heights(self) -> tuple[float, ...]:
        """Return the heights of the rows of the head, from the top down."""
        alone = [c for c in self.columns if not c.group]
        grouped = [c for c in self.columns if c.group]
        lines = max((line_count(c.title, c.ems(HEAD_SIZE)) for c in alone), default=1)
        height = height_of(lines, HEAD_SIZE)
        if not grouped:
            return (height,)
        below = height_of(
            max(line_count(c.title, c.ems(HEAD_SIZE)) for c in grouped), HEAD_SIZE
        )
        return (max(_LOWEST, height - below), below)


def line_parts(height: float) -> int:
    """Return how many lines of a sheet a row of that height takes."""
    return max(1, math.ceil(height / TALLEST))


def _ems(width: float, size: float) -> float:
    """Return how many characters fit: a unit of width is 7 pixels, a point 4/3 pixels."""
    return max(1.0, (width * 7 - 4) / (size * 4 / 3) - 0.3)


def height_of(lines: int, size: float) -> float:
    """Return the points that some lines of a size take."""
    return round(max(_LOWEST, lines * size * _LINE + _PADDING) * 4 / 3) * 3 / 4


def joined_runs(
    page: SheetPage, place: int, cuts: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield first and last row of what becomes one cell in a column."""
    is_block = page.columns[place].joining is Joining.BLOCK
    first = 0
    for number, row in enumerate(page.rows):
        same = _told(row.cells[place]) == _told(page.rows[first].cells[place])
        if number and (not same or number in cuts or (is_block and row.opens)):
            yield first, number - 1
            first = number
    if page.rows:
        yield first, len(page.rows) - 1


def _told(value: SheetValue) -> str:
    return value.formula if isinstance(value, Live) else text_of(value)


def run_cuts(page: SheetPage, heights: list[float]) -> frozenset[int]:
    """Return the rows at which every run is cut, so that each page shows its words.

    The cuts are between blocks where blocks are short enough. Where pages really break
    depends on the fonts of the machine that prints.
    """
    cuts: set[int] = set()
    last, opening, tall = 0, 0, 0.0
    for number, row in enumerate(page.rows):
        tall += heights[number]
        if row.opens:
            opening = number
        if tall > _SHOWN and number > last:
            last = opening if opening > last else number
            cuts.add(last)
            tall = sum(heights[last : number + 1])
    return frozenset(cuts)
