"""A list of names → each name by itself, and whether it names anything in particular."""

from __future__ import annotations

import re

from paitou.compile.commitments.commonplace import COMMON, LONGEST
from paitou.compile.commitments.endings import Ending
from paitou.text.hanzi import compiled

#: 和, 与, 及 as conjunctions, not as parts of words (和谐, 普及, 参与).
_JOINT = re.compile(
    r"、|以及|(?<![共饱缓温柔总中调谐])和(?![谐平美睦田县政顺龙林])"
    r"|(?<![参给赋])与(?![会时])|(?<![普以涉危遍波])及(?![时早其格])"
)
_ETC = re.compile(r"(?<![平高中同均初何久])等(?![级效额待候离保]|各[界族])")
_NUMBER = r"[一二三四五六七八九十百\d]"
#: What begins so is a count or a collection, not a name.
_COLLECTION = re.compile(
    rf"[和与及、并起过]|(?:超|近|约)?{_NUMBER}+(?:[项个场大批类条支家轮多余])(?!一流|家公园)"
    rf"|“?{_NUMBER}+[大项]|一系列|系列|若干|各[类项种级地]|有关|相关|多[项种批]|部分|更多|新一批"
    rf"|其他|[这该本]|上述|.*(?:第{_NUMBER}+个五年|国民经济和社会发展|的具体|按照|根据|应当|不得)"
)
_BREAKS = frozenset("和与及的等各、,·()“”《》")
_PARTICULAR = compiled(
    rf"[A-Za-z]+-?\d|\d+号|[“《]|{_NUMBER}+期|[\u4e00-\u9fa5](?:至|—|-)[\u4e00-\u9fa5]"
)
_UNKNOWN_RUN = 2
_SHORTEST_NAME = 4


def members(shape: str, ends: Ending) -> list[tuple[int, int]]:
    """Return the ranges of the names joined in `shape` by 、 and by conjunctions.

    和 and 及 part two names only where the left one ends as a name does (`ends`), 与 only
    after a quoted name: 甲与乙相结合的制度 is one.
    """
    ranges, start = [], 0
    for found in _JOINT.finditer(shape):
        left = shape[: found.start()]
        is_quoted = left.endswith(("”", "》"))
        if found[0] == "、" or is_quoted or (found[0] != "与" and ends.ends(left)):
            ranges.append((start, found.start()))
            start = found.end()
    ranges.append((start, len(shape)))
    return [(first, last) for first, last in ranges if first < last]


def before_etc(shape: str) -> tuple[int, int] | None:
    """Return where the last 等 of an enumeration stands, or None."""
    last = None
    for found in _ETC.finditer(shape):
        last = found.span()
    return last


def stands_alone(parts: list[str], last: str) -> bool:
    """Return whether the parts before `last` are names, not modifiers of one name.

    `last` is the last name without its head: 蓝天、碧水、净土 are three names of one
    length, and 甲增收、乙增收 end alike; 生产、加工 before 流通一体化 are not, nor is what
    a relative clause is made of.
    """
    if any(part.startswith("“") for part in parts):
        return True
    if "“" in last or not _may_be_listed(parts, last):
        return False
    lengths = {len(part) for part in parts}
    if lengths == {len(last)}:
        return True
    is_alike = len(last) <= max(lengths) + 1 or parts[-1][-2:] in last
    return is_alike and min(lengths) >= _SHORTEST_NAME


def are_of_kind(parts: list[str], kind: str) -> bool:
    """Return whether 甲、乙 before 等`kind` are names of that kind."""
    if any(part.startswith("“") for part in parts):
        return True
    return _may_be_listed(parts, kind) and min(map(len, parts)) >= _SHORTEST_NAME


def _may_be_listed(parts: list[str], last: str) -> bool:
    """重点领域、重点行业…支持计划 is one name, and so is what holds a relative clause."""
    short = (part for part in parts if len(part) <= _SHORTEST_NAME)
    return "的" not in last and not any(p.startswith(("重点", "重大")) for p in short)


def shared_end(before: str, last: str, head: str) -> str:
    """Return what a name that lacks its own head takes over from the last of its list.

    农村居民持续增收 takes 三年行动 from 脱贫人口持续增收三年行动: what follows the words
    that both end in; where they have none in common, the head itself.
    """
    at = last.rfind(before[-2:], 0, len(last) - 2)
    return last[at + 2 :] if at >= 0 else head


def is_collection(name: str) -> bool:
    """Return whether the name only counts or collects (十大工程, 一系列政策, 各项任务)."""
    return _COLLECTION.match(name) is not None


def is_particular(name: str) -> bool:
    """Return whether the name holds more than words that every plan uses."""
    if _PARTICULAR.search(name):
        return True
    index, run = 0, 0
    while index < len(name) and run < _UNKNOWN_RUN:
        step = _common_at(name, index)
        run = 0 if step or name[index] in _BREAKS else run + 1
        index += step or 1
    return run >= _UNKNOWN_RUN


def _common_at(name: str, index: int) -> int:
    """Return the length of the longest common word at `index`, 0 where there is none."""
    for length in range(min(LONGEST, len(name) - index), 1, -1):
        if name[index : index + length] in COMMON:
            return length
    return 0
