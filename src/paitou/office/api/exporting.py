"""A book that is served → its folder as an archive, what the office approved included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paitou.cli.archive import OFFICE_FIGURES, folder_files, pack
from paitou.figures.writing import write_figures
from paitou.model import Book
from paitou.office.books import Shelved
from paitou.office.reporting.figures import figures_of


def export(shelved: Shelved) -> bytes:
    """Return the archive; the same folder and figures give the same bytes.

    Raises:
        UsageError: a file of the folder cannot be read.
    """
    folder = _own_folder(shelved)
    return pack(folder_files(folder) | dict(_office_files(shelved.book, shelved.name)))


def _office_files(book: Book, name: str, place: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the tables of the office's figures, of the book and of its children.

    Those of an export that was imported before stand in the same file: they are read from
    there, and written with what was approved since.
    """
    approved = {figure.id for figure in figures_of(name)}
    here = [
        figure
        for figure in book.figures
        if figure.where.startswith(OFFICE_FIGURES)
        or (figure.id in approved and not figure.where.startswith("figures/"))
    ]
    if here:
        yield f"{place}{OFFICE_FIGURES}", write_figures(here).encode()
    for child in book.children:
        below = f"{place}children/{child.name}/"
        yield from _office_files(child, f"{name}~{child.name}", below)


def _own_folder(shelved: Shelved) -> Path:
    """The folder of the book itself: a child's lies in its parent's."""
    folder = shelved.folder
    for child in shelved.name.split("~")[1:]:
        folder = folder / "children" / child
    return folder
