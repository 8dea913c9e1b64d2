"""The pieces of a title → lines in the shape of a trapezoid that break no word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil

_OPENS, _CLOSES = "（(《“〔", "）)》”〕、，：；年"
#: A title of several lines may break behind these and in front of those (a list of ours).
_BEHIND = (
    "关于",
    "印发",
    "贯彻",
    "开展",
    "做好",
    "的",
    "和",
    "与",
    "暨",
    "市",
    "省",
    "自治区",
)
_BEFORE = (
    "行动方案", "三年行动", "实施方案", "工作方案", "规划", "计划", "意见", "落实情况",
    "完成情况", "进展情况", "目标", "通报", "报告", "情况", "评估", "分析", "第",
)  # fmt: skip
_ASCII = re.compile(r"[0-9A-Za-z.%]")
_MOST = 100  # characters; what is longer is no title and is cut anyhow


def title_lines(pieces: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return the title as lines of at most `width` characters.

    Breaks between pieces are preferred; within a piece one is made only where no word is
    broken, and anywhere only where nothing else fits (GB/T 9704 7.3.1: 词意完整, 排列对称,
    梯形或菱形).
    """
    whole = "".join(pieces)
    if _ems(whole) <= width:
        return (whole,)
    if len(whole) > _MOST:
        return _anyhow(whole, width)
    for places in (_between(pieces), _within(pieces), tuple(range(1, len(whole)))):
        for count in range(2, ceil(_ems(whole) / width) + 2):
            if found := [*_broken(whole, places, count, width)]:
                return min(found, key=_shape)
    return _anyhow(whole, width)


def _between(pieces: tuple[str, ...]) -> tuple[int, ...]:
    places, at = [], 0
    for piece in pieces[:-1]:
        at += len(piece)
        places.append(at)
    return tuple(places)


def _within(pieces: tuple[str, ...]) -> tuple[int, ...]:
    whole = "".join(pieces)
    words = (at for at in range(1, len(whole)) if _may_break(whole, at))
    return tuple(sorted({*_between(pieces), *words}))


def _may_break(text: str, at: int) -> bool:
    before, after = text[:at], text[at:]
    if after[0] in _CLOSES or after[0] == "的" or before[-1] in _OPENS:
        return False
    if _ASCII.match(before[-1]) and _ASCII.match(after[0]):
        return False
    is_edge = before[-1] in _CLOSES or after[0] in _OPENS
    return is_edge or before.endswith(_BEHIND) or after.startswith(_BEFORE)


def _broken(
    text: str, places: tuple[int, ...], count: int, width: int
) -> Iterator[tuple[str, ...]]:
    """Every way to break the text into so many lines that fit, at some of the places."""
    if _ems(text) > count * width:
        return
    if count == 1:
        yield (text,)
        return
    for nth, place in enumerate(places):
        line = text[:place]
        if _ems(line) > width:
            return
        rest = tuple(later - place for later in places[nth + 1 :])
        for lines in _broken(text[place:], rest, count - 1, width):
            yield (line, *lines)


def _shape(lines: tuple[str, ...]) -> tuple[bool, float]:
    """What is worse is greater: an hourglass, lines of very unlike lengths."""
    lengths = [_ems(line) for line in lines]
    steps = [b - a for a, b in pairwise(lengths)]
    turned = any(a < 0 < b for a, b in pairwise(steps))
    return turned, max(lengths) - min(lengths)


def _anyhow(text: str, width: int) -> tuple[str, ...]:
    return tuple(text[at : at + width] for at in range(0, len(text), width))


def _ems(text: str) -> float:
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)
