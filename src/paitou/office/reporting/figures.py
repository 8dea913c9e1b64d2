"""The figures that approval froze → those of a book as they were known on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import evolve, frozen

from paitou.figures.writing import write_figures
from paitou.model import Book, Figure
from paitou.office.reporting.gathering import Row, gathered
from paitou.office.reporting.models import Reported, Round


def figures_of(book_name: str, as_of: dt.date | None = None) -> tuple[Figure, ...]:
    """Return every vintage that was known on a day, of all days without one.

    Of several vintages of one day only the last is there: days are as fine as it gets.
    """
    return _known(book_name, as_of)


def figures_csv(book_name: str, as_of: dt.date, round_: Round | None = None) -> str:
    """Return the figures as known on a day as the long CSV of a folder.

    The same day gives the same bytes, whatever was corrected since.
    """
    return write_figures(_known(book_name, as_of, round_))


def stamp_of(book_name: str) -> int:
    """Return what changes whenever a figure of the book or of its children is added."""
    return gathered().count(book_name)


def with_reported(book: Book, book_name: str) -> Book:
    """Return a book with the office's figures added, as its children."""
    known = {figure.id for figure in book.figures}
    added = (each for each in gathered().figures(book_name) if each.id not in known)
    children = tuple(with_reported(c, f"{book_name}~{c.name}") for c in book.children)
    return evolve(book, figures=(*book.figures, *added), children=children)


def last_of_each_day(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows without those that another of the same day replaced."""
    last = {(row.key, row.figure.visible_from): row for row in rows}
    return tuple(last.values())


@frozen(kw_only=True)
class Difference:
    """A figure that differs from what was first approved in its round."""

    first: Reported
    now: Reported


def differences(round_: Round, as_of: dt.date | None = None) -> tuple[Difference, ...]:
    """Return what was corrected since approval, as known on a day, in the order made."""
    rows = Reported.objects.filter(submission__round=round_).order_by("pk")
    if as_of is not None:
        rows = rows.filter(known_on__lte=as_of)
    by_key: dict[str, list[Reported]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    found = (Difference(first=each[0], now=each[-1]) for each in by_key.values())
    return tuple(one for one in found if one.first.words != one.now.words)


def _known(
    book_name: str, as_of: dt.date | None, round_: Round | None = None
) -> tuple[Figure, ...]:
    """Return the figures that were known on a day, the last of several of one day."""
    found = (
        row
        for row in gathered().rows(book_name)
        if (round_ is None or row.round == round_.pk)
        and (as_of is None or row.figure.visible_from <= as_of)
    )
    return tuple(row.figure for row in last_of_each_day(found))
