"""Lines → the tables flattened into them, as far as rows and columns can be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from paitou.model import BlockKind, Cell, Table
from paitou.text.lines import Line, trimmed
from paitou.text.numbering import Style, number_at

_TABS = re.compile(r"\t+")
_COLUMNS = re.compile(r"[ \u3000\u00a0\u2002\u2003]{2,}")
_PIPES = re.compile(r"\|")
_RULE = re.compile(r"[|\s:+=—–-]+")
#: A tab at the head of a line is a cell; so many lines without one may stand between two.
_NEAR = 8
_FEWEST_ROWS = 2
_FEWEST_ALIGNED = 3
_FEWEST_TABBED = 4
_LONGEST_ALIGNED = 24

Row = tuple[tuple[int, int], ...]


def mark_tables(text: str, lines: Sequence[Line], tables: Sequence[Table]) -> list[Line]:
    """Return the lines, those that stand in a reader's tables cut into cells at tabs."""
    done: list[Line] = []
    ends = iter(sorted((table.start, table.end) for table in tables))
    start, end = next(ends, (len(text), len(text)))
    for line in lines:
        while line.start >= end and start < len(text):
            start, end = next(ends, (len(text), len(text)))
        if start <= line.start:
            done.extend(_cells(text, line, _cut(text, line, _TABS)))
        else:
            done.append(line)
    return done


def find_tables(text: str, lines: Sequence[Line]) -> tuple[list[Line], list[Table]]:
    """Return the lines, those of tables cut into cells, and the tables that are sure."""
    done: list[Line] = []
    tables: list[Table] = []
    index = 0
    while index < len(lines):
        rows = _rows_from(text, lines, index)
        if rows:
            tables.append(_table(rows))
            for place, row in enumerate(rows):
                done.extend(_cells(text, lines[index + place], row))
            index += len(rows)
        else:
            done.append(lines[index])
            index += 1
    return _near_cells(text, _tabbed_cells(text, done)), tables


def _rows_from(text: str, lines: Sequence[Line], index: int) -> list[Row]:
    """Return the rows of the table that begins at line `index`; none if none does."""
    line = lines[index]
    separator, fewest = _separator(text, line)
    if separator is None:
        return []
    rows: list[Row] = []
    columns = 0
    for place in range(index, len(lines)):
        line = lines[place]
        if separator is _PIPES and rows and rows[-1] and _is_rule(text, line):
            rows.append(())
            continue
        row = _cut(text, line, separator)
        if separator is _COLUMNS and not _is_aligned(text, line, row):
            break
        if len(row) < 2 or (columns and len(row) != columns):
            break
        columns = len(row)
        rows.append(row)
    return rows if sum(bool(row) for row in rows) >= fewest and columns >= 2 else []


def _is_aligned(text: str, line: Line, row: Row) -> bool:
    """Blanks alone part cells only where all are short and none is a heading's number."""
    short = all(end - start <= _LONGEST_ALIGNED for start, end in row)
    return len(row) >= 3 and short and not _parts_tables(text, line)


def _is_rule(text: str, line: Line) -> bool:
    return bool(_RULE.fullmatch(text, line.start, line.end))


def _separator(text: str, line: Line) -> tuple[re.Pattern[str] | None, int]:
    """Return what parts the cells of a line, and how many rows it takes to believe it."""
    if text[line.start] == "|" and text[line.end - 1] == "|" and line.end - line.start > 2:
        return _PIPES, _FEWEST_ROWS
    if _TABS.search(text, line.start, line.end):
        return _TABS, _FEWEST_ROWS
    if not _COLUMNS.search(text, line.start, line.end):
        return None, 0
    if _is_aligned(text, line, _cut(text, line, _COLUMNS)):
        return _COLUMNS, _FEWEST_ALIGNED
    return None, 0


def _cut(text: str, line: Line, separator: re.Pattern[str]) -> Row:
    start, end = line.start, line.end
    if separator is _PIPES:
        start, end = start + (text[start] == "|"), end - (text[end - 1] == "|")
    cells = []
    for found in separator.finditer(text, start, end):
        cells.append(trimmed(text, start, found.start()))
        start = found.end()
    return (*cells, trimmed(text, start, end))


def _cells(text: str, line: Line, row: Row) -> list[Line]:
    """Return the cells as lines; the line whole where signs stand between them."""
    if not row or text[line.start] == "|":
        return [line._replace(kind=BlockKind.TABLE)]
    return [Line(start, end, kind=BlockKind.TABLE) for start, end in row if start < end]


def _table(rows: Sequence[Row]) -> Table:
    full = [row for row in rows if row]
    cells = tuple(
        Cell(row=number, column=column, start=start, end=end, is_head=number == 0)
        for number, row in enumerate(full)
        for column, (start, end) in enumerate(row)
    )
    return Table(start=full[0][0][0], end=full[-1][-1][1], cells=cells)


def _tabbed_cells(text: str, lines: list[Line]) -> list[Line]:
    """Lines after a tab are cells where they are many and short, else paragraphs."""
    tabbed = [
        i for i, line in enumerate(lines) if text[line.start - 1 : line.start] == "\t"
    ]
    short = sum(lines[i].end - lines[i].start <= _LONGEST_ALIGNED for i in tabbed)
    if len(tabbed) >= _FEWEST_TABBED and 2 * short >= len(tabbed):
        for index in tabbed:
            lines[index] = lines[index]._replace(kind=BlockKind.TABLE)
    return lines


def _near_cells(text: str, lines: list[Line]) -> list[Line]:
    """Mark the lines between cells, and a row's first cell, which has no tab before it."""
    cells = [index for index, line in enumerate(lines) if line.kind]
    for before, after in pairwise(cells):
        between = range(before + 1, after)
        if len(between) <= _NEAR and not any(
            _parts_tables(text, lines[i]) for i in between
        ):
            for index in between:
                lines[index] = lines[index]._replace(kind=BlockKind.TABLE)
        elif between:
            _mark_first(text, lines, after - 1)
    if cells and cells[0]:
        _mark_first(text, lines, cells[0] - 1)
    return lines


def _mark_first(text: str, lines: list[Line], index: int) -> None:
    line = lines[index]
    if line.end - line.start <= 20 and not _parts_tables(text, line):
        lines[index] = line._replace(kind=BlockKind.TABLE)


def _parts_tables(text: str, line: Line) -> bool:
    number = number_at(text, line.start, line.end)
    return number is not None and number.style <= Style.DUN
