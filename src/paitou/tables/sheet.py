"""A table as it was read: values by row and column, each with its place as in Excel."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

#: What a cell may hold. A number that its sheet shows as a share is the text "30%".
Value: TypeAlias = str | Decimal | bool | datetime.date | None


def column_name(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def place_name(row: int, column: int) -> str:
    """Return the place as Excel names it; row and column are counted from 0."""
    return f"{column_name(column)}{row + 1}"


def text_of(value: Value) -> str:
    """Return a value as an official would type it; the empty text for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.strip()


@frozen
class Merge:
    """A merged range; all four are counted from 0 and included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_wide(self) -> bool:
        """Return whether it covers more than one column."""
        return self.right > self.left


@frozen
class Cell:
    """One cell: row and column from 0, its text and its typed value."""

    row: int
    column: int
    value: Value

    @property
    def text(self) -> str:
        """Return the value as text, without blanks at its ends."""
        return text_of(self.value)

    @property
    def place(self) -> str:
        """Return the place as Excel names it: C5."""
        return place_name(self.row, self.column)


@frozen(kw_only=True)
class Sheet:
    """One table of a file; every cell of a merged range holds the range's value."""

    file: str
    name: str = ""
    rows: tuple[tuple[Value, ...], ...] = field(default=(), repr=False)
    merges: tuple[Merge, ...] = field(default=(), repr=False)

    @property
    def height(self) -> int:
        """Return the number of rows, empty ones counted."""
        return len(self.rows)

    @cached_property
    def width(self) -> int:
        """Return the number of columns of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """Return the cell at row and column, counted from 0; an empty one outside."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return Cell(row, column, self.rows[row][column] if inside else None)

    def cells(self, row: int) -> Iterator[Cell]:
        """Yield the cells of a row, the empty ones too."""
        return (Cell(row, column, value) for column, value in enumerate(self.rows[row]))

    def is_blank(self, row: int) -> bool:
        """Return whether nothing stands in the row."""
        return not any(text_of(value) for value in self.rows[row])

    def where(self, row: int, column_title: str = "") -> str:
        """Return the place in words: 任务分解表.xlsx 第12行“目标值”."""
        title = f"“{column_title}”" if column_title else ""
        return f"{self.file} 第{row + 1}行{title}"
