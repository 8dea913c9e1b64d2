"""Folders on disk → books in memory, each read again only when a file in it has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock

from attrs import evolve, field, frozen

from paitou.model import Book, UsageError
from paitou.office.books.assessing import Assessor
from paitou.office.books.forecasting import Forecaster
from paitou.office.books.scorekeeping import Scorekeeper

Load = Callable[[Path], Book]
Stamp = tuple[tuple[str, int, int], ...]


@frozen(kw_only=True)
class Shelved:
    """A book as it is served: the name in its address, and where its folder is.

    Attributes:
        audience: whom it is served to, where it is not the same for everybody.
        assessor: judges its targets on any day, and remembers.
        scorekeeper: scores its contests on any day, and remembers.
        forecaster: looks ahead from any day, and remembers.
    """

    name: str
    folder: Path
    book: Book
    audience: Hashable = None
    assessor: Assessor = field(eq=False, repr=False)
    scorekeeper: Scorekeeper = field(eq=False, repr=False)
    forecaster: Forecaster = field(eq=False, repr=False)

    @assessor.default
    def _assessor(self) -> Assessor:
        return Assessor(self.book)

    @scorekeeper.default
    def _scorekeeper(self) -> Scorekeeper:
        return Scorekeeper(self.book)

    @forecaster.default
    def _forecaster(self) -> Forecaster:
        return Forecaster(self.book, self.name, is_public=self.audience is not None)


@frozen(kw_only=True)
class Reported:
    """What an office adds to the books of folders.

    Attributes:
        stamp: of a book's name → what changes whenever anything is added to the book.
        add: a book as it was read, and its name → the same with what the office has.
        like: of a book's name → it and its children as others see them, who see almost the
            same: what was made for those is taken over; None where nobody does.
    """

    stamp: Callable[[str], Hashable]
    add: Callable[[Book, str], Book]
    like: Callable[[str], tuple[Shelved, ...]] | None = None


_NOTHING = Reported(stamp=lambda _: None, add=lambda book, _: book)


_MOST_AUDIENCES = 16


class Shelf:
    """The books of some folders; a child book stands after its parent as `parent~child`."""

    def __init__(
        self, folders: Sequence[Path], load: Load, reported: Reported = _NOTHING
    ) -> None:
        self._load = load
        self._reported = reported
        self._lock = Lock()
        self._audience: Hashable = None
        self._others: dict[Hashable, Shelf] = {}
        self._read: dict[str, tuple[Stamp, Book]] = {}
        self._served: dict[str, tuple[Stamp, Hashable, tuple[Shelved, ...]]] = {}
        self._folders = _by_name(folders)

    def books(
        self, reported: Reported | None = None
    ) -> tuple[tuple[Shelved, ...], tuple[str, ...]]:
        """Return the books in the order of their folders, and why others cannot be read.

        `reported` is what is added to them, what is always added where it is left out.
        """
        books: list[Shelved] = []
        faults: list[str] = []
        for name in self._folders:
            try:
                books.extend(self._family(name, reported))
            except UsageError as fault:
                faults.append(str(fault))
        return tuple(books), tuple(faults)

    def family(self, head: str, reported: Reported) -> tuple[Shelved, ...]:
        """Return a book that there is and its children, with what is added to them."""
        return self._family(head, reported)

    def find(self, name: str, reported: Reported | None = None) -> Shelved | None:
        """Return the book with this name, None where there is none.

        `reported` is what is added to it, what is always added where it is left out.
        """
        head = name.split("~", 1)[0]
        if head not in self._folders:
            return None
        family = self._family(head, reported)
        return next((one for one in family if one.name == name), None)

    def shown_to(self, audience: Hashable) -> Shelf:
        """Return the shelf of the same folders as it is for others, made once for each.

        A folder is read once for all of them.
        """
        with self._lock:
            other = self._others.pop(audience, None) or self._for(audience)
            self._others[audience] = other
            while len(self._others) > _MOST_AUDIENCES:
                del self._others[next(iter(self._others))]
            return other

    def _for(self, audience: Hashable) -> Shelf:
        other = Shelf((), self._load)
        other._folders, other._read, other._audience = self._folders, self._read, audience
        return other

    def _family(self, name: str, reported: Reported | None) -> tuple[Shelved, ...]:
        folder = self._folders[name]
        reported = reported or self._reported
        stamp, added = _stamp(folder), reported.stamp(name)
        with self._lock:
            known = self._served.get(name)
            if known is None or known[:2] != (stamp, added):
                book = reported.add(self._book(name, folder, stamp), name)
                family = tuple(_with_children(name, folder, book, self._audience))
                if reported.like is not None:
                    family = tuple(map(_like, reported.like(name), family))
                elif known is not None and known[0] == stamp:  # only figures were added
                    family = tuple(map(_following, known[2], family))
                known = self._served[name] = (stamp, added, family)
            return known[2]

    def _book(self, name: str, folder: Path, stamp: Stamp) -> Book:
        """Return the book of a folder, read again only when a file in it has changed."""
        read = self._read.get(name)
        if read is None or read[0] != stamp:
            read = self._read[name] = (stamp, self._load(folder))
        return read[1]


@lru_cache(maxsize=1)
def served_shelf() -> Shelf:
    """Return the shelf of the folders in the settings, one a process."""
    from django.conf import settings

    from paitou.folder import load
    from paitou.office.reporting.figures import stamp_of, with_reported

    added = Reported(stamp=stamp_of, add=with_reported)
    return Shelf(settings.BOOKS, load, added)


def _by_name(folders: Sequence[Path]) -> dict[str, Path]:
    named: dict[str, Path] = {}
    for folder in folders:
        name = folder.resolve().name.replace("~", "-")
        if named.setdefault(name, folder) != folder:
            raise UsageError(
                f"文件夹“{named[name]}”和“{folder}”同名：请把其中一个改名后再启动。"
            )
    return named


def _with_children(
    name: str, folder: Path, book: Book, audience: Hashable
) -> Iterator[Shelved]:
    yield Shelved(name=name, folder=folder, book=book, audience=audience)
    for child in book.children:
        yield from _with_children(f"{name}~{child.name}", folder, child, audience)


def _following(before: Shelved, now: Shelved) -> Shelved:
    """Return a book that takes over what was made of it before figures were added."""
    return evolve(
        now,
        assessor=Assessor(now.book, before.assessor),
        forecaster=Forecaster(
            now.book,
            now.name,
            is_public=now.audience is not None,
            before=before.forecaster,
        ),
    )


def _like(others: Shelved, now: Shelved) -> Shelved:
    """Return a book that takes over what was made of it for others."""
    return evolve(
        now,
        assessor=Assessor(now.book, others.assessor),
        forecaster=others.forecaster.for_others(now.book),
    )


def _stamp(folder: Path) -> Stamp:
    """Which files the folder holds, and when each was last changed."""
    found = []
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for file in sorted(files):
            path = Path(place, file)
            try:
                state = path.stat()
            except OSError:
                continue  # deleted between listing and asking
            found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)
