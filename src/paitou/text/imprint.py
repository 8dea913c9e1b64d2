"""Masthead and tail → what the document says of itself: number, issuer, date, years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from paitou.model import PlanPeriod
from paitou.text import marks
from paitou.text.front import Item, Part
from paitou.text.hanzi import compiled
from paitou.text.periods import chinese_number, plan_period, to_year
from paitou.text.view import fold

_FIELD = re.compile(
    r"(发文机关|发文字号|成文日期|发布日期|发布时间|文号)(?:名称)?[:：】\]](.{2,60})"
)
_PREFIX = re.compile(r"(.{2,60}?)(?:关于|印发|转发)")
_BYLINE_ORG = compiled(
    r"(?:^|[日上])([\u4e00-\u9fff]{1,12}?)人民政府代?(?:省长|市长|州长|县长|区长|主席)"
)
_SPEAKS_FOR = compiled(r"我代表(国务院|[\u4e00-\u9fff]{0,12}?(?=人民政府))")
_CONGRESS = compiled(
    r"在([\u4e00-\u9fff]{2,12}?)第[零一二三四五六七八九十]{1,4}届人民代表大会"
)
_GENERIC = frozenset({"省", "市", "自治区", "县", "区", "州", ""})
_REPORT = re.compile(r"工作报告")
_TITLE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年|(?=[^\d]|$))")
_REVIEW = re.compile(r"((?:19|20)\d{2})年.{0,12}(?:回顾|总结|工作情况|完成情况)")
_TASKS = re.compile(
    r"((?:19|20)\d{2})年.{0,14}(?:主要任务|重点工作|工作安排|工作任务|总体要求|目标)"
)
_HORIZON = re.compile(
    r"(?:规划期|期限|实施期|有效期)[^。]{0,8}?((?:\d{4})年?[-—~至到]{1,2}\d{4})"
)
_ANNUAL = re.compile(r".{0,12}?((?:19|20)\d{2})年度?(?!前|底|末|以)")
_FILE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@frozen(kw_only=True)
class Imprint:
    """What a document says of itself; None where it does not say it."""

    number: str | None
    issuer: str | None
    date: str | None
    year: int | None
    period: PlanPeriod | None
    is_newspaper: bool


@frozen(kw_only=True)
class Sources:
    """Where an imprint is read; words without blanks, titles and tail as written."""

    title: str
    titles: Sequence[str]
    front: Sequence[Item]
    tail: Sequence[str]
    headings: Sequence[str]
    opening: str
    file: str = ""


def read_imprint(sources: Sources) -> Imprint:
    """Return what title, masthead, tail and headings say of the document."""
    fields = _fields(sources)
    date = _date(sources, fields)
    period = _stated_period(sources)
    year = _year(sources, date) or (period.start if period else None)
    return Imprint(
        number=_number(sources, fields),
        issuer=_issuer(sources, fields),
        date=date,
        year=year,
        period=period or _year_long(sources, year),
        is_newspaper=_is_newspaper(sources),
    )


def _fields(sources: Sources) -> dict[str, str]:
    lines = [item.written for item in sources.front] + list(sources.tail)
    found = (_FIELD.search(line) for line in lines)
    return {match[1]: match[2] for match in found if match}


def _number(sources: Sources, fields: dict[str, str]) -> str | None:
    lines = [fields.get("发文字号", ""), fields.get("文号", "")]
    lines += [item.written for item in sources.front if item.part is Part.NUMBER]
    lines += sources.titles
    lines += [item.written for item in sources.front if item.part is Part.SITE]
    for line in lines:
        if found := marks.NUMBER.search(fold(line)):
            return line[found.start() : found.end()]
    return None


def _issuer(sources: Sources, fields: dict[str, str]) -> str | None:
    if named := fields.get("发文机关"):
        return named
    for title in sources.titles:
        found = _PREFIX.match(fold(title))
        if found and marks.ORG.fullmatch(found[1]):
            return found[1]
    signed = _signature(sources)
    return "、".join(signed) if signed else _speaker(sources)


def _signature(sources: Sources) -> list[str]:
    named = [item.words for item in sources.front if item.part is Part.ISSUER]
    if not named:
        named = [line for line in sources.tail if marks.ORG.fullmatch(fold(line))]
    return list(dict.fromkeys(named))


def _speaker(sources: Sources) -> str | None:
    """A report names its government in the by-line, or speaks for it before a congress."""
    spoken = _SPEAKS_FOR.search(sources.opening)
    if not spoken:
        return None
    if spoken[1] == "国务院":
        return spoken[1]
    front = "".join(item.words for item in sources.front)
    bylines = (_BYLINE_ORG.search(item.words) for item in sources.front)
    named = [spoken[1], *(found[1] for found in bylines if found)]
    named += [found[1] for found in _CONGRESS.finditer(front)]
    return next((f"{place}人民政府" for place in named if place not in _GENERIC), None)


def _date(sources: Sources, fields: dict[str, str]) -> str | None:
    lines = [fields.get("成文日期", "")]
    for part in (Part.MEETING, Part.DATE, Part.NOTE):
        lines += [item.words for item in sources.front if item.part is part]
    lines += [line for line in sources.tail if marks.DATE.fullmatch(fold(line).strip("()"))]
    lines += [fields.get("发布日期", ""), fields.get("发布时间", "")]
    lines += [item.words for item in sources.front if item.part is Part.SITE]
    for line in lines:
        if (found := marks.DATE.search(fold(line))) and (date := _iso(found)):
            return date
    return None


def _iso(found: re.Match[str]) -> str | None:
    groups = found.groups()
    if groups[6]:
        year, month = to_year(groups[6]), chinese_number(groups[7])
        day = chinese_number(groups[8])
    else:
        year, month = int(groups[0] or groups[3]), int(groups[1] or groups[4])
        day = int(groups[2] or groups[5] or 0)
    if not (1949 <= year <= 2100 and 1 <= month <= 12 and day <= 31):
        return None
    return f"{year}-{month:02d}-{day:02d}" if day else f"{year}-{month:02d}"


def _year(sources: Sources, date: str | None) -> int | None:
    """A report's year is that whose work it sets; a plan's that of its title or date."""
    if found := _TITLE_YEAR.search(fold(sources.title)):
        return int(found[1])
    if _REPORT.search(sources.title) or not sources.title:
        for heading in sources.headings:
            if found := _TASKS.search(heading):
                return int(found[1])
        for heading in sources.headings:
            if found := _REVIEW.search(heading):
                return int(found[1]) + 1
    if date:
        return int(date[:4])
    found = _FILE_YEAR.search(sources.file)
    return int(found[1]) if found else None


def _stated_period(sources: Sources) -> PlanPeriod | None:
    """Return the years in title or subtitle, else those that the opening words state."""
    notes = [i.words for i in sources.front if i.part in {Part.NOTE, Part.TITLE}]
    for words in (sources.title, *notes, *sources.titles):
        if period := plan_period(fold(words)):
            return period
    found = _HORIZON.search(sources.opening)
    return plan_period(found[1]) if found else None


def _year_long(sources: Sources, year: int | None) -> PlanPeriod | None:
    """A work report, and what bears a year in its title, speak for that year."""
    if _REPORT.search(sources.title) and year:
        return PlanPeriod(start=year, end=year)
    if found := _ANNUAL.match(fold(sources.title)):
        return PlanPeriod(start=int(found[1]), end=int(found[1]))
    return None


def _is_newspaper(sources: Sources) -> bool:
    lines = [item.words for item in sources.front if item.part in {Part.SITE, Part.BODY}]
    joined = ["".join(pair) for pair in pairwise(lines)]
    if any(marks.NEWS.search(fold(line)) for line in [*lines, *joined, *sources.tail]):
        return True
    first = sources.titles[0] if sources.titles else ""
    return bool(marks.HEADLINE.search(first)) and len(sources.titles) > 1
