"""A sheet → its head: the rows it takes, what each column is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from paitou.tables.sheet import Merge, Sheet, text_of
from paitou.text.view import fold

_LOOKED_THROUGH = 60
_BRACKET = re.compile(r"[(\[【].*?[)\]】]")
_BLANK = re.compile(r"\s+")
_UNIT_LINE = re.compile(r"(?:(?<!\w)|计量)单位[:：]\s*([^\s)）]+)")
_JOINT = "/"


@frozen(kw_only=True)
class Header:
    """The head of a table; rows are counted from 0.

    Attributes:
        titles: what each column is called; the parts of a head of several rows are joined
            by "/", from the top down: 年度目标/2023年.
        body: the first row of data.
        unit: what a line above the head says of the unit (单位：亿元); else empty.
    """

    first: int
    last: int
    titles: tuple[str, ...]
    unit: str = ""

    @property
    def body(self) -> int:
        """Return the first row below the head."""
        return self.last + 1


def head_key(title: str) -> str:
    """Return a title as titles are compared: 目标值 (万元) is 目标值."""
    return _BRACKET.sub("", _BLANK.sub("", fold(title))).strip("*:、.").upper()


def find_header(
    sheet: Sheet, wanted: Iterable[str], *, row: int | None = None
) -> Header | None:
    """Return the head that holds the most wanted titles; None where fewer than two do.

    Args:
        sheet: where to look: the first rows are, so that titles and unit lines are passed.
        wanted: the titles, however often synonymous.
        row: the row that is the head (from 0), where somebody said so.
    """
    keys = {head_key(title) for title in wanted}
    if row is None:
        row, matched = _best_row(sheet, keys)
        if matched < min(2, len(keys)) or matched == 0:
            return None
    elif not 0 <= row < sheet.height:
        return None
    first, last = _extent(sheet, row)
    titles = tuple(_title(sheet, first, last, column) for column in range(sheet.width))
    return Header(first=first, last=last, titles=titles, unit=_unit_line(sheet, first))


def _best_row(sheet: Sheet, keys: set[str]) -> tuple[int, int]:
    best, most = 0, 0
    for row in range(min(sheet.height, _LOOKED_THROUGH)):
        found = len(keys & {head_key(cell.text) for cell in sheet.cells(row)})
        if found > most:
            best, most = row, found
    return best, most


def _extent(sheet: Sheet, row: int) -> tuple[int, int]:
    """Return the rows of the head around `row`: merged cells tell how far it goes."""
    first = last = row
    grown = True
    while grown:
        grown = False
        for merge in sheet.merges:
            meets = merge.top <= last and merge.bottom >= first
            if meets and not _spans_table(merge, sheet):
                top, bottom = min(first, merge.top), max(last, merge.bottom)
                grown = grown or (top, bottom) != (first, last)
                first, last = top, bottom
    if first and _is_group_row(sheet, first - 1):
        first -= 1
    if last == row and _has_parts_below(sheet, row):
        last += 1
    return first, last


def _spans_table(merge: Merge, sheet: Sheet) -> bool:
    return merge.right - merge.left + 1 >= max(2, sheet.width - 1)


def _groups(sheet: Sheet, row: int) -> tuple[Merge, ...]:
    """Return the cells of a row that are merged over some columns, but not over all."""
    return tuple(
        merge
        for merge in sheet.merges
        if merge.top == merge.bottom == row
        and merge.is_wide
        and not _spans_table(merge, sheet)
    )


def _is_group_row(sheet: Sheet, row: int) -> bool:
    """Whether only group titles stand in the row, the columns being named below."""
    groups = _groups(sheet, row)
    covered = {column for m in groups for column in range(m.left, m.right + 1)}
    filled = {cell.column for cell in sheet.cells(row) if cell.text}
    return (
        bool(groups) and filled <= covered and not _UNIT_LINE.search(_row_text(sheet, row))
    )


def _has_parts_below(sheet: Sheet, row: int) -> bool:
    """Whether the next row names the parts of this row's groups and nothing else."""
    groups = _groups(sheet, row)
    if not groups or row + 1 >= sheet.height:
        return False
    covered = {column for m in groups for column in range(m.left, m.right + 1)}
    return {cell.column for cell in sheet.cells(row + 1) if cell.text} == covered


def _title(sheet: Sheet, first: int, last: int, column: int) -> str:
    parts = (_BLANK.sub("", sheet.cell(row, column).text) for row in range(first, last + 1))
    return _JOINT.join(dict.fromkeys(part for part in parts if part))


def _row_text(sheet: Sheet, row: int) -> str:
    return " ".join(dict.fromkeys(text_of(value) for value in sheet.rows[row] if value))


def _unit_line(sheet: Sheet, first: int) -> str:
    found = (_UNIT_LINE.search(_row_text(sheet, row)) for row in range(first))
    return next((match[1] for match in found if match), "")
