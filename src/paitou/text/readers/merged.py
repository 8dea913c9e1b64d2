"""Rows of cells marked "merged with the one above" → a grid of cells that span rows."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from paitou.text.readers.parts import Grid, GridCell


def merged(rows: Iterable[Iterable[tuple[GridCell, str]]]) -> Grid:
    """Return the grid; the mark of a cell is "restart", "continue" or empty."""
    written: list[list[GridCell]] = []
    begun: dict[int, tuple[int, int]] = {}  # column → where the area over it began
    for index, row in enumerate(rows):
        written.append([])
        column = 0
        still: dict[int, tuple[int, int]] = {}
        for cell, mark in row:
            if mark == "continue" and column in begun:
                still[column] = begun[column]
                line, place = begun[column]
                written[line][place] = evolve(written[line][place], rows=index - line + 1)
            else:
                if mark:
                    still[column] = (index, len(written[index]))
                written[index].append(cell)
            column += cell.columns
        begun = still
    return Grid(rows=tuple(tuple(row) for row in written))
