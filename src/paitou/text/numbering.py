"""The head of a paragraph → the number that it bears: 第一章, 一、, (二), 3., 专栏4."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from paitou.text.periods import chinese_number
from paitou.text.view import fold


class Style(IntEnum):
    """How a heading is numbered, in the order in which documents usually nest them."""

    ANNEX = 0  # 附件1
    PART = 1  # 第一篇, 第一编, 第一部分
    CHAPTER = 2  # 第一章
    SECTION = 3  # 第一节
    ARTICLE = 4  # 第一条
    DUN = 5  # 一、
    PAREN = 6  # (一)
    DOT = 7  # 1. 1、
    DIGIT_PAREN = 8  # (1) ⑴
    HALF_PAREN = 9  # 1)
    CIRCLE = 10  # ①
    FIRSTLY = 11  # 一是
    PLAIN = 12  # a heading without number
    BOX = 13  # 专栏1


class Number(NamedTuple):
    """The number at the head of a paragraph, with the blanks after it."""

    style: Style
    ordinal: int
    start: int
    end: int


_CN = r"[一二三四五六七八九十百零〇]{1,5}"
_NUMBER = re.compile(
    r"第\s*(?P<part>" + _CN + r"|\d{1,3})\s*(?P<kind>部分|[篇编章节条])[\s:、,]*"
    r"|(?P<annex>附\s?件)\s?(?P<annexn>\d{1,2}|" + _CN + r")?\s*[:、.]?\s*"
    r"|(?P<boxname>专栏)\s*(?P<box>\d{1,3}|" + _CN + r")\s*[:、.]?\s*"
    r"|(?P<dun>" + _CN + r")\s?(?:、(?![一二三四五六七八九十]、)|\.(?!\d))\s*"
    r"|(?P<firstly>" + _CN + r")是"
    r"|\(\s*(?P<paren>" + _CN + r")\s*\)\s*[、.]?\s*"
    r"|(?P<dot>\d{1,3})\s?(?:、(?!\d{1,3}[、号])|\.(?!\d)|\.(?=\d{4}年))\s*"
    r"|\(\s*(?P<dparen>\d{1,3})\s*\)\s*[、.]?\s*"
    r"|(?P<half>\d{1,2})\)\s*"
    r"|(?P<circle>[①-⑳])\s*"
    r"|(?P<glyph>[㈠-㈩])\s*"
    r"|(?P<dglyph>[⑴-⒇])\s*"
    r"|(?P<dotglyph>[⒈-⒛])\s*"
)
_KINDS = {
    "篇": Style.PART,
    "编": Style.PART,
    "部分": Style.PART,
    "章": Style.CHAPTER,
    "节": Style.SECTION,
    "条": Style.ARTICLE,
}
_STYLES = {
    "annex": Style.ANNEX,
    "box": Style.BOX,
    "dun": Style.DUN,
    "firstly": Style.FIRSTLY,
    "paren": Style.PAREN,
    "dot": Style.DOT,
    "dparen": Style.DIGIT_PAREN,
    "half": Style.HALF_PAREN,
    "circle": Style.CIRCLE,
    "glyph": Style.PAREN,
    "dglyph": Style.DIGIT_PAREN,
    "dotglyph": Style.DOT,
}
_GLYPHS = {"circle": 0x2460, "glyph": 0x3220, "dglyph": 0x2474, "dotglyph": 0x2488}
#: What the folded head of a paragraph must begin with to bear a number at all.
_OPENERS = frozenset("第附专一二三四五六七八九十百(0123456789") | {
    chr(code)
    for first, last in ((0x2460, 0x2473), (0x3220, 0x3229), (0x2474, 0x249B))
    for code in range(first, last + 1)
}
_HEAD = 24


def number_at(text: str, start: int, end: int) -> Number | None:
    """Return the number that the words [start, end) open with, if they do."""
    if start >= end:
        return None
    head = fold(text[start : min(end, start + _HEAD)])
    if head[0] not in _OPENERS or not (found := _NUMBER.match(head)):
        return None
    name = found.lastgroup or ""
    last = min(start + found.end(), end)
    if name in {"part", "kind"}:
        return Number(_KINDS[found["kind"]], _ordinal(found["part"]), start, last)
    if name in {"annex", "annexn"}:
        return Number(Style.ANNEX, _ordinal(found["annexn"] or "1"), start, last)
    if name in _GLYPHS:
        return Number(_STYLES[name], ord(found[name]) - _GLYPHS[name] + 1, start, last)
    return Number(_STYLES[name], _ordinal(found[name]), start, last)


def _ordinal(text: str) -> int:
    return int(text) if text.isdecimal() else chinese_number(text.replace("百", ""))
