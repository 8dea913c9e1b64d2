"""A coordination of names → each name by itself, and whether it names anything in particular."""

from __future__ import annotations

import re

from paitou.compile.commitments.commonplace import COMMON, LONGEST
from paitou.compile.commitments.endings import Ending

_COMMA = re.compile("、")
#: Conjunctions, but not as parts of words (和谐, 普及, 参与).
_AND = re.compile(r"以及|(?<![共饱缓温柔总中调谐])和(?!谐|平|美|睦|田|县|政|顺|龙|林格)|(?<![参给赋])与(?!会|时)|(?<![普以涉危遍波])及(?!时|早|其|格)")
_ETC = re.compile(r"(?<![平高中同均初何久])等(?!级|效|额|待|候|离|保|离子|各[界族])")
_BREAKS = frozenset("和与及的等各、,·()“”《》")
_PARTICULAR = re.compile(
    r"[A-Za-z]+-?\d|\d+号|[“《]|第?[一二三四五六七八九十\d]+期|[\u4e00-\u9fa5](?:至|—|-)[\u4e00-\u9fa5]"
)
_UNNAMED_RUN = 2
_SHORTEST_NAME = 4


def members(shape: str, ends: Ending) -> list[tuple[int, int]]:
    """Return the ranges of the names joined in `shape` by 、 and by conjunctions.

    A conjunction parts two names only where the left one ends as a name does (`ends`).
    """
    cuts = [found.span() for found in _COMMA.finditer(shape)]
    for found in _AND.finditer(shape):
        left = shape[: found.start()]
        if left.endswith(("”", "》")) or ends.ends(left):
            cuts.append(found.span())
    ranges, start = [], 0
    for cut, after in sorted(cuts):
        ranges.append((start, cut))
        start = max(after, start)
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

    `last` is the last name without its head: 蓝天、碧水、净土 are three names of one length,
    and 甲增收、乙增收 end alike; 生产、加工 before 流通一体化 are not, nor is what a relative
    clause is made of.
    """
    if any(part.startswith("“") for part in parts):
        return True
    if "“" in last or not may_be_listed(parts, last):
        return False
    lengths = {len(part) for part in parts}
    if lengths == {len(last)}:
        return True
    is_alike = len(last) <= max(lengths) + 1 or last.rfind(parts[-1][-2:]) >= 0
    return is_alike and min(lengths) >= _SHORTEST_NAME


def are_of_kind(parts: list[str], kind: str) -> bool:
    """Return whether 甲、乙 before 等`kind` are names of that kind."""
    if any(part.startswith("“") for part in parts):
        return True
    return may_be_listed(parts, kind) and min(map(len, parts)) >= _SHORTEST_NAME


def may_be_listed(parts: list[str], last: str) -> bool:
    """Return whether nothing shows that the list is a modifier of one name."""
    return "的" not in last and not any(p.startswith(("重点", "重大")) for p in parts)


def shared_end(before: str, last: str, head: str) -> str:
    """Return what a name that lacks its own head takes over from the last of its list.

    农村居民持续增收 takes 三年行动 from 脱贫人口持续增收三年行动: what follows the words
    that both end in; where they have none in common, the head itself.
    """
    at = last.rfind(before[-2:], 0, len(last) - 2)
    return last[at + 2 :] if at >= 0 else head


def is_particular(name: str) -> bool:
    """Return whether the name holds more than words that every plan uses."""
    if _PARTICULAR.search(name):
        return True
    index, run = 0, 0
    while index < len(name):
        step = _common_at(name, index)
        if step or name[index] in _BREAKS:
            run = 0
        else:
            run += 1
        if run >= _UNNAMED_RUN:
            return True
        index += step or 1
    return False


def _common_at(name: str, index: int) -> int:
    """Return the length of the longest common word at `index`, 0 where there is none."""
    for length in range(min(LONGEST, len(name) - index), 1, -1):
        if name[index : index + length] in COMMON:
            return length
    return 0
