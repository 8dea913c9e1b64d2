"""Sections and years → for each block whether it reviews or plans, and for which years.

A work report's 回顾 tells what was done (outcomes), its other parts what is to be
(targets). A heading that says so decides for its section; a paragraph may open another era
(“十四五”时期…) that lasts until the section ends or a paragraph speaks of one year again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from paitou.compile.passage import Passage
from paitou.compile.when import Calendar, times
from paitou.model import BlockKind, Document, Section
from paitou.text import five_year_span

_REVIEW = re.compile(
    r"回顾|总结|成就|主要成绩|工作情况|完成情况|执行情况|实施情况|发展基础|现状|形势|发展环境|面临|背景|"
    r"历程|主要进展|过去(?:的)?[一三五]年"
)
_PLAN = re.compile(
    r"目标|任务|安排|思路|要求|建议|打算|部署|展望|今后|未来|指导思想|原则|下一步|工作重点|保障措施|考虑|今年"
)
#: Only such a heading may differ from the section above it.
_TELLING = re.compile(r"回顾|总结|成就|主要成绩|(?:19|20)\d\d年|[五六七八九十]五|现状|面临")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_FIVE_YEAR_NAME = re.compile(r"十[一二三四五六]五|十五|[五六七八九]五")
_FIVE_YEARS = re.compile(
    r"^.{0,24}?(?:[“\"]?(?P<plan>十[一二三四五六]五|十五|[五六七八九]五)[”\"]?"
    r"(?:时期|期间|以来|规划(?:实施|目标|顺利)|顺利|圆满|胜利|收官)|(?:过去|经过|这)(?:的)?五年|五年来|的五年[。,])"
)
_STEP = re.compile(r"(?:——|—)?(?:第[一二三四五]步|[一二三四五]是)?[,:]?")
#: 到2024年和2025年,…分别: no one year.
_ANOTHER = re.compile(r"[和、与及](?:到|至)?(?:19|20)\d\d年")
_BELOW = re.compile("以下|如下|下列|:$")
_ONE_YEAR_REVIEWED = re.compile(
    r"^.{0,8}?(?:过去一年|一年来|(?P<year>20\d\d)年(?:是|,|、|以来|工作|全))"
)
_TURN = re.compile(
    r"^.{0,30}?(?:(?:今年|(?P<year>20\d\d)年)(?:,|是|的|经济|全省|全市|工作|主要|发展|我).{0,40}(?:目标|任务|重点|做好|关键|要求)|做好今年|今后五年|未来五年)"
)


#: What the title of a document that plans calls it.
_PLANNING = re.compile("方案|计划|规划|纲要|意见|办法|措施|行动|通知|细则|规定|要点")


def calendars(document: Document, passages: Sequence[Passage]) -> Iterator[Calendar]:
    """Yield the calendar of each passage, in order."""
    reader = _Reader(document)
    for passage in passages:
        yield reader.calendar_of(passage)


class _Reader:
    """Walks the passages in order, keeping the era that a heading or paragraph opened."""

    def __init__(self, document: Document) -> None:
        self._roles = _roles(document)
        self._plain = _calendar(document, is_review=False)
        self._past = _calendar(document, is_review=True)
        self._eras = _eras(document, self._plain, self._past, self._roles)
        self._section = -2
        self._era: Calendar | None = None
        self._lead: Calendar | None = None
        told = any(role is True for role in self._roles)
        self._turned = told or document.year is None or _looks_ahead(document)

    def calendar_of(self, passage: Passage) -> Calendar:
        section = passage.block.section
        if section != self._section:
            self._section, self._era, self._lead = section, None, None
        is_review = self._is_review(section, passage)
        base = self._past if is_review else self._plain
        if 0 <= section < len(self._eras):
            base = self._eras[section] or base
        base = evolve(base, is_review=is_review)
        self._open_era(passage, base)
        return self._led(passage, self._era or base)

    def _led(self, passage: Passage, base: Calendar) -> Calendar:
        """The bullets under 第一步,到2020年… are of that year, if they say no other."""
        if passage.block.kind is BlockKind.BULLET:
            return self._opened(passage, self._lead or base)
        opened = self._opened(passage, base)
        leads = opened is not base and (opened.whole is None or _leads(passage.text))
        self._lead = opened if leads else None
        return opened

    def _is_review(self, section: int, passage: Passage) -> bool:
        role = self._roles[section] if 0 <= section < len(self._roles) else None
        if role is not None:
            return role
        if not self._turned and _TURN.match(passage.text):
            self._turned = True
        return not self._turned

    def _open_era(self, passage: Passage, base: Calendar) -> None:
        """“十四五”时期… or 五年来… opens an era, 过去一年… closes it."""
        head = passage.text[:60]
        if base.is_review and (found := _FIVE_YEARS.match(head)):
            self._era = _five_years(found, base) or self._era
        elif _ONE_YEAR_REVIEWED.match(head):
            self._era = None
        elif passage.text.rstrip().endswith(":") and not base.is_review:
            self._era = _by_lead(passage.text, base) or self._era

    def _opened(self, passage: Passage, base: Calendar) -> Calendar:
        """A deadline that opens the paragraph (到2020年,…) governs all its sentences."""
        head = passage.text[:20]
        step = _STEP.match(head)
        at = step.end() if step else 0
        said = next((t for t in times(head, at, len(head), base) if t.at <= at + 2), None)
        if said is None or said.compares or _ANOTHER.match(head, said.until):
            return base
        if said.is_span:
            return evolve(base, first=said.start, last=said.end, source="section")
        if said.is_year and _is_inside(base, said.end):
            years = (base.first or said.start, base.last or said.end)
            return evolve(
                base, first=said.start, last=said.end, whole=years, source="section"
            )
        return _until(base, said.end)


def _is_inside(base: Calendar, year: int) -> bool:
    """Return whether a year is one of a plan's, but not its last."""
    if base.is_review or base.first is None or base.last is None:
        return False
    return base.first <= year < base.last


