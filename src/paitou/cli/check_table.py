"""What a plan's system says → one screen for a terminal, a sentence first."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.consistency.plan.answers import Answers, Beyond, Conflict
from paitou.model import Book


def answers_table(book: Book, found: Answers) -> str:
    """Return the text: can they hold, what conflicts, what is implied, what is idle."""
    lines = ["模拟数据"] if book.is_simulated else []
    lines.append(f"“{book.title}”目标衔接平衡分析：{_sentence(found)}")
    for number, conflict in enumerate(found.conflicts, 1):
        lines += ["", f"衔接问题{number}", *_conflict(found, conflict)]
    if found.implied:
        lines += ["", "目标之外的要求（测算，非统计数据）"]
        lines += [line for bound in found.implied for line in _beyond(found, bound)]
    if found.redundant:
        lines += ["", "其他目标已经包含的目标"]
        lines += [f"  {idle.source.words}" for idle in found.redundant]
    return "\n".join(lines)


def _sentence(found: Answers) -> str:
    if not found.identities_hold:
        return "指标关系本身互相矛盾，无法分析，请核对 indicators.toml 的关系。"
    if found.conflicts:
        more = "" if found.complete else "（没有找全）"
        return f"各项目标不能同时实现，有{len(found.conflicts)}处衔接问题{more}。"
    said = f"，但合起来还要求了{len(found.implied)}项没有写明的" if found.implied else ""
    return f"各项目标可以同时实现{said}。"


def _conflict(found: Answers, conflict: Conflict) -> Iterator[str]:
    for source in (*conflict.sources, *conflict.relations):
        yield f"  {source.words}"
    for each in conflict.single[:3]:
        source = found.plan.sources[each.name]
        share = f"（{float(each.share) * 100:.1f}%）" if each.share is not None else ""
        yield f"  调整测算：{source.words}放宽到{float(each.after):g}{share}，即可衔接"


def _beyond(found: Answers, bound: Beyond) -> Iterator[str]:
    naming, variable = found.plan.naming, bound.variable
    value = bound.low if bound.low is not None else bound.high
    assert value is not None  # noqa: S101 (a bound has one end)
    side = "不低于" if bound.low is not None else "不高于"
    told = f"  {naming.words(variable)}{side}{naming.amount(value, variable.indicator_id)}"
    if bound.own is not None:
        told += f"（方案写的是{naming.amount(bound.own, variable.indicator_id)}）"
    if bound.growth is not None:
        told += f"，按方案以前的数算年均{bound.growth:.1f}%"
    yield told
    yield f"    因为{'；'.join(source.words for source in bound.because)}"
