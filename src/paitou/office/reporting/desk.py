"""Who looks and the day → their desk: forms, items, what is off course, what to watch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from paitou.office.books import Day, Shelved
from paitou.office.cases.pages import Row, open_items, waiting_item_count
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right, Role
from paitou.office.reporting.concerns import Concern, concerns_of
from paitou.office.reporting.tally import Count, tally_of
from paitou.office.reporting.watch import Sign, signs_for, ways_for
from paitou.office.reporting.work import Work, count_of, work_of


@frozen(kw_only=True)
class Desk:
    """今日待办 of somebody.

    Attributes:
        tally: what waits, what is due, what is late, in three lines.
        items: supervised items (督办事项) that wait for them.
        ways: the pages on which they administer.
        may_remind: whether they urge those who are late.
        decides: whether they lead: what is off course comes first, and is theirs to decide.
        has_posts: whether they hold any post today.
    """

    work: Work
    tally: tuple[Count, ...] = ()
    items: tuple[Row, ...] = ()
    concerns: tuple[Concern, ...] = ()
    signs: tuple[Sign, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()
    decides: bool = False
    may_remind: bool = False
    has_posts: bool = True

    @property
    def sentence(self) -> str:
        """Return what needs somebody first, as one sentence."""
        if not self.has_posts:
            return "还没有授予岗位，请联系安全管理员。"
        off_course = sum(one.total for one in self.concerns)
        mine = f"{off_course}项目标偏离，要您过问" if self.decides else ""
        late = sum(bool(row.term and row.term.late) for row in self.items)
        told = f"，其中{late}件已逾期" if late else ""
        items = f"{len(self.items)}件督办事项等您办{told}" if self.items else ""
        amiss = [sign.label for sign in self.signs if not sign.is_well]
        watch = f"{'、'.join(amiss)}要处理" if amiss else ""
        parts = [mine * bool(off_course), items, *self.work.parts, watch]
        said = "；".join(part for part in parts if part)
        return f"{said}。" if said else "今天没有等您办的事。"


def desk_of(actor: Actor, books: Iterable[Shelved], today: dt.date) -> Desk:
    """Return the desk of whoever looks.

    Args:
        actor: who looks.
        books: those that they see, with what they may see of each.
        today: the day.
    """
    work, items = work_of(actor, today), open_items(actor, today)
    return Desk(
        work=work,
        tally=_tally(actor, work, items, today),
        items=tuple(row for row in items if row.is_mine),
        may_remind=actor.may(Right.OPEN_ROUND),
        concerns=concerns_of(actor, books, Day(today)),
        signs=signs_for(actor, today),
        ways=ways_for(actor),
        decides=Role.LEADER in actor.roles,
        has_posts=bool(actor.posts),
    )


def _tally(
    actor: Actor, work: Work, items: tuple[Row, ...], today: dt.date
) -> tuple[Count, ...]:
    """Return the lines on top; to who leads, what they must decide is told below them."""
    lines = tally_of(work, items, today)
    if Role.LEADER not in actor.roles:
        return lines
    return tuple(one for one in lines if one.total or not one.is_own)


def waiting_count(actor: Actor, today: dt.date) -> int:
    """Return how many things wait for somebody, for the bar on top of every page."""
    if not any(actor.may(right) for right in (Right.READ_OWN, Right.READ_ALL)):
        return 0
    return count_of(actor, today) + waiting_item_count(actor)
