"""A book → where its targets stand on a day, judged once a day that is asked for."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from threading import Lock

from attrs import field, frozen

from paitou.model import Book, Standing, Statement
from paitou.tracking import Tracker, Tracking
from paitou.tracking.cases import Case

_MOST_DAYS = 32


@frozen(kw_only=True, slots=False)
class Assessment:
    """The standings of a book on a day.

    Attributes:
        cases: what each was judged from; several of one target are its readings.
    """

    tracking: Tracking
    cases: tuple[tuple[Case, ...], ...] = field(repr=False)

    @property
    def as_of(self) -> dt.date:
        """Return the day."""
        return self.tracking.as_of

    @cached_property
    def wholes(self) -> dict[str, Standing]:
        """Return the standing of each target as a whole, by the statement's id."""
        found: dict[str, Standing] = {}
        for standing in self.tracking.standings:
            found.setdefault(standing.statement, standing)
        return found

    def of(self, statement_id: str) -> tuple[tuple[Standing, tuple[Case, ...]], ...]:
        """Return the standings of a target with their cases, that of the whole first."""
        pairs = zip(self.tracking.standings, self.cases, strict=True)
        return tuple(pair for pair in pairs if pair[0].statement == statement_id)


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
        tracker = self._ready()
        tracking = Tracking(as_of=day, standings=tracker.standings(day))
        return Assessment(tracking=tracking, cases=tuple(tracker.cases))

    def _ready(self) -> Tracker:
        if self._tracker is None:
            self._tracker = Tracker.of(self._book)
        return self._tracker
