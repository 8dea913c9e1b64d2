"""Dated nodes and a day → where each stands, and who has to act on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum

from attrs import field, frozen

from paitou.model import (
    Assignment,
    Book,
    Commitment,
    Milestone,
    Section,
    Statement,
    Subject,
)

NEAR_DAYS = 7  # practice.md §2.5: 临期 list (3/7 days)
SOON_DAYS = 30  # what is due within a month is announced (a rule of ours)
NOBODY = "未明确责任单位"


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


@frozen(kw_only=True)
class Node:
    """A milestone on a day.

    Attributes:
        org: who has to act: as the node says, else who leads its task or target.
        statement: the target that it belongs to, None where that is a task.
        section: the task that it belongs to or its target stands in.
    """

    milestone: Milestone
    state: NodeState
    org: str
    statement: Statement | None = None
    section: Section | None = None

    @property
    def is_adverse(self) -> bool:
        """Return whether its day has gone by without it."""
        return self.state.status is NodeStatus.OVERDUE

    @property
    def is_done(self) -> bool:
        """Return whether it was reached by then."""
        return self.state.status in (NodeStatus.ON_TIME, NodeStatus.LATE)

    @property
    def is_soon(self) -> bool:
        """Return whether it is not reached and due within the month."""
        is_ahead = self.state.status in (NodeStatus.NOT_DUE, NodeStatus.NEAR)
        return is_ahead and self.state.days <= SOON_DAYS

    @property
    def is_told(self) -> bool:
        """Return whether a list names it: due soon, overdue, or reached late."""
        return self.is_adverse or self.is_soon or self.state.status is NodeStatus.LATE


def nodes_by_org(nodes: Iterable[Node]) -> tuple[tuple[str, tuple[Node, ...]], ...]:
    """Return the nodes that a list names by who has to act, the most pressing first.

    What nobody answers for comes last, under `NOBODY`.
    """
    told = (node for node in nodes if node.is_told)
    by_org: dict[str, list[Node]] = {}
    for node in sorted(told, key=lambda one: (one.is_done, one.milestone.last_day)):
        by_org.setdefault(node.org or NOBODY, []).append(node)
    ordered = sorted(by_org.items(), key=lambda pair: pair[0] == NOBODY)
    return tuple((org, tuple(found)) for org, found in ordered)


def nodes_sentence(nodes: Sequence[Node]) -> str:
    """Return how the nodes stand as one sentence: 8个节点中，1个逾期未完成."""
    counts = (
        (sum(node.is_adverse for node in nodes), "个逾期未完成"),
        (sum(node.is_soon for node in nodes), f"个{SOON_DAYS}天内到期"),
        (_count(nodes, NodeStatus.LATE), "个逾期完成"),
        (_count(nodes, NodeStatus.ON_TIME), "个按期完成"),
        (sum(not (n.is_done or n.is_adverse or n.is_soon) for n in nodes), "个以后到期"),
    )
    told = "，".join(f"{count}{words}" for count, words in counts if count)
    return f"{len(nodes)}个节点中，{told}。" if told else ""


def _count(nodes: Sequence[Node], status: NodeStatus) -> int:
    return sum(node.state.status is status for node in nodes)


def nodes_on(book: Book, as_of: dt.date) -> tuple[Node, ...]:
    """Return where all nodes of a book stand on a day, the earliest due first."""
    ordered = sorted(book.milestones, key=lambda node: node.last_day)
    return tuple(_node(book, milestone, as_of) for milestone in ordered)


def _node(book: Book, milestone: Milestone, as_of: dt.date) -> Node:
    statement = next((s for s in book.plan.statements if s.id == milestone.id), None)
    place = statement.section if statement else milestone.id
    return Node(
        milestone=milestone,
        state=node_state(milestone, milestone.done_on, as_of),
        org=milestone.org or _lead(book, milestone, statement),
        statement=statement,
        section=next((s for s in book.plan.sections if s.id == place), None),
    )


def _lead(book: Book, milestone: Milestone, statement: Statement | None) -> str:
    if statement is not None:
        return _acting(book.assignment_of(statement))
    if milestone.subject is Subject.COMMITMENT:
        items = (one for one in book.plan.commitments if one.id == milestone.id)
        return next((_acting(book.assignment_of(one)) for one in items), "")
    decided = _acting(book.task_assignment(milestone.id))
    return decided or _stated_lead(book, milestone.id)


def _stated_lead(book: Book, section_id: str) -> str:
    """Who the text names at what stands in a task."""
    items: tuple[Statement | Commitment, ...]
    items = (*book.plan.statements, *book.plan.commitments)
    told = (_acting(book.assignment_of(i)) for i in items if i.section == section_id)
    return next((org for org in told if org), "")


def _acting(who: Assignment) -> str:
    return who.lead_org or "".join(who.responsible_orgs[:1])


def _undone(days_left: int) -> NodeStatus:
    if days_left < 0:
        return NodeStatus.OVERDUE
    return NodeStatus.NEAR if days_left <= NEAR_DAYS else NodeStatus.NOT_DUE
