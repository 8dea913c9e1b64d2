"""A book of a folder and frozen figures → the book as the public, or one district, sees it.

What was published counts as known from the day of its publication, so that a page as known
on a day before stays as it was. Of their own figures an organisation knew before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from attrs import evolve
from django.utils import timezone

from paitou.model import Book, Figure
from paitou.office.release.levels import Publication, published_at
from paitou.office.reporting.figures import last_of_each_day
from paitou.office.reporting.gathering import Row, gathered

Published = Mapping[str, Collection[Publication]]


class Owners(Protocol):
    """Those whose own figures are seen: organisations, and departments by their data."""

    @property
    def orgs(self) -> frozenset[str]:
        """Codes of the organisations whose own figures they see."""

    @property
    def sources(self) -> frozenset[str]:
        """Codes of the departments for whose data they answer."""


def with_published(book: Book, name: str, published: Published) -> Book:
    """Return a book as everybody sees it, and its children."""
    kept = tuple(each for each in book.figures if each.state.can_settle)
    rows = _as_published(gathered().rows(name), published.get(name, ()))
    children = tuple(
        with_published(child, f"{name}~{child.name}", published) for child in book.children
    )
    return evolve(book, figures=(*kept, *_new(kept, rows)), children=children)


def with_own(public: Book, read: Book, name: str, owners: Owners) -> Book:
    """Return a book as some organisations see it, and its children.

    Args:
        public: as everybody sees it.
        read: as it was read from its folder.
        name: in its address.
        owners: whose own figures are seen, published or not.
    """
    mine = [row for row in gathered().rows(name) if _is_own(row, owners)]
    theirs = {row.figure.id for row in mine}
    there = [figure for figure in public.figures if figure.id not in theirs]
    opened = _new(there, (f for f in read.figures if _is_opened(f, read, owners)))
    kept = (*there, *opened)
    children = tuple(
        with_own(seen, child, f"{name}~{child.name}", owners)
        for seen, child in zip(public.children, read.children, strict=True)
    )
    rows = (row.figure for row in last_of_each_day(mine))
    return evolve(public, figures=(*kept, *_new(kept, rows)), children=children)


def _as_published(rows: Iterable[Row], found: Collection[Publication]) -> Iterable[Figure]:
    """Return the figures that were published, the last of several of one day."""
    last: dict[tuple[str, dt.date], Figure] = {}
    for row, at in _dated(rows, found):
        day = max(row.figure.visible_from, timezone.localtime(at).date())
        last[row.key, day] = evolve(row.figure, known_on=day, note="")
    return last.values()


def _dated(
    rows: Iterable[Row], found: Collection[Publication]
) -> Iterator[tuple[Row, dt.datetime]]:
    rounds = {one.round for one in found}
    for row in rows:
        if row.round in rounds:
            at = published_at(found, row.round, row.number, row.key)
            if at is not None:
                yield row, at


def _new(there: Iterable[Figure], added: Iterable[Figure]) -> Iterator[Figure]:
    known = {figure.id for figure in there}
    return (figure for figure in added if figure.id not in known)


def _is_own(row: Row, owners: Owners) -> bool:
    return row.org in owners.orgs or row.answers in owners.sources


def _is_opened(figure: Figure, book: Book, owners: Owners) -> bool:
    """Whether a figure of the folder that nobody confirmed is of their own organisation."""
    if figure.state.can_settle or not owners.orgs:
        return False
    org = book.org(figure.org)
    return org is not None and org.code in owners.orgs
