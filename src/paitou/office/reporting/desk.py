"""Who looks and the day → their desk: forms, items, what is off course, what to watch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from paitou.office.books import Day, Shelved
from paitou.office.cases.pages import Row, waiting_item_count, waiting_items
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right, Role
from paitou.office.reporting.concerns import Concern, concerns_of
from paitou.office.reporting.watch import Sign, signs_for, ways_for
from paitou.office.reporting.work import Work, count_of, work_of


@frozen(kw_only=True)
class Desk:
    """今日待办 of somebody.

    Attributes:
        items: supervised items (督办事项) that wait for them.
        ways: the pages on which they administer.
        decides: whether they lead: what is off course comes first, and is theirs to decide.
        has_posts: whether they hold any post today.
    """

    work: Work
    items: tuple[Row, ...] = ()
    concerns: tuple[Concern, ...] = ()
    signs: tuple[Sign, ...] = ()
    ways: tuple[tuple[str, str], ...] = ()
    decides: bool = False
    has_posts: bool = True

    @property
    def sentence(self) -> str:
        """Return what needs somebody first, as one sentence."""
        if not self.has_posts:
            return "还没有授予岗位，请联系安全管理员。"
        off_course = sum(one.total for one in self.concerns)
        mine = f"{off_course}项目标偏离，要您过问" if self.decides else ""
        items = f"{len(self.items)}件督办事项等您办" if self.items else ""
        amiss = [sign.label for sign in self.signs if not sign.is_well]
        watch = f"{'、'.join(amiss)}要处理" if amiss else ""
        parts = [mine * bool(off_course), items, *self.work.parts, watch]
        told = "；".join(part for part in parts if part)
        return f"{told}。" if told else "今天没有等您办的事。"


def desk_of(actor: Actor, books: Iterable[Shelved], today: dt.date) -> Desk:
    """Return the desk of whoever looks.

    Args:
        actor: who looks.
        books: those that they see, with what they may see of each.
        today: the day.
    """
    return Desk(
        work=work_of(actor, today),
        items=waiting_items(actor, today),
        concerns=concerns_of(actor, books, Day(today)),
        signs=signs_for(actor, today),
        ways=ways_for(actor),
        decides=Role.LEADER in actor.roles,
        has_posts=bool(actor.posts),
    )


def waiting_count(actor: Actor, today: dt.date) -> int:
    """Return how many things wait for somebody, for the bar on top of every page."""
    if not any(actor.may(right) for right in (Right.READ_OWN, Right.READ_ALL)):
        return 0
    return count_of(actor, today) + waiting_item_count(actor)
