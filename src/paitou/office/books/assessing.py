"""A book → where its targets stand on a day, judged once a day that is asked for."""

from __future__ import annotations

import datetime as dt
from threading import Lock

from paitou.model import Book, Statement
from paitou.report.assessment import Assessment, assessment_of
from paitou.tracking import Tracker

_MOST_DAYS = 32


class Assessor:
    """Judges one book; the days asked for last are remembered."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._lock = Lock()
        self._days: dict[dt.date, Assessment] = {}
        self._tracker: Tracker | None = None

    def on(self, day: dt.date) -> Assessment:
        """Return where the targets stand by what was known on the day."""
        with self._lock:
            found = self._days.pop(day, None) or self._judged(day)
            self._days[day] = found
            while len(self._days) > _MOST_DAYS:
                del self._days[next(iter(self._days))]
            return found

    @property
    def undated(self) -> tuple[Statement, ...]:
        """Return the targets that name no year and so are never judged."""
        with self._lock:
            return tuple(self._ready().orphans)

    def _judged(self, day: dt.date) -> Assessment:
        return assessment_of(self._ready(), day)

    def _ready(self) -> Tracker:
        if self._tracker is None:
            self._tracker = Tracker.of(self._book)
        return self._tracker
