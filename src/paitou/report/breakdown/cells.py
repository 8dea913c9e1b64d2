"""The cells of a filled-in row → who answers, corrections, nodes and quotas, or faults."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias, TypeVar

from attrs import define, evolve, field

from paitou.model import (
    Assignment,
    Correction,
    Issue,
    Level,
    Nature,
    Period,
    Quota,
    Rhythm,
    Statement,
    Unit,
)
from paitou.report.breakdown.dates import read_due, split_due
from paitou.report.breakdown.fields import Field, Target
from paitou.report.breakdown.filled import FilledRow
from paitou.report.breakdown.rows import Item, deadline_words
from paitou.report.breakdown.target_words import read_target
from paitou.review.words import choices_of, choose
from paitou.tables import Content, NumberCell, parse_number
from paitou.text.view import fold

Choice = TypeVar("Choice", bound=StrEnum)
#: When something is due.
Due: TypeAlias = Period | dt.date

_LISTED = re.compile(r"\s*[、,，;；\n]\s*")
_LINES = re.compile(r"\s*[\n;；]\s*")
_CLEARING = ("/", "／")
_DEADLINE = "完成时限"
_UNREADABLE = "breakdown-cell-unreadable"
#: Fields of an assignment, and what stands for the note and for the nodes.
NOTE, NODES = "note", "milestones"
_CLEARED: dict[Field, tuple[str, ...]] = {
    Field.LEADER: ("lead_official",),
    Field.LEAD: ("lead_org", "second_lead"),
    Field.RESPONSIBLE: ("responsible_orgs",),
    Field.SUPPORT: ("supporting_orgs",),
    Field.LIAISON: ("liaison",),
    Field.DATA_SOURCE: ("data_source",),
    Field.NATURE: ("nature",),
    Field.RHYTHM: ("rhythm",),
    Field.NOTE: (NOTE,),
    Field.NODES: (NODES,),
}


@define
class CellReader:
    """Reads the cells of one row; `issues` gathers what is wrong with them."""

    row: FilledRow
    issues: list[Issue] = field(factory=list)

    def cleared(self) -> frozenset[str]:
        """Return the names of what a "/" takes away."""
        return frozenset(
            name
            for target, names in _CLEARED.items()
            if self.row.get(target) in _CLEARING
            for name in names
        )

    def assignment(self) -> Assignment:
        """Return who answers, as far as the row says."""
        leads = self._list(Field.LEAD)
        if len(leads) > 2:
            message = f"写了 {len(leads)} 个牵头单位，只采用前两个"
            remedy = "牵头单位写一个，最多两个并列，其余改列责任单位"
            self.add("breakdown-too-many-leads", message, remedy, Field.LEAD, Level.WARNING)
        return Assignment(
            lead_official=self._text(Field.LEADER),
            lead_org="".join(leads[:1]),
            second_lead="".join(leads[1:2]),
            responsible_orgs=self._list(Field.RESPONSIBLE),
            supporting_orgs=self._list(Field.SUPPORT),
            liaison=self._text(Field.LIAISON),
            data_source=self._text(Field.DATA_SOURCE),
            nature=self._choice(Field.NATURE, Nature),
            rhythm=self._choice(Field.RHYTHM, Rhythm),
        )

    def note(self) -> str:
        """Return the remark of the row."""
        return self._text(Field.NOTE)

    def correction(self, item: Item) -> Correction:
        """Return what the row says otherwise than the plan of indicator and target."""
        named = self._text(Field.INDICATOR)
        if not isinstance(item, Statement):
            return Correction(
                object=named if named and not _same(named, item.object) else None
            )
        correction = Correction()
        if written := self._text(Field.TARGET):
            try:
                correction = read_target(item, written)
            except ValueError as error:
                self._wrong(Field.TARGET, str(error), "只写一个数或区间，单位同原文")
        if named and not _same(named, item.indicator):
            correction = evolve(correction, indicator=named)
        return correction

    def says_otherwise(self, item: Item) -> bool:
        """Return whether the target in the row is another than the plan's."""
        written = self._text(Field.TARGET)
        if not isinstance(item, Statement) or not written:
            return False
        try:
            return bool(read_target(item, written).changed)
        except ValueError:
            return True

    def nodes(self, stated: str) -> Iterator[tuple[str, Due]]:
        """Yield what is to be done by when; a deadline unlike the stated one is a node."""
        deadline = self._text(Field.DEADLINE)
        if deadline and not _same(deadline, stated):
            try:
                due = read_due(deadline)
            except ValueError as error:
                message, remedy = (
                    f"{error}，这一格没有采用",
                    "写成 2025年6月，没有时限的留空",
                )
                self.add(_UNREADABLE, message, remedy, Field.DEADLINE, Level.WARNING)
            else:
                if not _ends_with(due, stated):
                    yield _DEADLINE, due
        for line in filter(None, _LINES.split(self._text(Field.NODES))):
            try:
                due, what = split_due(line)
            except ValueError as error:
                self._wrong(Field.NODES, str(error), "一行一个，如 2024年6月：完成可研批复")
            else:
                yield what or _DEADLINE, due

    def quotas(self, statement: Statement) -> Iterator[Quota]:
        """Yield what falls to each period; an empty cell is nothing, "/" no share."""
        for target in self.row.cells:
            if isinstance(target, Period):
                yield from self.quota(statement, "", target, target)

    def quota(
        self, statement: Statement, org: str, period: Period, target: Target
    ) -> Iterator[Quota]:
        """Yield the quota in one cell, if there is one."""
        text = self.row.get(target)
        cell = parse_number(text)
        if cell.content in (Content.UNREAD, Content.RANGE):
            self._wrong(target, f"“{text[:20]}”不是单个数", "只写一个数；没有份额填“/”")
            return
        if cell.qualifier:
            message = f"“{text}”按 {cell.value} 采用，“{cell.qualifier}”以方案原文为准"
            self.add("quota-qualified", message, "分解值只写数", target, Level.HINT)
        unit = cell.unit if cell.unit != statement.unit.text else ""
        if unit and Unit.parse(unit).base != statement.unit.base:
            message = f"计量单位“{unit}”和目标的“{statement.unit.text}”不是同一种"
            remedy = "核对是否填错了行；没有填错可以不管"
            self.add("breakdown-unit-differs", message, remedy, target, Level.WARNING)
        if _looks_like_share(cell, statement):
            message = f"“{text}”按 {text}% 采用；原意若是 {cell.value:.0%}，请改写"
            remedy = "百分数连同 % 一起写"
            self.add("breakdown-share-doubtful", message, remedy, target, Level.WARNING)
        yield Quota(
            statement=statement.id,
            org=org,
            period=period,
            value=cell.value,
            unit=unit or None,
            source=self._text(Field.BASIS),
            quote=statement.quote,
            where=self.row.where(target),
        )

    def _text(self, target: Field) -> str:
        text = self.row.get(target)
        return "" if text in _CLEARING else text

    def _list(self, target: Field) -> tuple[str, ...]:
        parts = _LISTED.split(self._text(target))
        return tuple(dict.fromkeys(part for part in parts if part))

    def _choice(self, target: Field, choices: type[Choice]) -> Choice | None:
        written = self._text(target)
        found = choose(choices, written) if written else None
        if written and found is None:
            self._wrong(target, f"“{written}”不在可选之列", f"填 {choices_of(choices)}")
        return found

    def _wrong(self, target: Target, trouble: str, remedy: str) -> None:
        message = f"{trouble}，这一格没有采用"
        self.add(_UNREADABLE, message, remedy, target, Level.ERROR)

    def add(
        self, code: str, message: str, remedy: str, at: Target | None, level: Level
    ) -> None:
        """Add an issue that stands in a cell of the row, or in the whole of it."""
        self.issues.append(self.row.issue(code, message, remedy, at=at, level=level))


def stated_deadline(item: Item) -> str:
    """Return the deadline that the plan states, as it stands in the sheet."""
    return deadline_words(item) if isinstance(item, Statement) else ""


def _same(left: str, right: str) -> bool:
    return "".join(fold(left).split()) == "".join(fold(right).split())


def _ends_with(due: Due, stated: str) -> bool:
    """Return whether both end on one day: 2025年12月底 says no more than 2025年底."""
    try:
        known = read_due(stated)
    except ValueError:
        return False
    return _day(due) == _day(known)


def _day(due: Due) -> dt.date:
    return due.last_day if isinstance(due, Period) else due


def _looks_like_share(cell: NumberCell, statement: Statement) -> bool:
    """Return whether 0.26 may mean 26%: the target is in whole percents."""
    if statement.unit.text != "%" or cell.unit or cell.value is None:
        return False
    is_whole = isinstance(statement.value, Decimal) and abs(statement.value) >= 2
    return is_whole and 0 < abs(cell.value) < 1
