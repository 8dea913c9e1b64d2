"""Standings → one screen for a terminal: the counts, then a line a target."""

from __future__ import annotations

from paitou.cli.columns import aligned, clip
from paitou.model import Book, Standing
from paitou.render.standing_words import standing_value, standing_word
from paitou.report.breakdown.rows import due_words
from paitou.report.standing_sheet import counts_sentence
from paitou.tracking import Tracking
from paitou.tracking.milestones import Node, nodes_by_org, nodes_on, nodes_sentence

_NAME, _REASON, _NODE = 30, 74, 50


def standing_table(book: Book, tracking: Tracking) -> str:
    """Return the text: a sentence of counts, the targets in the order of the plan."""
    names = {statement.id: statement.indicator for statement in book.plan.statements}
    rows: list[tuple[str, ...]] = [("", "指标", "单位", "最近值", "评价", "依据")]
    rows += [_row(standing, names) for standing in tracking.standings]
    lines = [counts_sentence(book, tracking), "", *aligned(rows)]
    lines += _nodes(nodes_on(book, tracking.as_of))
    if book.is_simulated:
        lines.insert(0, "模拟数据")
    return "\n".join(lines)


def _nodes(nodes: tuple[Node, ...]) -> list[str]:
    """The nodes that somebody has to act on, who first; nothing where there are none."""
    if not nodes:
        return []
    rows = [
        (org, clip(node.what, _NODE), due_words(node.due), one.state.words)
        for org, found in nodes_by_org(nodes)
        for one in found
        for node in (one.milestone,)
    ]
    head = ["", nodes_sentence(nodes)]
    return [*head, *aligned([("单位", "节点", "期限", "进展"), *rows])] if rows else head


def _row(standing: Standing, names: dict[str, str]) -> tuple[str, ...]:
    found = standing_word(standing)
    value = standing_value(standing)
    period = f"（{standing.period.label}）" if standing.period and value else ""
    return (
        found.mark,
        clip(names.get(standing.statement, standing.statement), _NAME),
        standing.org,
        f"{value or '—'}{period}",
        found.word,
        clip(standing.reason, _REASON),
    )
