"""A book and a later report → the 对照表 of the book's plan and that report."""

from __future__ import annotations

from pathlib import Path

from paitou.compile import compile_document
from paitou.model import Book, UsageError
from paitou.report.comparison_sheet import write_comparison
from paitou.text import read_document
from paitou.tracking.reconcile import reconcile


def write_comparison_with(book: Book, path: Path, *, later: str = "") -> None:
    """Write the table as .xlsx; `later` is the file of the later report.

    Raises:
        UsageError: there is no later report, or it cannot be read.
    """
    if not later:
        raise UsageError("对照表要有后来的报告，请加上 --set later=报告文件")
    report = compile_document(read_document(Path(later)))
    write_comparison(book.plan, report, reconcile(book.plan, report), path)