def _leads(text: str) -> bool:
    """Return whether a paragraph of one year speaks of the bullets below it."""
    step = _STEP.match(text)
    return bool(step and step.end()) or _BELOW.search(text) is not None


def _until(base: Calendar, year: int) -> Calendar:
    if base.is_review:
        return evolve(base, first=year, last=year, source="section")
    first = base.first if base.first is not None and base.first < year else year
    if base.year is not None and base.first == base.last == base.year and year > base.year:
        first = base.year
    return evolve(base, first=first, last=year, source="section")


def _five_years(found: re.Match[str], base: Calendar) -> Calendar | None:
    """The five years that a review looks back on; they are over when it is written."""
    if base.year is None:
        return None
    span = (
        five_year_span(found["plan"]) if found["plan"] else (base.year - 5, base.year - 1)
    )
    if span is None or span[1] >= base.year:
        return None
    return evolve(base, first=span[0], last=span[1], source="section")


def _by_lead(text: str, base: Calendar) -> Calendar | None:
    """到2020年,主要目标是: governs the bullets after it."""
    said = [t for t in times(text, 0, len(text), base) if not t.compares]
    if not said:
        return None
    if said[-1].is_span:
        return evolve(base, first=said[-1].start, last=said[-1].end, source="section")
    return _until(base, said[-1].end)


def _eras(
    document: Document, plain: Calendar, past: Calendar, roles: Sequence[bool | None]
) -> list[Calendar | None]:
    """For each section the years that its heading, or one above it, speaks of."""
    eras: list[Calendar | None] = []
    for section, role in zip(document.sections, roles, strict=True):
        base = past if role else plain
        own = _heading_era(section.title, base)
        above = eras[section.parent] if section.parent >= 0 else None
        eras.append(own or above)
    return eras


def _heading_era(title: str, base: Calendar) -> Calendar | None:
    looks_back = base.is_review and not _YEAR.search(title)
    if looks_back and (found := _FIVE_YEARS.match(title + "。")):
        return _five_years(found, base)
    said = [t for t in times(title, 0, len(title), base) if not t.compares]
    if len(said) != 1 or (not said[0].is_span and base.is_review):
        return None
    if said[0].is_span:
        return evolve(base, first=said[0].start, last=said[0].end, source="section")
    return _until(base, said[0].end)


def _calendar(document: Document, *, is_review: bool) -> Calendar:
    period, year = document.period, document.year
    if period is None and year is None:
        return Calendar(year=None, first=None, last=None, is_review=is_review)
    if not is_review:
        first, last = (period.start, period.end) if period else (year, year)
        return Calendar(year=year or first, first=first, last=last)
    last = (
        (year - 1)
        if _is_annual(document) and year
        else (period.start - 1 if period else year)
    )
    return Calendar(year=year or last, first=last, last=last, is_review=True)


def _is_annual(document: Document) -> bool:
    return document.period is None or document.period.start == document.period.end


def _looks_ahead(document: Document) -> bool:
    """A plan looks back only where it says so; a report looks back until it turns."""
    return bool(_PLANNING.search(document.title)) and "报告" not in document.title


def _roles(document: Document) -> list[bool | None]:
    """For each section whether it reviews (True), plans (False), or does not tell (None).

    A section that does not tell is as the one above it, and in a report as the one before.
    """
    roles: list[bool | None] = []
    is_report = _is_annual(document) and not _looks_ahead(document)
    before: bool | None = None if is_report else False
    for section in document.sections:
        role = _own_role(section, document.year)
        if section.parent >= 0 and not _TELLING.search(section.title):
            role = roles[section.parent]
        if role is None:
            role = roles[section.parent] if section.parent >= 0 else before
        roles.append(role)
        if section.parent < 0 and is_report:
            before = role
    return roles


def _own_role(section: Section, year: int | None) -> bool | None:
    title = section.title
    if _REVIEW.search(title):
        return (
            None if _PLAN.search(title) and not re.search("回顾|总结|成就", title) else True
        )
    last = _last_year(title)
    if year is not None and last is not None:
        return last < year
    return False if _PLAN.search(title) else None


def _last_year(title: str) -> int | None:
    """The last year that a heading names, as 2025年 or as “十五五”."""
    years = [int(y) for y in _YEAR.findall(title)]
    spans = (five_year_span(name) for name in _FIVE_YEAR_NAME.findall(title))
    return max([*years, *(span[1] for span in spans if span)], default=None)
