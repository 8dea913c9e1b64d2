"""A book and a day → what is made of them, once; and what held before, while it is made.

When a form is approved the book is another one, and all that was made of it must be made
anew: for a large book that takes seconds, in which readers get what was made of the book as
it was just before. A day before the new figures were known stays as it is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from threading import Lock, Thread
from typing import Generic, TypeVar

from attrs import define, field

from paitou.model import Book

Made = TypeVar("Made")

#: From so many figures on, readers get what held before while the new is made.
MANY_FIGURES = 20_000
#: One at a time, or each would take as long as all of them.
_making = Lock()


@define(eq=False)
class Remembered(Generic[Made]):
    """What was made of one book for the days asked for last.

    Attributes:
        make: what makes it.
        most: how many days are kept.
        before: of the book as it was before, while that may be shown in its place.
    """

    book: Book
    make: Callable[[dt.date], Made]
    most: int
    before: Remembered[Made] | None = None
    _lock: Lock = field(factory=Lock, init=False, repr=False)
    _days: dict[dt.date, Made] = field(factory=dict, init=False, repr=False)
    _has_made: bool = field(default=False, init=False)

    def on(self, day: dt.date) -> Made:
        """Return what was made for a day, of the book as it was before if need be."""
        found = self._kept(day)
        if found is not None:
            return found
        earlier = self.before.ready(day) if self.before else None
        if earlier is None:
            return self._made(day)
        if _making.acquire(blocking=False):
            Thread(target=self._make_meanwhile, args=(day,), daemon=True).start()
        return earlier

    def ready(self, day: dt.date) -> Made | None:
        """Return what is there for a day without making anything."""
        found = self._kept(day)
        if found is None and self.before is not None:
            return self.before.ready(day)
        return found

    def all(self) -> dict[dt.date, Made]:
        """Return what was made and is still there, by day."""
        with self._lock:
            return {**self._days}

    def followed_by(
        self, book: Book, make: Callable[[dt.date], Made], *, is_quick: bool = False
    ) -> Remembered[Made]:
        """Return what takes its place for a book that has figures besides.

        It starts with the days that the new figures do not touch. `is_quick` says that
        what follows is made so soon that nobody need be shown what held before.
        """
        next_ = Remembered(book, make, self.most)
        new = _new(self.book, book)
        if new is None:
            return next_
        with self._lock:
            untouched = {day: made for day, made in self._days.items() if day < new}
        next_._days.update(untouched)
        if len(book.figures) >= MANY_FIGURES and not is_quick:
            next_.before = self if self._has_made or not self.before else self.before
        return next_

    def _kept(self, day: dt.date) -> Made | None:
        with self._lock:
            found = self._days.pop(day, None)
            if found is not None:
                self._days[day] = found
            return found

    def _made(self, day: dt.date) -> Made:
        with self._lock:
            found = self._days.pop(day, None)
            if found is None:
                found = self.make(day)
                self._has_made = True
            self._days[day] = found
            while len(self._days) > self.most:
                del self._days[next(iter(self._days))]
            return found

    def _make_meanwhile(self, day: dt.date) -> None:
        try:
            made = self.make(day)
            with self._lock:
                self._days[day] = made
            self._has_made, self.before = True, None
        finally:
            _making.release()


def _new(before: Book, after: Book) -> dt.date | None:
    """Return the first day on which what was added is known.

    None where anything else differs, or something was taken away.
    """
    there, now = ({id(f) for f in book.figures} for book in (before, after))
    if not there <= now:
        return None
    added = (f.visible_from for f in after.figures if id(f) not in there)
    return min(added, default=dt.date.max)
