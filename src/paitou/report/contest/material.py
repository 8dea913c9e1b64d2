"""A book, a rulebook, a period and a day → the scored round that papers speak of."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from paitou.contest.playing import earlier, latest_period, play_book
from paitou.contest.results import ItemPoints, OrgScore, Scoreboard
from paitou.model import Book, Item, Period, PeriodKind, Rulebook, UsageError

_LENGTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}
_NIL = Fraction(0)
#: So many rounds back a whole one is looked for.
_MOST_STEPS = 4


@frozen(kw_only=True, slots=False)
class Material:
    """A round of a contest as it was known on a day, and the round before.

    Attributes:
        before: None where nobody had figures in the period before.
    """

    book: Book = field(repr=False)
    board: Scoreboard = field(repr=False)
    before: Scoreboard | None = field(default=None, repr=False)
    period: Period
    as_of: dt.date

    @property
    def rulebook(self) -> Rulebook:
        """Return the rules that it was scored by."""
        return self.board.rulebook

    @property
    def named(self) -> str:
        """Return the rulebook's title in its marks."""
        return f"《{self.rulebook.title}》"

    @cached_property
    def groups(self) -> tuple[tuple[str, str, tuple[OrgScore, ...]], ...]:
        """Return id, name and scores of each group, the best first."""
        names = {group.id: group.name for group in self.rulebook.groups}
        order = dict.fromkeys(score.group for score in self.board.scores)
        return tuple(
            (one, names.get(one, one) or "全部参评单位", self.board.group(one))
            for one in order
        )

    def past(self, score: OrgScore) -> OrgScore | None:
        """Return its score of the round before; None where its group was another."""
        found = self.before.of(score.org) if self.before else None
        return found if found and found.group == score.group else None

    def group_name(self, group: str) -> str:
        """Return the name of a group."""
        return next((name for one, name, _ in self.groups if one == group), group)

    @cached_property
    def gaps(self) -> tuple[tuple[OrgScore, ItemPoints], ...]:
        """Return whose points rest on a rule for what is missing."""
        return tuple(
            (score, points)
            for score in self.board.scores
            for points in score.points
            if points.missing
        )


def share_of(scores: tuple[OrgScore, ...], item: Item) -> Fraction | None:
    """Return what part of an item's full marks some organisations got together."""
    counted = [
        found
        for score in scores
        if (found := score.of(item.id)) and found.points is not None and found.full
    ]
    full = sum((found.full for found in counted), _NIL)
    return sum((found.points or _NIL for found in counted), _NIL) / full if full else None


def contest_material(
    book: Book, as_of: dt.date, period: Period | None = None, rulebook: str = ""
) -> Material:
    """Return the round of a period, the last before the day where none is named.

    A round that has gone by is scored by what was known before the next one ended: later
    revisions do not change the order of a closed round.

    Args:
        book: with figures and rulebooks.
        as_of: the day by whose knowledge it is scored.
        period: of the rulebook's rhythm.
        rulebook: its id; empty is the one with the most items.

    Raises:
        UsageError: there is no such rulebook or round.
    """
    rules = _rulebook(book, rulebook)
    last = latest_period(rules, book, as_of)
    if last is None:
        told = f"到{as_of.isoformat()}还没有《{rules.title}》所考指标的数据，不能计分"
        raise UsageError(f"{told}；请先导入数据")
    found = period or _last_whole(rules, book, last, as_of)
    _check(found, last, as_of)
    known = min(as_of, _following(found).last_day)
    played = play_book(rules, book, found, known)
    return Material(
        book=book, board=played.board, before=played.before, period=found, as_of=known
    )


def _last_whole(rulebook: Rulebook, book: Book, last: Period, as_of: dt.date) -> Period:
    """Return the last round that is over and lacks no items that the one before has."""
    for _ in range(_MOST_STEPS):
        past = earlier(last)
        if last.last_day < as_of:
            now, then = (play_book(rulebook, book, one, as_of) for one in (last, past))
            if _lacking(now.board) <= _lacking(then.board):
                break
        last = past
    return last


def _lacking(board: Scoreboard) -> int:
    """Return how many items nobody has a figure for."""
    known = {
        points.item
        for score in board.scores
        for points in score.points
        if points.working is not None and not points.missing
    }
    return len(board.rulebook.scored) - len(known)


def _rulebook(book: Book, asked: str) -> Rulebook:
    known = book.rulebooks
    if not known:
        told = f"“{book.title}”没有考核办法，不能计分"
        raise UsageError(f"{told}；请把办法（.toml）放进文件夹的 rulebooks/")
    if not asked:
        return max(known, key=lambda one: len(one.scored))
    found = next((one for one in known if one.id == asked), None)
    if found is None:
        named = "、".join(f"{one.id}（{one.title}）" for one in known)
        raise UsageError(f"没有“{asked}”这个考核办法，rulebook 可以写：{named}")
    return found


def _check(period: Period, last: Period, as_of: dt.date) -> None:
    if period.kind is not last.kind:
        raise UsageError(f"这个办法的一期如 {last}，--period 请写成这样")
    if period.last_day >= as_of:
        told = f"{period.label}到{as_of.isoformat()}还没有结束，还不能通报"
        raise UsageError(told)


def _following(period: Period) -> Period:
    length = _LENGTHS.get(period.kind)
    if length is None:
        return period.shifted(period.last - period.year + 1)
    year, month = divmod(period.last_month + 1, 12)
    return Period(year, month // length + 1, year, period.kind)
