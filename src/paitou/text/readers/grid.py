"""A grid as written → which cell covers which place, and which rows are the head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paitou.text.readers.parts import Grid, GridCell, Paragraph

MOST_PLACES = 200_000
_MOST_COLUMNS = 256
_LONGEST_CELL = 1500
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACED = tuple[int, int, int, int]  # row, column, index of the written row, of its cell


def is_data(grid: Grid) -> bool:
    """Return whether the grid is a table; else it only lays out a page or frames a box."""
    cells = [cell for row in grid.rows for cell in row]
    widest = max((sum(cell.columns for cell in row) for row in grid.rows), default=0)
    if len(grid.rows) < 2 or widest < 2:
        return False
    return not any(
        any(isinstance(part, Grid) for part in cell.parts)
        or sum(len(part.text) for part in cell.parts if isinstance(part, Paragraph))
        > _LONGEST_CELL
        for cell in cells
    )


def places(grid: Grid) -> list[_PLACED]:
    """Return every place of the grid with the written cell that covers it.

    Spans that would blow the grid up beyond all measure are taken as 1.
    """
    return _spread(grid, spans=True) or _spread(grid, spans=False) or []


def _spread(grid: Grid, *, spans: bool) -> list[_PLACED] | None:
    placed: list[_PLACED] = []
    taken: dict[int, set[int]] = {}
    height = len(grid.rows)
    for row, cells in enumerate(grid.rows):
        occupied = taken.pop(row, set())
        column = 0
        for index, cell in enumerate(cells):
            while column in occupied:
                column += 1
            down = min(cell.rows if spans else 1, height - row)
            across = range(
                column, column + (min(cell.columns, _MOST_COLUMNS) if spans else 1)
            )
            if spans and len(placed) + down * len(across) > MOST_PLACES:
                return None
            for line in range(row, row + down):
                placed.extend((line, place, row, index) for place in across)
                if line > row:
                    taken.setdefault(line, set()).update(across)
            column = across.stop
    return placed


def head_rows(grid: Grid) -> int:
    """Return how many rows at the top are the head.

    Where the file marks them, those; else what stands over the columns without a figure:
    a title over the whole width, one row, and all rows that a merged cell of it reaches.
    """
    marked = _marked_rows(grid.rows)
    if marked:
        return marked
    top = 0
    while top < len(grid.rows) and len(grid.rows[top]) == 1:
        top += 1
    if top >= len(grid.rows) - 1:
        return 0
    if any(_bears_figure(cell) for cell in grid.rows[top][1:]):
        return 0
    return min(
        top + max((cell.rows for cell in grid.rows[top]), default=1), len(grid.rows) - 1
    )


def _marked_rows(rows: Sequence[Sequence[GridCell]]) -> int:
    count = 0
    while count < len(rows) and rows[count] and all(cell.is_head for cell in rows[count]):
        count += 1
    return count


def _bears_figure(cell: GridCell) -> bool:
    words = "".join(part.text for part in cell.parts if isinstance(part, Paragraph))
    return any(char.isdigit() for char in _YEAR.sub("", words))
