"""Parts of a page → how many lines they take, and how many of them fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from paitou.render.document import Block, Heading, Note, Paragraph, Table
from paitou.render.document.column_widths import column_widths, em_of
from paitou.render.document.page import CHARACTERS, LINES, TEXT_WIDTH
from paitou.render.text_size import line_count

PAGE = LINES
_SMALL_LINE = 16 / 28.95  # a line of a table in lines of the body
_RULE = 0.8 / 28.95  # between two rows
_SPACER = 6 / 28.95
_PADDING = 5.0  # mm: left and right of a cell's text, and what justifying may lose


def line_total(blocks: Iterable[Block]) -> int:
    """Return how many lines of the body the parts take; pictures are not counted."""
    return ceil(sum(_lines(block) for block in blocks))


def fitting(blocks: Sequence[Paragraph], room: int) -> tuple[Paragraph, ...]:
    """Return the first paragraphs that fit into so many lines."""
    shown: list[Paragraph] = []
    for block in blocks:
        if line_total([*shown, block]) > room:
            break
        shown.append(block)
    return tuple(shown)


def _lines(block: Block) -> float:
    match block:
        case Heading():
            return line_count(f"　　{block.text}", CHARACTERS)
        case Paragraph():
            return line_count(f"　　{block.lead}{block.text}", CHARACTERS)
        case Note():
            return _SMALL_LINE * line_count(block.text, 42)
        case Table():
            return _table_lines(block)
        case _:
            return 0


def _table_lines(table: Table) -> float:
    em = em_of(table)
    ems = [(width - _PADDING) / em for width in column_widths(table, TEXT_WIDTH)]
    above = bool(table.title) * 1.2 + bool(table.left or table.unit)
    lines = 1 + above
    for row in table.rows:
        lines += max(map(line_count, row.cells, ems), default=1)
    return lines * _SMALL_LINE + (1 + len(table.rows)) * _RULE + _SPACER
