"""Passages and a document's tables → the text laid out, cells in their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from paitou.model import Cell, Document, Table
from paitou.office.plans.passages import Passage


@frozen(kw_only=True)
class GridCell:
    """A cell with the passages that stand in it; it may reach over rows and columns."""

    passages: tuple[Passage, ...]
    rows: int
    columns: int
    is_head: bool


@frozen(kw_only=True)
class Grid:
    """A table of the text, row by row; a cell stands in the row where it begins."""

    rows: tuple[tuple[GridCell, ...], ...]


def lay_out(document: Document, cut: Sequence[Passage]) -> tuple[Passage | Grid, ...]:
    """Return the passages in order, those of a table gathered into one grid."""
    return tuple(_parts(document, cut))


def _parts(document: Document, cut: Sequence[Passage]) -> Iterator[Passage | Grid]:
    tables = sorted(document.tables, key=lambda table: table.start)
    at = 0
    for table in tables:
        while at < len(cut) and cut[at].block.start < table.start:
            yield cut[at]
            at += 1
        first = at
        while at < len(cut) and cut[at].block.start < table.end:
            at += 1
        if at > first:
            yield from _gathered(table, cut[first:at])
    yield from cut[at:]


def _gathered(table: Table, inside: Sequence[Passage]) -> Iterator[Passage | Grid]:
    """The grid, or the passages as they are where some stand in no cell."""
    placed = [_cell_of(table, passage) for passage in inside]
    if None in placed:
        yield from inside
        return
    held: dict[tuple[int, int], list[Passage]] = {}
    for cell, passage in zip(placed, inside, strict=True):
        if cell is not None:
            held.setdefault((cell.start, cell.end), []).append(passage)
    yield Grid(rows=tuple(_rows(table, held)))


def _cell_of(table: Table, passage: Passage) -> Cell | None:
    block = passage.block
    inside = (c for c in table.cells if c.start <= block.start and block.end <= c.end)
    return next(inside, None)


def _rows(
    table: Table, held: dict[tuple[int, int], list[Passage]]
) -> Iterator[tuple[GridCell, ...]]:
    """A merged cell is repeated for every place that it covers; the first shows it."""
    heights = Counter((c.start, c.end, c.column) for c in table.cells)
    widths = Counter((c.start, c.end, c.row) for c in table.cells)
    shown: set[tuple[int, int]] = set()
    for row in sorted({cell.row for cell in table.cells}):
        cells = []
        for cell in sorted(
            (c for c in table.cells if c.row == row), key=lambda c: c.column
        ):
            words = (cell.start, cell.end)
            is_empty = cell.start == cell.end
            if words in shown and not is_empty:
                continue
            shown.add(words)
            cells.append(
                GridCell(
                    passages=tuple(held.get(words, ())),
                    rows=1 if is_empty else heights[(*words, cell.column)],
                    columns=1 if is_empty else widths[(*words, cell.row)],
                    is_head=cell.is_head,
                )
            )
        yield tuple(cells)
