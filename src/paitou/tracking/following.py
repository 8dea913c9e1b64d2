"""A tracker and other figures of its book → the standings, judged anew only where they ask.

Approving one form of a city changes a hundred figures of a hundred thousand, and what one
district may see differs from what all see by its own. Each target knows what its judging
asked the ledger for (`Watched`), so all those that asked for nothing that differs stand as
they stood.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from paitou.figures import Ledger
from paitou.figures.watching import Pair, Watched, widened
from paitou.model import Book, Standing, Statement
from paitou.tracking.cases import Case
from paitou.tracking.standings import Tracker, judged


@define(kw_only=True)
class Follower:
    """The targets of a book as a tracker has them, with the figures of another book.

    Attributes:
        root: the tracker of the same book with other figures.
        ledger: that of the figures which are judged by.
    """

    root: Tracker
    ledger: Ledger
    _again: dict[int, tuple[Case, ...]] = field(factory=dict, init=False, repr=False)
    #: What each target that was judged anew asked for, of those before it too.
    _asked: dict[int, set[Pair]] = field(factory=dict, repr=False, alias="asked")
    #: What differs from the follower before it, in every way in which it is asked for.
    _since: frozenset[Pair] = field(default=frozenset(), repr=False, alias="since")
    #: By day, which targets that one did not take from the root, and this one does not.
    _theirs: dict[dt.date, set[int]] = field(factory=dict, repr=False, alias="theirs")
    _own: dict[dt.date, set[int]] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, root: Tracker, book: Book, before: Follower | None = None) -> Follower:
        """Return the follower of a tracker for the same book with other figures.

        Args:
            root: the tracker.
            book: the same but for its figures.
            before: one of the same tracker, for figures almost the same.
        """
        ledger = root.ledger.following(book.figures)
        if before is None:
            return cls(root=root, ledger=ledger)
        since = widened(ledger.changed_since(before.ledger))
        asked, theirs = {**before._asked}, {**before._own}
        return cls(root=root, ledger=ledger, asked=asked, since=since, theirs=theirs)

    def standings(
        self,
        as_of: dt.date,
        before: Sequence[Standing],
        earlier: Sequence[Standing] | None = None,
    ) -> tuple[Standing, ...]:
        """Return where every target stands on a day, by what was known on it.

        Args:
            as_of: the day.
            before: where they stand on that day by the figures of the root; it has been
                judged for that day, so that it is known what was asked for.
            earlier: the same by the figures of the follower before this one.
        """
        found, touched = [*before], {*self.touched()}
        theirs = self._theirs.get(as_of, set())
        for place in touched:
            if earlier is not None and place in theirs and self._stands(place):
                found[place] = earlier[place]
            else:
                found[place] = self._judged(place, as_of)
        self._own[as_of] = touched
        return tuple(found)

    def touched(self) -> Iterator[int]:
        """Yield the places of the targets that may stand otherwise than by the root."""
        return self.root.asking(self.ledger.changed)

    @property
    def orphans(self) -> list[Statement]:
        """Return the targets without a year."""
        return self.root.orphans

    def at(self, place: int) -> tuple[Case, ...]:
        """Return what the target at a place is judged from, one for each reading."""
        found = self._again.get(place)
        if found is None:
            ledger = Watched.of(self.ledger, self._asked.get(place))
            setting = evolve(self.root.setting, ledger=ledger)
            found = self._again[place] = self.root.wanted[place].cases(setting)
        return found

    def _judged(self, place: int, as_of: dt.date) -> Standing:
        cases = self.at(place)
        ledger = cases[0].ledger
        if isinstance(ledger, Watched):
            self._asked[place] = ledger.asked
        return judged(cases, as_of)

    def _stands(self, place: int) -> bool:
        """Whether a target was judged by nothing that differs here."""
        return self._asked[place].isdisjoint(self._since)
