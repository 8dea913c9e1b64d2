"""A dated node, the day that it was done and the day of asking → where the node stands."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from paitou.model import Milestone

NEAR_DAYS = 7  # practice.md §2.5: 临期 list (3/7 days)


class NodeStatus(StrEnum):
    """Where a node stands: 未到期, 临期, 按期完成, 逾期完成, 逾期未完成."""

    NOT_DUE = "not_due"
    NEAR = "near"
    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"

    @property
    def label(self) -> str:
        """Return the Chinese words."""
        return _LABELS[self.value]


_LABELS = {
    "not_due": "未到期",
    "near": "临期",
    "on_time": "按期完成",
    "late": "逾期完成",
    "overdue": "逾期未完成",
}


@frozen(kw_only=True)
class NodeState:
    """The status, and the days: left until the node is due, or past that day."""

    status: NodeStatus = field(converter=NodeStatus)
    days: int

    @property
    def words(self) -> str:
        """Return the status with its days: 逾期未完成，已逾期12天."""
        match self.status:
            case NodeStatus.ON_TIME:
                early = f"，提前{self.days}天" if self.days else ""
                return f"{self.status.label}{early}"
            case NodeStatus.LATE:
                return f"{self.status.label}，晚了{self.days}天"
            case NodeStatus.OVERDUE:
                return f"{self.status.label}，已逾期{self.days}天"
            case _:
                left = f"还有{self.days}天" if self.days else "今天到期"
                return f"{self.status.label}，{left}"


def node_state(milestone: Milestone, done_on: dt.date | None, as_of: dt.date) -> NodeState:
    """Return where the node stands on a day; what was done later was not done then."""
    if done_on is not None and done_on <= as_of:
        days = (milestone.last_day - done_on).days
        status = NodeStatus.ON_TIME if days >= 0 else NodeStatus.LATE
    else:
        days = (milestone.last_day - as_of).days
        status = _undone(days)
    return NodeState(status=status, days=abs(days))


def _undone(days_left: int) -> NodeStatus:
    if days_left < 0:
        return NodeStatus.OVERDUE
    return NodeStatus.NEAR if days_left <= NEAR_DAYS else NodeStatus.NOT_DUE
