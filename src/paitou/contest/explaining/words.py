"""Explanations as values → Chinese sentences: 为什么是这个分, 差在哪, 怎么追."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from paitou.contest.explaining.changes import Change
from paitou.contest.explaining.digits import mark_words, plain
from paitou.contest.explaining.gaps import Gap, GapPart, item_names, peers, scored
from paitou.contest.explaining.raising import Alone, Raise, Raising
from paitou.contest.results import ItemPoints, OrgScore, Scoreboard
from paitou.model import Fact

_MOST_NAMED = 3


def why_words(board: Scoreboard, org: str) -> tuple[str, ...]:
    """Return why the score is what it is, one sentence an item after the first."""
    score, names = scored(board, org), item_names(board)
    items = {item.id: item for item in board.rulebook.items}
    lines = [_headline(board, score)]
    for points in score.points:
        unit = items[points.item].unit.text if points.item in items else ""
        lines.append(_item_words(names.get(points.item, points.item), unit, points))
    lines += [
        _extra_words(e.points, e.words or e.event.reason or e.extra) for e in score.extras
    ]
    lines += [f"{veto}，不影响得分，影响评先评优。" for veto in score.vetoes]
    return tuple(lines)


def behind_words(gap: Gap) -> str:
    """Return where it is behind another and where ahead, the largest first."""
    if not gap.total and not gap.behind:
        return f"与{gap.other}得分相同。"
    sign = "少" if gap.total > 0 else "多"
    head = (
        f"比{gap.other}{sign}{mark_words(abs(gap.total))}"
        if gap.total
        else f"与{gap.other}同分"
    )
    parts = [_parts_words("差在", gap.behind, "少"), _parts_words("强在", gap.ahead, "多")]
    if gap.extras:
        sign = "少" if gap.extras > 0 else "多"
        parts.append(f"加减分{sign}{mark_words(abs(gap.extras))}")
    return "；".join([head, *(part for part in parts if part)]) + "。"


def change_words(change: Change) -> str:
    """Return why the score rose or fell since the round before."""
    if not change.total:
        head = "得分与上期相同"
    else:
        head = (
            f"得分比上期{'多' if change.total > 0 else '少'}{mark_words(abs(change.total))}"
        )
    named = (
        ("本单位数据变化", change.performance),
        ("最高最低值、他人和全市数据变化", change.yardstick),
        ("考核办法调整", change.rules),
        ("缺数", change.missing),
        ("加减分", change.extras),
        ("总分上限", change.rest),
    )
    parts = [f"{name}使得分{_moved(points)}" for name, points in named if points]
    return "；".join([head, *parts]) + "。"


def catch_words(raising: Raising) -> tuple[str, ...]:
    """Return how the goal can be reached, together and by each item alone."""
    if not raising.together:
        return (f"要{raising.goal}，只提高这些指标的数值做不到（他人数据不变时）。",)
    ways = "，".join(_raise_words(each) for each in raising.together)
    after = f"重新计分为{raising.score}分、第{raising.rank}名"
    lines = [f"要{raising.goal}，最省力的办法：{ways}。{after}（测算，他人数据不变）。"]
    alone = [each.needed for each in raising.alone if each.needed]
    if alone:
        named = "；".join(_raise_words(each) for each in alone[:_MOST_NAMED])
        lines.append(f"只靠一项：{named}。")
    lines += _impossible(raising.alone)
    return tuple(lines)


def _headline(board: Scoreboard, score: OrgScore) -> str:
    count = len(peers(board, score.group))
    group = next((g.name for g in board.rulebook.groups if g.id == score.group), "")
    place = f"在{group or '参评单位'}{count}家中排第{score.rank}名"
    if score.rank is None:
        place = (
            f"不参加排名（{score.why_unranked}）" if score.why_unranked else "不参加排名"
        )
    return f"{score.org}得{score.score}分，{place}。"


def _item_words(name: str, unit: str, points: ItemPoints) -> str:
    if points.points is None:
        return f"{name}：没有数据，不计分，其余指标的满分相应放大。"
    value = dict(points.readings).get(Fact.VALUE)
    told = ""
    if value is not None and value.value is not None:
        told = f"{plain(value.value, 6)}{unit}，"
    if points.missing:
        told = "没有数据，按规则计，"
    place = f"，组内第{points.rank}名" if points.rank else ""
    marks = f"得{mark_words(points.points)}（满分{mark_words(points.full)}）"
    return f"{name}：{told}{marks}{place}。"


def _extra_words(points: Fraction, why: str) -> str:
    sign = "加" if points >= 0 else "减"
    return f"{sign}{mark_words(abs(points))}：{why}。"


def _parts_words(head: str, parts: Sequence[GapPart], way: str) -> str:
    if not parts:
        return ""
    named = "、".join(
        f"{p.name}{way}{mark_words(abs(p.total))}" for p in parts[:_MOST_NAMED]
    )
    rest = parts[_MOST_NAMED:]
    if not rest:
        return f"{head}：{named}"
    others = abs(sum((part.total for part in rest), Fraction(0)))
    return f"{head}：{named}，其余{len(rest)}项共{way}{mark_words(others)}"


def _moved(points: Fraction) -> str:
    return f"{'增加' if points > 0 else '减少'}{mark_words(abs(points))}"


def _raise_words(each: Raise) -> str:
    way = "提高到" if each.after > each.before else "降到"
    return (
        f"{each.name}由{plain(each.before, 6)}{each.unit}{way}"
        f"{plain(each.after, 6)}{each.unit}（多得{mark_words(each.points)}）"
    )


def _impossible(alone: Iterable[Alone]) -> list[str]:
    count = sum(1 for each in alone if each.needed is None and each.most is not None)
    return [f"另有{count}项到顶也不够，单靠其中任何一项都追不上。"] if count else []
