"""A table file, .csv, .xlsx or .xls → its sheet of values with places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paitou.tables.apart import read_apart, sheet_names_apart
from paitou.tables.delimited import read_delimited
from paitou.tables.intake import Kind, take_in
from paitou.tables.sheet import Sheet
from paitou.text.readers.secrecy import refuse_secrets

_HEAD_ROWS = 10


def read_table(path: Path, sheet: str | None = None) -> Sheet:
    """Return a table; without `sheet`, the first that is visible and not empty.

    Raises:
        UnreadableFile: the file cannot be read; its message says why and what to do.
    """
    kind, data = take_in(path)
    if kind is Kind.CSV:
        table = read_delimited(data, path.name)
    else:
        table = read_apart(data, path.name, kind, sheet)
    refuse_secrets("\n".join(_head_cells(table)))
    return table


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the visible sheets; of a .csv, one empty name.

    Raises:
        UnreadableFile: the file cannot be read; its message says why and what to do.
    """
    kind, data = take_in(path)
    return ("",) if kind is Kind.CSV else sheet_names_apart(data, path.name, kind)


def _head_cells(table: Sheet) -> Iterator[str]:
    """Yield what stands in the first rows, a merged cell once."""
    rows = range(min(table.height, _HEAD_ROWS))
    return (
        text
        for row in rows
        for text in dict.fromkeys(cell.text for cell in table.cells(row))
    )
