"""A book → where its targets stand on a day, judged once a day that is asked for."""

from __future__ import annotations

import datetime as dt
from threading import Lock

from attrs import evolve

from paitou.model import Book, Statement
from paitou.office.books.remembering import Remembered
from paitou.report.assessment import Assessment, assessment_of, following
from paitou.tracking import Follower, Tracker, Tracking

_MOST_DAYS = 32
#: Where more of the targets differ than this share, all are judged anew, to be followed.
_MOST_ANEW = 0.25


class Assessor:
    """Judges one book; the days asked for last are remembered.

    Where it follows the assessor of the same book with other figures, only those targets
    are judged that asked for a figure which differs.
    """

    def __init__(self, book: Book, before: Assessor | None = None) -> None:
        self._book = book
        self._lock, self._making = Lock(), Lock()
        self._tracker: Tracker | None = None
        self._root = _root_for(book, before)
        self._follower: Follower | None = None
        #: The one before it, and where targets stood by that.
        self._before: Follower | None = None
        self._earlier: dict[dt.date, Tracking] = {}
        self._days = Remembered(book, self._judged, _MOST_DAYS)
        if before is not None:
            self._days = before._days.followed_by(book, self._judged)
            if self._root is not None and before._root is self._root:
                self._before = before._follower
                self._earlier = {d: one.tracking for d, one in before._days.all().items()}

    def on(self, day: dt.date) -> Assessment:
        """Return where the targets stand by what was known on the day."""
        return self._days.on(day)

    @property
    def undated(self) -> tuple[Statement, ...]:
        """Return the targets that name no year and so are never judged."""
        return tuple(self._source().orphans)

    def _judged(self, day: dt.date) -> Assessment:
        root, follower = self._followed()
        if root is None or follower is None:
            return assessment_of(self._whole(), day)
        return following(follower, root.on(day), self._earlier.get(day))

    def _source(self) -> Tracker | Follower:
        return self._followed()[1] or self._whole()

    def _followed(self) -> tuple[Assessor | None, Follower | None]:
        """Return whom it follows and how, None where that would save little."""
        with self._lock:
            if self._root is not None and self._follower is None:
                root = self._root._whole()
                follower = Follower.of(root, self._book, self._before)
                self._before = None
                touched = sum(1 for _ in follower.touched())
                if touched > _MOST_ANEW * len(follower.root.cases):
                    self._root = None
                else:
                    self._follower = follower
            return self._root, self._follower

    def _whole(self) -> Tracker:
        with self._making:
            if self._tracker is None:
                self._tracker = Tracker.of(self._book)
            return self._tracker


def _root_for(book: Book, before: Assessor | None) -> Assessor | None:
    """Return the assessor to follow: of the same book but for its figures."""
    root = before and (before._root or before)
    if root is None:
        return None
    same = evolve(root._book, figures=book.figures, children=book.children)
    return root if same == book else None
