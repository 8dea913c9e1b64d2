"""Rows of frozen figures → figures in memory, of which only what is new is read again.

The journal says what is new: whatever froze or corrected a figure left an entry, and the
entries are in the order in which they were committed. So a reader after an approval reads
the rows of that approval, not a hundred thousand.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from sys import intern
from threading import RLock

from attrs import define, evolve, field, frozen
from django.db.models import QuerySet

from paitou.model import Figure
from paitou.office.journal.chain import ORIGIN
from paitou.office.journal.models import Entry, Head
from paitou.office.reporting.models import Reported

_ACTIONS = frozenset({"reporting.freeze", "reporting.correct"})
#: How many numbers are asked for at once, and how many rows are fetched.
_BATCH, _CHUNK = 500, 2000


@frozen(kw_only=True)
class Row:
    """A frozen figure, and whose it is.

    Attributes:
        org: code of the organisation that reported it.
        answers: code of the department that owns its form's numbers, where there is one.
    """

    number: int
    key: str
    round: int
    org: str
    answers: str
    figure: Figure


@define
class Gathered:
    """The frozen figures of every book, each read once; a process has one."""

    _lock: RLock = field(factory=RLock, init=False, repr=False)
    _head: tuple[int, str] = field(default=(0, ORIGIN), init=False)
    _rows: dict[str, tuple[Row, ...]] = field(factory=dict, init=False, repr=False)
    _last: dict[str, dict[tuple[str, dt.date], Figure]] = field(
        factory=dict, init=False, repr=False
    )
    _counts: Counter[tuple[str, str, str]] = field(factory=Counter, init=False, repr=False)

    def rows(self, book: str) -> tuple[Row, ...]:
        """Return the figures of a book in the order in which they were frozen."""
        with self._lock:
            self._refresh()
            return self._rows.get(book, ())

    def figures(self, book: str) -> tuple[Figure, ...]:
        """Return the figures of a book, the last of several vintages of one day."""
        with self._lock:
            self._refresh()
            return tuple(self._last.get(book, {}).values())

    def count(
        self,
        head: str,
        orgs: Collection[str] | None = None,
        sources: Collection[str] = (),
    ) -> int:
        """Return how many figures a book and its children have: it changes with any.

        Args:
            head: name of the book.
            orgs: count only what these reported, or what these departments answer for.
            sources: the departments.
        """
        with self._lock:
            self._refresh()
            return sum(
                count
                for (book, org, answers), count in self._counts.items()
                if (book == head or book.startswith(f"{head}~"))
                and (orgs is None or org in orgs or answers in sources)
            )

    def _refresh(self) -> None:
        number, digest = self._head
        since = Entry.objects.filter(number__gte=number).order_by("number")
        entries = list(since.values_list("number", "digest", "action", "subject"))
        if number and entries and entries[0][:2] == (number, digest):
            new = entries[1:]  # the first is known: it is the head of last time
            self._take(subject for _, _, action, subject in new if action in _ACTIONS)
            self._head = entries[-1][:2]
        else:
            self._read_all()

    def _read_all(self) -> None:
        """Read everything: the first time, and when the database is another one."""
        head = Head.objects.first()
        self._head = (head.number, head.digest) if head else (0, ORIGIN)
        self._rows, self._last, self._counts = {}, {}, Counter()
        self._add(_read(Reported.objects.all()))

    def _take(self, subjects: Iterable[str]) -> None:
        keys: dict[str, set[str]] = {}
        for subject in subjects:  # figure:‹book›:‹key›:‹vintage›
            book, key, _ = subject.removeprefix("figure:").rsplit(":", 2)
            keys.setdefault(book, set()).add(key)
        for book, wanted in keys.items():
            asked = sorted(wanted)
            for start in range(0, len(asked), _BATCH):
                batch = asked[start : start + _BATCH]
                self._add(_read(Reported.objects.filter(book=book, key__in=batch)))

    def _add(self, read: Iterable[tuple[str, Row]]) -> None:
        found: dict[str, list[Row]] = {}
        for book, row in read:
            found.setdefault(book, []).append(row)
        for book, rows in found.items():
            there = self._rows.get(book, ())
            known = {row.number for row in there}
            new = sorted((row for row in rows if row.number not in known), key=_number)
            self._rows[book] = tuple(sorted((*there, *new), key=_number))
            last = self._last.setdefault(book, {})
            last.update({(row.key, row.figure.visible_from): row.figure for row in new})
            self._counts.update((book, row.org, row.answers) for row in new)


@lru_cache(maxsize=1)
def gathered() -> Gathered:
    """Return the figures of the site's database, one set a process."""
    return Gathered()


_number = attrgetter("number")


def _read(rows: QuerySet[Reported]) -> Iterator[tuple[str, Row]]:
    for row in rows.order_by("pk").select_related("submission").iterator(_CHUNK):
        yield (
            row.book,
            Row(
                number=row.pk,
                key=intern(row.key),
                round=row.submission.round_id,
                org=intern(row.submission.org),
                answers=intern(row.submission.source),
                figure=_light(row.figure),
            ),
        )


def _light(figure: Figure) -> Figure:
    """Return the figure with the words that many share kept once."""
    return evolve(
        figure,
        indicator=intern(figure.indicator),
        indicator_id=intern(figure.indicator_id),
        org=intern(figure.org),
        source=intern(figure.source),
        where=intern(figure.where),
    )
