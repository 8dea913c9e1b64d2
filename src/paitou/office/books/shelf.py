"""Folders on disk → books in memory, each read again only when a file in it has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock

from attrs import field, frozen

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
        assessor: judges its targets on any day, and remembers.
        scorekeeper: scores its contests on any day, and remembers.
        forecaster: looks ahead from any day, and remembers.
    """

    name: str
    folder: Path
    book: Book
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
        return Forecaster(self.book)


@frozen(kw_only=True)
class Reported:
    """What an office adds to the books of folders.

    Attributes:
        stamp: of a book's name → what changes whenever anything is added to the book.
        add: a book as it was read, and its name → the same with what the office has.
    """

    stamp: Callable[[str], Hashable]
    add: Callable[[Book, str], Book]


_NOTHING = Reported(stamp=lambda _: None, add=lambda book, _: book)


class Shelf:
    """The books of some folders; a child book stands after its parent as `parent~child`."""

    def __init__(
        self, folders: Sequence[Path], load: Load, reported: Reported = _NOTHING
    ) -> None:
        self._load = load
        self._reported = reported
        self._lock = Lock()
        self._read: dict[str, tuple[Stamp, Book]] = {}
        self._served: dict[str, tuple[Stamp, Hashable, tuple[Shelved, ...]]] = {}
        self._folders = _by_name(folders)

    def books(self) -> tuple[tuple[Shelved, ...], tuple[str, ...]]:
        """Return the books in the order of their folders, and why others cannot be read."""
        books: list[Shelved] = []
        faults: list[str] = []
        for name in self._folders:
            try:
                books.extend(self._family(name))
            except UsageError as fault:
                faults.append(str(fault))
        return tuple(books), tuple(faults)

    def find(self, name: str) -> Shelved | None:
        """Return the book with this name, None where there is none."""
        head = name.split("~", 1)[0]
        if head not in self._folders:
            return None
        return next((one for one in self._family(head) if one.name == name), None)

    def _family(self, name: str) -> tuple[Shelved, ...]:
        folder = self._folders[name]
        stamp, added = _stamp(folder), self._reported.stamp(name)
        with self._lock:
            known = self._served.get(name)
            if known is None or known[:2] != (stamp, added):
                book = self._reported.add(self._book(name, folder, stamp), name)
                family = tuple(_with_children(name, folder, book))
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


def _with_children(name: str, folder: Path, book: Book) -> Iterator[Shelved]:
    yield Shelved(name=name, folder=folder, book=book)
    for child in book.children:
        yield from _with_children(f"{name}~{child.name}", folder, child)


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
