"""What was decided about a thing and the minute → who may be shown it then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from attrs import frozen

from paitou.model import Publicity


@frozen(kw_only=True)
class Decision:
    """That a thing is public, on request or internal from a minute on.

    Attributes:
        number: counts decisions; a later one stands in the place of those before it.
        starts: the minute that it takes effect (公布时间).
        expires: the last day that it holds, None for good.
    """

    number: int
    level: Publicity
    starts: dt.datetime
    expires: dt.date | None = None

    def has_begun(self, now: dt.datetime) -> bool:
        """Return whether the minute has come."""
        return self.starts <= now

    def is_over(self, today: dt.date) -> bool:
        """Return whether the last day has passed."""
        return self.expires is not None and self.expires < today


def in_force(
    decisions: Iterable[Decision], now: dt.datetime, today: dt.date
) -> Decision | None:
    """Return the decision that holds now: the last made of those that have begun.

    One whose last day has passed holds no more, and those before it do not come back.
    """
    begun = [one for one in decisions if one.has_begun(now)]
    last = max(begun, key=lambda one: one.number, default=None)
    return None if last is None or last.is_over(today) else last


def level_of(
    decisions: Iterable[Decision], usual: Publicity, now: dt.datetime, today: dt.date
) -> Publicity:
    """Return who may be shown a thing now, `usual` where no decision holds."""
    found = in_force(decisions, now, today)
    return found.level if found else usual


def next_change(
    decisions: Iterable[Decision], now: dt.datetime, today: dt.date
) -> Decision | None:
    """Return the next decision that will take effect, None where none waits."""
    known = tuple(decisions)
    last = in_force(known, now, today)
    least = last.number if last else 0
    waiting = [one for one in known if not one.has_begun(now) and one.number > least]
    return min(waiting, key=lambda one: (one.starts, one.number), default=None)


@frozen(kw_only=True)
class Publication:
    """That the figures of a round are published from a minute on.

    Attributes:
        round: whose figures.
        upto: the number of the last figure that it speaks of; later ones, corrections
            too, wait for a publication of their own.
        withheld: keys of figures that it leaves out.
    """

    number: int
    round: int
    starts: dt.datetime
    upto: int
    withheld: frozenset[str] = frozenset()

    def holds(self, round_: int, figure: int, key: str) -> bool:
        """Return whether a figure is among those published."""
        return self.round == round_ and figure <= self.upto and key not in self.withheld


def begun(publications: Iterable[Publication], now: dt.datetime) -> tuple[Publication, ...]:
    """Return the publications whose minute has come."""
    return tuple(one for one in publications if one.starts <= now)


def published_at(
    publications: Collection[Publication], round_: int, figure: int, key: str
) -> dt.datetime | None:
    """Return when a figure was first published, None where it was not."""
    found = (one.starts for one in publications if one.holds(round_, figure, key))
    return min(found, default=None)
