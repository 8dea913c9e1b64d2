"""A book → where its targets stand on a day, judged once a day that is asked for."""

from __future__ import annotations

import datetime as dt
from threading import Lock

from paitou.model import Book, Statement
from paitou.office.books.remembering import Remembered
from paitou.report.assessment import Assessment, assessment_of
from paitou.tracking import Tracker

_MOST_DAYS = 32


class Assessor:
    """Judges one book; the days asked for last are remembered."""

    def __init__(self, book: Book, before: Assessor | None = None) -> None:
        self._book = book
        self._lock = Lock()
        self._tracker: Tracker | None = None
        #: What the plan alone decides stays, whatever is reported.
        self._undated: tuple[Statement, ...] | None = before._undated if before else None
        if before is None:
            self._days = Remembered(book, self._judged, _MOST_DAYS)
        else:
            self._days = before._days.followed_by(book, self._judged)

    def on(self, day: dt.date) -> Assessment:
        """Return where the targets stand by what was known on the day.

        For seconds after an approval, in a large book, where they stood before it.
        """
        return self._days.on(day)

    @property
    def undated(self) -> tuple[Statement, ...]:
        """Return the targets that name no year and so are never judged."""
        if self._undated is None:
            self._undated = tuple(self._ready().orphans)
        return self._undated

    def _judged(self, day: dt.date) -> Assessment:
        return assessment_of(self._ready(), day)

    def _ready(self) -> Tracker:
        with self._lock:
            if self._tracker is None:
                self._tracker = Tracker.of(self._book)
            return self._tracker
