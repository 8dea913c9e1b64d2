"""What a plan's system says → one screen for a terminal, a sentence first."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.consistency.plan.adjusting import adjustment_words
from paitou.consistency.plan.answers import Answers, Beyond, Conflict
from paitou.model import Book
from paitou.render.balance_words import balance_sentence, bound_words


def answers_table(book: Book, found: Answers) -> str:
    """Return the text: can they hold, what conflicts, what is implied, what is idle."""
    lines = ["模拟数据"] if book.is_simulated else []
    lines.append(f"“{book.title}”目标衔接平衡分析：{balance_sentence(found)}")
    for number, conflict in enumerate(found.conflicts, 1):
        lines += ["", f"衔接问题{number}", *_conflict(conflict)]
    if found.implied:
        lines += ["", "目标之外的要求（测算，非统计数据）"]
        lines += [line for bound in found.implied for line in _beyond(found, bound)]
    if found.redundant:
        lines += ["", "其他目标已经包含的目标"]
        lines += [f"  {idle.source.words}" for idle in found.redundant]
    return "\n".join(lines)


def _conflict(conflict: Conflict) -> Iterator[str]:
    if conflict.told:
        yield f"  {conflict.told}"
    for source in (*conflict.sources, *conflict.relations):
        yield f"  {source.words}"
    for each in conflict.single[:3]:
        yield f"  调整测算：{adjustment_words(conflict.plan, each)}，即可衔接"


def _beyond(found: Answers, bound: Beyond) -> Iterator[str]:
    yield f"  {bound_words(found, bound)}"
    yield f"    因为{'；'.join(source.words for source in bound.because)}"
