"""Standings → one screen for a terminal: the counts, then a line a target."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from paitou.cli.columns import aligned, clip
from paitou.model import Attainment, Book, Standing
from paitou.render.standing_words import attainment_word, standing_word
from paitou.tracking import Tracking

_NAME, _REASON = 30, 74


def standing_table(book: Book, tracking: Tracking) -> str:
    """Return the text: a sentence of counts, the targets in the order of the plan."""
    names = {statement.id: statement.indicator for statement in book.plan.statements}
    rows: list[tuple[str, ...]] = [("", "指标", "单位", "最近值", "评价", "依据")]
    rows += [_row(standing, names) for standing in tracking.standings]
    lines = [_counts(book, tracking), "", *aligned(rows)]
    if book.is_simulated:
        lines.insert(0, "模拟数据")
    return "\n".join(lines)


def _counts(book: Book, tracking: Tracking) -> str:
    counted = Counter(standing.verdict for standing in tracking.standings)
    told = "，".join(
        f"{attainment_word(verdict).word if verdict is not Attainment.UNKNOWN else '无法评价'}"
        f" {counted[verdict]} 项"
        for verdict in Attainment
        if counted[verdict]
    )
    day = f"{tracking.as_of.year}年{tracking.as_of.month}月{tracking.as_of.day}日"
    return f"{book.title}：截至{day}，{len(tracking.standings)} 项目标中，{told}。"


def _row(standing: Standing, names: dict[str, str]) -> tuple[str, ...]:
    found = standing_word(standing)
    value = standing.value
    shown = f"{round(value, 2):f}" if isinstance(value, Decimal) else value or "—"
    period = f"（{standing.period}）" if standing.period else ""
    return (
        found.mark,
        clip(names.get(standing.statement, standing.statement), _NAME),
        standing.org,
        f"{shown}{standing.unit if value is not None else ''}{period}",
        found.word,
        clip(standing.reason, _REASON),
    )
