"""A book → the 任务分解表 as .xlsx: every task and target in the plan's own words."""

from __future__ import annotations

from pathlib import Path

from paitou.model import Book
from paitou.render.sheets import workbook_bytes
from paitou.report.breakdown.pages import breakdown_pages


def breakdown_bytes(book: Book, *, is_simulated: bool = False) -> bytes:
    """Return the workbook; equal books give equal bytes.

    Args:
        book: the reviewed plan with what was decided about it.
        is_simulated: whether figures are made up; 模拟数据 then stands on every page.
    """
    pages = breakdown_pages(book, is_simulated=is_simulated)
    return workbook_bytes(pages, pages[0].title)


def write_breakdown(book: Book, path: Path) -> None:
    """Write the workbook to a file."""
    path.write_bytes(breakdown_bytes(book, is_simulated=book.is_simulated))
