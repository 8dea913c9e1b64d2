"""A book, a rulebook and a period → the round: its scoreboard, given the period before."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from paitou.contest.fields import field_of_book
from paitou.contest.readings import Field
from paitou.contest.results import Scoreboard
from paitou.contest.scoring import score
from paitou.model import Book, Issue, Period, PeriodKind, Rulebook

#: How long a round lasts, by the rhythm of the rulebook; a year where it says another.
_KINDS = {
    "monthly": (PeriodKind.MONTH, 1),
    "quarterly": (PeriodKind.QUARTER, 3),
    "half_yearly": (PeriodKind.HALF, 6),
}
_YEAR = (PeriodKind.YEAR, 12)


@frozen(kw_only=True)
class Played:
    """A round that was scored, with what it was scored from.

    Attributes:
        before: the board of the period before, None where nobody had figures then.
        issues: of the field and of the board.
    """

    board: Scoreboard
    field: Field
    before: Scoreboard | None = None
    issues: tuple[Issue, ...] = ()


def play_book(rulebook: Rulebook, book: Book, period: Period, as_of: dt.date) -> Played:
    """Return a period of a book as it was known on a day."""
    past, _ = field_of_book(rulebook, book, earlier(period), as_of)
    alone = score(rulebook, past)
    before = alone if _is_scored(alone) else None
    found, issues = field_of_book(rulebook, book, period, as_of)
    board = score(rulebook, found, before)
    return Played(board=board, field=found, before=before, issues=(*issues, *board.issues))


def latest_period(rulebook: Rulebook, book: Book, as_of: dt.date) -> Period | None:
    """Return the last period of the rhythm that anything was known of on a day."""
    kind, length = _KINDS.get(rulebook.rhythm, _YEAR)
    ids = {book.indicators.resolve(i.indicator or i.name) for i in rulebook.scored}
    ends = (
        figure.period.last_month
        for figure in book.figures
        if figure.indicator_id in ids
        and figure.visible_from <= as_of
        and (figure.period.last_month + 1) % length == 0
        and figure.value is not None
    )
    last = max(ends, default=None)
    if last is None:
        return None
    year, month = divmod(last, 12)
    part = 0 if kind is PeriodKind.YEAR else month // length + 1
    return Period(year, part, year, kind)


def earlier(period: Period) -> Period:
    """Return the period before of the same length; of figures to date a year before."""
    months = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2}
    most = months.get(period.kind)
    if most is None:
        return period.shifted(-(period.last - period.year + 1))
    if period.part > 1:
        return Period(period.year, period.part - 1, period.last, period.kind)
    return Period(period.year - 1, most, period.last - 1, period.kind)


def _is_scored(board: Scoreboard) -> bool:
    """Whether anybody has points that come of figures."""
    return any(points.working for score in board.scores for points in score.points)
