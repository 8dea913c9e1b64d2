"""A book and a day → what is made of them, once; and what held before, while it is made.

When a form is approved the book is another one, and all that was made of it must be made
anew. Where that takes minutes it is done in the background, and readers get meanwhile what
was made of the book as it was before. A day before the new figures were known stays.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from threading import Lock, Thread
from typing import Generic, TypeVar

from attrs import define, field

from paitou.model import Book

Made = TypeVar("Made")

#: One at a time, or each would take as long as all of them.
_making = Lock()
_log = logging.getLogger("paitou.office")


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
    _at_work: Lock = field(factory=Lock, init=False, repr=False)
    _days: dict[dt.date, Made] = field(factory=dict, init=False, repr=False)
    _has_made: bool = field(default=False, init=False)

    def on(self, day: dt.date) -> Made:
        """Return what was made for a day, and make it where it is not there."""
        found = self._kept(day)
        if found is not None:
            return found
        with self._at_work:
            found = self._kept(day)
            return self._made(day) if found is None else found

    def on_or_none(self, day: dt.date) -> Made | None:
        """Return what was made for a day, also of the book as it was before.

        What is not there is made in the background; None until it is.
        """
        found = self._kept(day)
        if found is not None:
            return found
        if _making.acquire(blocking=False):
            Thread(target=self._make_meanwhile, args=(day,), daemon=True).start()
        return self.before.ready(day) if self.before else None

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

    def followed_by(self, book: Book, make: Callable[[dt.date], Made]) -> Remembered[Made]:
        """Return what takes its place for a book that has figures besides.

        It starts with the days that the new figures do not touch.
        """
        new = _new(self.book, book)
        if new is None:
            return Remembered(book, make, self.most)
        before = self if self._has_made or not self.before else self.before
        next_ = Remembered(book, make, self.most, before)
        untouched = {day: made for day, made in self.all().items() if day < new}
        next_._days.update(untouched)
        return next_

    def _kept(self, day: dt.date) -> Made | None:
        with self._lock:
            found = self._days.pop(day, None)
            if found is not None:
                self._days[day] = found
            return found

    def _made(self, day: dt.date) -> Made:
        found = self.make(day)
        with self._lock:
            self._days[day] = found
            while len(self._days) > self.most:
                del self._days[next(iter(self._days))]
        self._has_made, self.before = True, None
        return found

    def _make_meanwhile(self, day: dt.date) -> None:
        try:
            self._made(day)
        except Exception:
            _log.exception("后台没有算成")
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
