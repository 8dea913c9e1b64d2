"""The paragraphs before the body → masthead: titles, document number, date, by-lines, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from paitou.text.numbering import Style, number_at
from paitou.text.paragraphs import Paragraph
from paitou.text.view import view, written


class Part(StrEnum):
    """What a paragraph of the front matter is."""

    TITLE = "title"
    NUMBER = "number"
    DATE = "date"
    MEETING = "meeting"
    ADDRESSEE = "addressee"
    BYLINE = "byline"
    ISSUER = "issuer"
    SITE = "site"
    NOTE = "note"
    BODY = "body"


class Item(NamedTuple):
    """A paragraph of the front matter, without blanks: folded, what it is, and as written."""

    index: int
    words: str
    part: Part
    written: str = ""


_LIMIT = 60
_LONGEST = 140
DATE = re.compile(
    r"(?:(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"|([一二][零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日)"
)
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,14}(?:\([\u4e00-\u9fff]+\))?[(\[【]\d{4}[)\]】]第?\d{1,5}号"
)
ORG = re.compile(
    r"[\u4e00-\u9fff、()“”]{0,36}(?:政府|国务院|办公厅|办公室|委员会|局|厅|部|院|党组|党委|市委|省委|区委|县委|"
    r"领导小组|管委会|银行|中心|小组|卫生健康委|发展改革委|联合会|协会)"
)
_DATE_LINE = re.compile(
    r"\(?" + DATE.pattern + r"\)?(?:\d{1,2}[:时]\d{1,2}(?:[:分]\d{0,2}秒?)?)?"
)
_NUMBER_LINE = re.compile(r"\(?" + NUMBER.pattern + r"\)?")
_MEETING = re.compile(
    r"[-—―─(]*\d{4}年\d{1,2}月\d{1,2}日.{0,40}(?:会议|大会|全会)|[-—―─]+\d{4}年\d{1,2}月\d{1,2}日在"
    r"|[-—―─]{2}.{0,60}(?:会议|大会)|.{0,30}(?:次会议|代表大会)(?:上|通过)?\)?$"
)
_SITE = re.compile(
    r"(?:来源|信息来源|文章来源|稿源|发布日期|发布时间|发表时间|发布机构|时间|日期|浏览次数|浏览量|点击|阅读|分享|"
    r"字体|字号|打印|索引号|索取号|主题分类|主题词|发文机关|发文字号|成文日期|有效性|时效|标题|名称|公文种类|"
    r"责任编辑|责编|编辑|编审|终审|作者|记者|分类号|当前位置|首页|【|\[|扫一扫|公开方式|信息名称|文号)"
    r"(?:$|[:/|>】\]]|.{0,3}(?:日期|时间|来源))|.{0,24}记者.{1,12}摄|.{0,30}(?:日报|晚报)(?:社|讯|/|\d|$)|.*浏览次数:"
)
_CAPTION = re.compile(r"记者.{1,12}摄(?:影报道)?$|本报讯|新华社.{0,12}电")
_BYLINE = re.compile(
    r".{0,20}?(?:总理|省长|市长|州长|县长|区长|主席|主任)[\u4e00-\u9fff·]{2,8}(?:作政府工作报告)?"
)
_NOTE = re.compile(
    r"\((?:此件|本文|此文|草案|征求意见稿|公开|删减|送审稿|审议稿|试行|暂行|讨论稿|\d{4}年|.{0,20}通过).{0,60}\)"
)
_PERIOD_LINE = re.compile(r"\(?\d{4}年?[-—―~至]{1,2}\d{4}年?\)?")
_ADDRESSEE = re.compile(r"[^。;]{2,120}:|各位代表[!,]?|同志们[!:]?")
_TITLE_END = re.compile(
    r"(?:方案|规划|计划|意见|办法|纲要|行动|措施|通知|报告|细则|决定|规定|要点|建议|蓝图|清单|条例|批复|安排|目标|战略|"
    r"分工|指南|政策|规程|标准|章程|公告|通告|的函|决议|公报|讲话|发布|实施|规则|制度|体系|任务书|责任书|若干|计划书)"
    r"(?:\([^()]{1,40}\)|\d{4}[-—]\d{4}年?|〉|》)*$"
)
_PREFACES = frozenset({"序言", "序", "前言", "引言", "导言", "绪论", "总则"})
_HEADLINE = re.compile(r"(?:发布|出台|印发|公布|亮相|来了)$")
NOTICE = re.compile(r"印发|转发|发布|公布|通知$")


def read_front(text: str, paragraphs: Sequence[Paragraph]) -> list[Item]:
    """Return what the paragraphs up to the body are; those of known kind are left out.

    A notice's own letter is BODY, but the title of the plan that it brings still follows.
    """
    items: list[Item] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind:
            continue
        if len(items) >= _LIMIT or _begins_body(text, paragraph):
            break
        items.append(_item(text, paragraphs, index, items))
    return _trim(items)


def _begins_body(text: str, paragraph: Paragraph) -> bool:
    number = number_at(text, paragraph.start, paragraph.end)
    return number is not None and number.style not in {Style.ANNEX, Style.FIRSTLY}


def _item(
    text: str, paragraphs: Sequence[Paragraph], index: int, items: list[Item]
) -> Item:
    paragraph = paragraphs[index]
    if paragraph.end - paragraph.start > 2 * _LONGEST:
        return Item(index, "", Part.BODY)
    words = view(text, paragraph.start, paragraph.end).text
    part = _part(words, items[-1] if items else None)
    return Item(index, words, part, written(text, paragraph.start, paragraph.end))


_FORMS = (
    (Part.NUMBER, _NUMBER_LINE),
    (Part.DATE, _DATE_LINE),
    (Part.NOTE, _PERIOD_LINE),
    (Part.NOTE, _NOTE),
    (Part.BYLINE, _BYLINE),
    (Part.ISSUER, ORG),
    (Part.ADDRESSEE, _ADDRESSEE),
)


def _part(words: str, before: Item | None) -> Part:
    if len(words) > _LONGEST:
        return Part.SITE if _CAPTION.search(words[-30:]) else Part.BODY
    if _SITE.match(words) or _CAPTION.search(words):
        return Part.SITE
    if (
        before
        and before.part is Part.SITE
        and before.words.endswith(":")
        and len(words) < 30
    ):
        return Part.SITE
    if _MEETING.match(words) and len(words) < 80:
        return Part.MEETING
    for part, form in _FORMS:
        if form.fullmatch(words):
            return part
    return Part.TITLE if _may_be_title(words) else Part.BODY


def _may_be_title(words: str) -> bool:
    if len(words) > 100 or "。" in words or words[-1] in ";,、!?:" or words in _PREFACES:
        return False
    return bool(_TITLE_END.search(words)) or (len(words) <= 40 and words.count(",") <= 1)


def _trim(items: list[Item]) -> list[Item]:
    """Cut the front matter off where the body begins."""
    notice = False
    last_front = 0
    for place, item in enumerate(items):
        if item.part is Part.TITLE:
            notice = notice or bool(NOTICE.search(item.words))
        if item.part is not Part.BODY:
            last_front = place + 1
        elif not notice or place - last_front > 8:
            return items[:last_front]
    return items[:last_front]


def titles(items: Sequence[Item]) -> list[tuple[int, str]]:
    """Return the titles in order, lines of one title joined, each with its first index."""
    found: list[tuple[int, str]] = []
    place = 0
    while place < len(items):
        taken = _title_lines(items, place)
        if taken:
            words = "".join(item.written for item in items[place : place + taken])
            found.append((items[place].index, words))
        place += max(taken, 1)
    return found


def _title_lines(items: Sequence[Item], place: int) -> int:
    """Return how many items from `place` on make one title, 0 if none begins there."""
    words = ""
    for taken, item in enumerate(items[place : place + 4], 1):
        if item.part is not Part.TITLE and not (words and item.part is Part.ISSUER):
            break
        words += item.words
        if _TITLE_END.search(words):
            return taken
    return 0


def _is_bare_title(item: Item) -> bool:
    """Without a title's usual last word, only a short line without a clause will do."""
    return item.part is Part.TITLE and 6 <= len(item.words) <= 40 and "," not in item.words


def choose_title(found: Sequence[tuple[int, str]], items: Sequence[Item]) -> str:
    """Return the official title: the plan's own rather than its notice's or a headline's."""
    if not found:
        return next((item.written for item in items if _is_bare_title(item)), "")
    own = [words for _, words in found if not _HEADLINE.search(words)]
    plans = [words for words in own if not words.endswith("通知")]
    title = (plans or own or [found[0][1]])[-1]
    fuller = (
        words for words in plans if words.endswith(title) and not NOTICE.search(words)
    )
    return max(fuller, key=len, default=title)
