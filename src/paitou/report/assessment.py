"""A tracker on a day → where the targets of a book stand, with what each is judged from."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from attrs import field, frozen

from paitou.model import Book, Standing, Statement
from paitou.tracking import Follower, Tracker, Tracking
from paitou.tracking.cases import Case


@frozen(kw_only=True, slots=False)
class Assessment:
    """The standings of a book on a day.

    Attributes:
        tracking: the standings in the order of the text.
        source: what they were judged from.
    """

    tracking: Tracking
    source: Tracker | Follower = field(repr=False)

    @property
    def as_of(self) -> dt.date:
        """Return the day."""
        return self.tracking.as_of

    @property
    def undated(self) -> tuple[Statement, ...]:
        """Return the targets that name no year and so are never judged."""
        return tuple(self.source.orphans)

    @cached_property
    def cases(self) -> tuple[tuple[Case, ...], ...]:
        """Return what each was judged from; several of one target are its readings."""
        return tuple(map(self.source.at, range(len(self.tracking.standings))))

    @cached_property
    def wholes(self) -> dict[str, Standing]:
        """Return the standing of each target as a whole, by the statement's id."""
        standings = self.tracking.standings
        return {one: standings[places[0]] for one, places in self._places.items()}

    def of(self, statement_id: str) -> tuple[tuple[Standing, tuple[Case, ...]], ...]:
        """Return the standings of a target with their cases, that of the whole first."""
        places = self._places.get(statement_id, ())
        return tuple((self.tracking.standings[p], self.source.at(p)) for p in places)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, standing in enumerate(self.tracking.standings):
            found.setdefault(standing.statement, []).append(place)
        return found


def assess(book: Book, as_of: dt.date) -> Assessment:
    """Return where the targets of a book stand by what was known on a day."""
    return assessment_of(Tracker.of(book), as_of)


def assessment_of(tracker: Tracker, as_of: dt.date) -> Assessment:
    """Return where the targets of a tracker stand by what was known on a day."""
    tracking = Tracking(as_of=as_of, standings=tracker.standings(as_of))
    return Assessment(tracking=tracking, source=tracker)


def following(
    follower: Follower, before: Assessment, earlier: Tracking | None = None
) -> Assessment:
    """Return where the targets stand on the day of what its root was assessed as.

    `earlier` is where they stood on that day by the follower before this one.
    """
    told = earlier.standings if earlier else None
    standings = follower.standings(before.as_of, before.tracking.standings, told)
    tracking = Tracking(as_of=before.as_of, standings=standings)
    return Assessment(tracking=tracking, source=follower)
