"""A matter's last day and today → how much time is left, and its colour."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from attrs import frozen

from paitou.model import Lifecycle, UsageError


class WorkDays(Protocol):
    """A calendar of working days."""

    def next_worked(self, day: dt.date) -> dt.date:
        """Return the day, or the next that is worked."""

    def after(self, day: dt.date, count: int) -> dt.date:
        """Return the day that is `count` working days after the day."""

    def between(self, first: dt.date, last: dt.date) -> int:
        """Return how many working days come after `first` up to `last`."""


@frozen(kw_only=True)
class Term:
    """How much time a matter has.

    Attributes:
        left: working days up to the last one; 0 on the day itself and after it.
        late: days after it, counted as they are printed (超期天数).
        colour: 红 overdue, 蓝 near; empty where all is well or nothing is open.
    """

    due: dt.date
    left: int = 0
    late: int = 0
    is_near: bool = False

    @property
    def colour(self) -> str:
        """Return the colour of the reminder (宿迁: 蓝临近时限, 红逾期)."""
        if self.late:
            return "红"
        return "蓝" if self.is_near else ""

    @property
    def words(self) -> str:
        """Return it as it is printed: 逾期3天, 今天到期, 还有2个工作日."""
        if self.late:
            return f"逾期{self.late}天"
        return f"还有{self.left}个工作日" if self.left else "今天到期"


def due_on(
    lifecycle: Lifecycle, limit_id: str, day: dt.date, calendar: WorkDays
) -> dt.date:
    """Return the last day of a matter that was given on a day; never a day off.

    Raises:
        UsageError: there is no such limit.
    """
    limit = next((one for one in lifecycle.limits if one.id == limit_id), None)
    if limit is None:
        known = "、".join(one.id for one in lifecycle.limits)
        raise UsageError(f"没有“{limit_id}”这种时限，可用的：{known}")
    if limit.is_working_days:
        return calendar.after(day, limit.days)
    return calendar.next_worked(day + dt.timedelta(days=limit.days))


def term(
    lifecycle: Lifecycle,
    state_id: str,
    due: dt.date,
    today: dt.date,
    calendar: WorkDays,
) -> Term | None:
    """Return how much time is left; None where nothing is open."""
    if not lifecycle.state(state_id).is_open:
        return None
    if today > due:
        return Term(due=due, late=(today - due).days)
    left = calendar.between(today, due)
    return Term(due=due, left=left, is_near=left <= lifecycle.near_days)
