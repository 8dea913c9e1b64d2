"""Tables of the text, cell by cell."""

from __future__ import annotations

import pytest

from paitou.model import Block, Cell, Document, Table
from paitou.office.plans.grids import Grid, lay_out
from paitou.office.plans.passages import Shown, passages

TEXT = "前言\n指标\n目标\n2024年\n2025年\n总量\n10\n12\n后文"


def span(words):
    at = TEXT.index(words)
    return {"start": at, "end": at + len(words)}


def cell(row, column, words, *, is_head=False):
    return Cell(row=row, column=column, is_head=is_head, **span(words))


CELLS = (
    cell(0, 0, "指标", is_head=True),
    cell(0, 1, "目标", is_head=True),
    cell(0, 2, "目标", is_head=True),
    cell(1, 0, "指标", is_head=True),
    cell(1, 1, "2024年", is_head=True),
    cell(1, 2, "2025年", is_head=True),
    cell(2, 0, "总量"),
    cell(2, 1, "10"),
    cell(2, 2, "12"),
)


def laid(cells=CELLS):
    lines = TEXT.split("\n")
    blocks = tuple(
        Block(
            kind="table" if 0 < n < 8 else "paragraph",
            body=span(line)["start"],
            **span(line),
        )
        for n, line in enumerate(lines)
    )
    table = Table(start=TEXT.index("指标"), end=TEXT.index("后文") - 1, cells=cells)
    document = Document(
        title="", file="", sha256="", text=TEXT, blocks=blocks, tables=(table,)
    )
    return lay_out(document, passages(document, (), Shown()))


def words(one):
    return "".join(TEXT[p.block.start : p.block.end] for p in one.passages)


def test_a_table_is_one_grid_between_its_neighbours():
    kinds = [isinstance(part, Grid) for part in laid()]
    assert kinds == [False, True, False]


def test_merged_cells_are_shown_once():
    grid = laid()[1]
    rows = [[(words(one), one.rows, one.columns) for one in row] for row in grid.rows]
    assert rows[0] == [("指标", 2, 1), ("目标", 1, 2)]
    assert rows[1] == [("2024年", 1, 1), ("2025年", 1, 1)]
    assert [one.is_head for one in grid.rows[0]] == [True, True]


def test_empty_cells_keep_their_place():
    empty = (*CELLS[:7], Cell(row=2, column=1, start=5, end=5), *CELLS[8:])
    grid = laid((*empty, cell(3, 0, "10")))[1]
    assert [words(one) for one in grid.rows[2]] == ["总量", "", "12"]


@pytest.mark.parametrize("count", [0, 3])
def test_words_in_no_cell_are_shown_as_they_are(count):
    parts = laid(CELLS[:count])
    assert not any(isinstance(part, Grid) for part in parts)
    assert len(parts) == 9
