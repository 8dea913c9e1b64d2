"""A tracker on a day → where the targets of a book stand, with what each is judged from."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from attrs import field, frozen

from paitou.model import Book, Standing, Statement
from paitou.tracking import Tracker, Tracking
from paitou.tracking.cases import Case


@frozen(kw_only=True, slots=False)
class Assessment:
    """The standings of a book on a day.

    Attributes:
        cases: what each was judged from; several of one target are its readings.
        undated: targets that name no year and so are never judged.
    """

    tracking: Tracking
    cases: tuple[tuple[Case, ...], ...] = field(repr=False)
    undated: tuple[Statement, ...] = ()

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


def assess(book: Book, as_of: dt.date) -> Assessment:
    """Return where the targets of a book stand by what was known on a day."""
    return assessment_of(Tracker.of(book), as_of)


def assessment_of(tracker: Tracker, as_of: dt.date) -> Assessment:
    """Return where the targets of a tracker stand by what was known on a day."""
    tracking = Tracking(as_of=as_of, standings=tracker.standings(as_of))
    return Assessment(
        tracking=tracking,
        cases=tuple(tracker.cases),
        undated=tuple(tracker.orphans),
    )
