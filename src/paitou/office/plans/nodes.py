"""Milestones on a day → lines of a list: who, what, by when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from paitou.model import Book, Section, Statement
from paitou.office.books import Day
from paitou.render.signs import Sign
from paitou.report.breakdown.rows import due_words
from paitou.report.programmes import path_to
from paitou.tracking.milestones import NOBODY, Node, NodeStatus, nodes_on

#: The shape and colour of a standing that says as much.
_LOOKS = {
    NodeStatus.NOT_DUE: "not_due",
    NodeStatus.NEAR: "on_track",
    NodeStatus.ON_TIME: "met",
    NodeStatus.LATE: "nearly",
    NodeStatus.OVERDUE: "missed",
}


@frozen(kw_only=True)
class NodeLine:
    """One node: who has to act on it, by when, and what it is a part of."""

    org: str
    what: str
    due: str
    sign: Sign
    note: str
    statement: Statement | None
    section: Section | None

    @property
    def is_named(self) -> bool:
        """Return whether an organisation answers for it."""
        return self.org != NOBODY


def line_of_node(node: Node) -> NodeLine:
    """Return a node as a line."""
    milestone, status = node.milestone, node.state.status
    return NodeLine(
        org=node.org or NOBODY,
        what=milestone.what,
        due=due_words(milestone.due),
        sign=Sign(key=status.value, verdict=_LOOKS[status], word=node.state.words),
        note=milestone.note,
        statement=node.statement,
        section=node.section,
    )


def lines_of_nodes(nodes: Iterable[Node]) -> tuple[NodeLine, ...]:
    """Return nodes as lines in their order."""
    return tuple(map(line_of_node, nodes))


def nodes_at(book: Book, item_id: str, section_id: str, day: Day) -> tuple[NodeLine, ...]:
    """Return the nodes of an item and of its tasks, the earliest first."""
    if not book.milestones:
        return ()
    around = {item_id, *(section.id for section in path_to(book.plan, section_id))}
    found = (node for node in nodes_on(book, day.date) if node.milestone.id in around)
    return lines_of_nodes(found)
