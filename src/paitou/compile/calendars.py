"""Sections and years → for each block whether it reviews or plans, and for which years.

A work report's 回顾 tells what was done (outcomes), its other parts what is to be done
(targets). A heading that says so decides for its section; a paragraph may open another era
(“十四五”时期…) which lasts until the section ends or the paragraph speaks of one year again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from paitou.compile.passage import Passage
from paitou.compile.when import Calendar, times
from paitou.model import Document, Section

_REVIEW = re.compile(
    r"回顾|总结|成就|成效|成绩|主要进展|工作情况|完成情况|执行情况|过去(?:的)?[一三五]年|现状|发展基础|基础和|形势|"
    r"发展环境|面临|背景|发展情况|取得|进展|机遇|重大意义|工作$|历程"
)
_PLAN = re.compile(
    r"目标|任务|安排|思路|要求|重点|建议|举措|打算|部署|展望|今后|未来|指导思想|总体|原则|工程|保障|措施|"
    r"实施|推进|加快|建设|构建|推动|提升|加强|深化|扩大|培育"
)
_STRONG_REVIEW = re.compile(r"回顾|总结|成就|工作情况|完成情况|执行情况|发展基础|现状|形势|发展环境|取得")
_FIVE_YEARS_REVIEWED = re.compile(
    r"^.{0,12}?(?:[“\"]?(?P<plan>[五六七八九]五|十五|十[一二三四五六]五)[”\"]?(?:时期|期间|以来|规划)|(?:过去|这|五)(?:的)?五?年(?:来)?)"
)
_ONE_YEAR_REVIEWED = re.compile(r"^.{0,8}?(?:过去一年|一年来|(?P<year>20\d\d)年(?:是|,|、|以来|工作|全))")
_TURN = re.compile(r"^.{0,30}?(?:(?:今年|(?P<year>20\d\d)年)(?:,|是|的|经济|全省|全市|工作|主要|发展|我).{0,40}(?:目标|任务|重点|做好|关键|要求)|做好今年|今后五年|未来五年)")


def calendars(document: Document, passages: Sequence[Passage]) -> Iterator[Calendar]:
    """Yield the calendar of each passage, in order."""
    reader = _Reader(document)
    for passage in passages:
        yield reader.calendar_of(passage)


class _Reader:
    """Walks the passages in order, keeping the era that a paragraph opened."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._reviews = [None] * 0
        self._roles = _roles(document)
        self._plain = _calendar(document, is_review=False)
        self._past = _calendar(document, is_review=True)
        self._section = -2
        self._era: Calendar | None = None
        self._turned = not self._starts_with_review(document)
        self._lead: Calendar | None = None

    def _starts_with_review(self, document: Document) -> bool:
        """A report without headings that tell: the review comes first."""
        return document.year is not None and not any(r is True for r in self._roles)

    def calendar_of(self, passage: Passage) -> Calendar:
        section = passage.block.section
        if section != self._section:
            self._section, self._era, self._lead = section, None, None
        role = self._roles[section] if 0 <= section < len(self._roles) else None
        is_review = self._is_review(role, passage)
        base = self._past if is_review else self._plain
        if is_review:
            self._open_era(passage, base)
            return self._era or base
        return self._led(passage, base)

    def _is_review(self, role: bool | None, passage: Passage) -> bool:
        if role is not None:
            return role
        if not self._turned and _TURN.match(passage.text):
            self._turned = True
        return not self._turned

    def _open_era(self, passage: Passage, base: Calendar) -> None:
        head = passage.text[:60]
        if found := _FIVE_YEARS_REVIEWED.match(head):
            said = next(iter(times(head, 0, found.end(), base)), None)
            if said is not None and said.is_span:
                self._era = evolve(base, first=said.start, last=said.end, source="section")
            elif base.year is not None and found["plan"] is None:
                self._era = evolve(base, first=base.year - 5, last=base.year - 1, source="section")
        elif _ONE_YEAR_REVIEWED.match(head):
            self._era = None

    def _led(self, passage: Passage, base: Calendar) -> Calendar:
        """A lead-in such as 到2020年,主要目标是: governs the bullets after it."""
        calendar = self._lead or base
        text = passage.text
        if text.endswith((":", ":")) or (passage.sentences and "目标" in text[:40]):
            said = [t for t in times(text, 0, min(len(text), 60), base) if not t.compares]
            if said and text.rstrip().endswith(":"):
                first = said[-1].start if said[-1].is_span else base.first
                if first is not None and first > said[-1].end:
                    first = said[-1].end
                self._lead = evolve(base, first=first, last=said[-1].end, source="section")
        return calendar


def _calendar(document: Document, *, is_review: bool) -> Calendar:
    period, year = document.period, document.year
    if period is None and year is None:
        return Calendar(year=None, first=None, last=None, is_review=is_review)
    if not is_review:
        first, last = (period.start, period.end) if period else (year, year)
        return Calendar(year=year or first, first=first, last=last)
    last = (year - 1) if _is_annual(document) and year else (period.start - 1 if period else year)
    return Calendar(year=year or last, first=last, last=last, is_review=True)


def _is_annual(document: Document) -> bool:
    return document.period is None or document.period.start == document.period.end


def _roles(document: Document) -> list[bool | None]:
    """For each section whether it reviews (True), plans (False), or does not tell (None)."""
    roles: list[bool | None] = []
    for section in document.sections:
        parent = roles[section.parent] if section.parent >= 0 else None
        own = _own_role(section, document)
        roles.append(own if parent is None or (own is True and _STRONG_REVIEW.search(section.title)) else parent)
    if not any(r is True for r in roles) and _is_annual(document):
        return roles
    return [False if r is None and document.period is not None and not _is_annual(document) else r for r in roles]


def _own_role(section: Section, document: Document) -> bool | None:
    title = section.title
    review, plan = bool(_REVIEW.search(title)), bool(_PLAN.search(title))
    if _STRONG_REVIEW.search(title) and not re.search("目标|任务|安排|要求", title):
        return True
    if review and not plan:
        return True
    if review and document.year is not None and str(document.year - 1) in title:
        return True
    if plan and section.level <= 2:
        return False
    return None
