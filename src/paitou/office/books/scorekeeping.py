"""A book → its contests scored round by round by what was known on a day, once a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import dropwhile
from threading import RLock
from typing import TypeVar

from attrs import evolve, frozen

from paitou.contest.explaining.rounds import Round, play
from paitou.model import Book, Issue, Period, PeriodKind, Rulebook

Made = TypeVar("Made")

_MOST = 128
#: What a rhythm is called → how long a round lasts.
_LENGTHS = {
    "monthly": PeriodKind.MONTH,
    "quarterly": PeriodKind.QUARTER,
    "half_yearly": PeriodKind.HALF,
}
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}


@frozen(kw_only=True)
class Scored:
    """A round as it was scored, and what is wrong with its figures.

    Attributes:
        past: the rounds before it, the earliest first.
    """

    period: Period
    round_: Round
    issues: tuple[Issue, ...] = ()
    past: tuple[Round, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """Return the names of the items that nobody has a figure for."""
        items = self.round_.board.rulebook.scored
        known = self._worked
        return tuple(item.name for item in items if item.id not in known)

    @property
    def is_scored(self) -> bool:
        """Return whether anybody has a figure for anything."""
        return bool(self._worked)

    @property
    def _worked(self) -> frozenset[str]:
        return frozenset(
            points.item
            for one in self.round_.board.scores
            for points in one.points
            if points.working is not None
        )


Rounds = Mapping[Period, Scored]


class Scorekeeper:
    """Scores the contests of one book; what was asked for last is remembered."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._lock = RLock()
        self._known: dict[Hashable, object] = {}

    def rounds(self, rulebook: Rulebook, day: dt.date) -> Rounds:
        """Return the rounds that can be scored by what was known on the day, in order.

        They begin with the first that lacks as few items as any: what lies before it is
        only what later rounds are compared with.
        """
        return self.remember(
            ("rounds", rulebook.id, day), lambda: self._rounds(rulebook, day)
        )

    def remember(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made for the key before, else make it."""
        with self._lock:
            found = self._known.pop(key) if key in self._known else make()
            self._known[key] = found
            while len(self._known) > _MOST:
                del self._known[next(iter(self._known))]
            return found  # type: ignore[return-value] # a key always makes the same type

    def _rounds(self, rulebook: Rulebook, day: dt.date) -> Rounds:
        known = [one for one in self._alone(rulebook, day) if one.is_scored]
        least = min((len(one.lacking) for one in known), default=0)
        found: dict[Period, Scored] = {}
        past: tuple[Round, ...] = ()
        for one in dropwhile(lambda one: len(one.lacking) > least, known):
            played = one.round_
            if past:
                played = play(rulebook, played.field, past[-1].board)
            found[one.period] = evolve(one, round_=played, past=past)
            past = (*past, played)
        return found

    def _alone(self, rulebook: Rulebook, day: dt.date) -> Iterator[Scored]:
        """Yield every period as if there were none before it."""
        from paitou.contest.fields import field_of_book

        for period in _periods(self._book, rulebook, day):
            field, issues = field_of_book(rulebook, self._book, period, day)
            yield Scored(period=period, round_=play(rulebook, field), issues=issues)


def _periods(book: Book, rulebook: Rulebook, day: dt.date) -> Iterator[Period]:
    """Yield the periods of the rhythm that are over, from that of the first figure on."""
    months = [figure.period.first_month for figure in book.figures]
    if not months:
        return
    kind = _LENGTHS.get(rulebook.rhythm, PeriodKind.YEAR)
    length = _MONTHS.get(kind, 12)
    first = min(months) // length * length
    for start in range(first, 12 * day.year + day.month - 1, length):
        year, month = divmod(start, 12)
        part = 0 if kind is PeriodKind.YEAR else month // length + 1
        period = Period(year, part, year, kind)
        if period.last_day < day:
            yield period
