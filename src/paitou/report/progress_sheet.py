"""A book, a day and a month → the 任务进展月报表, what is known filled in, else blank."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from attrs import frozen

from paitou.figures import Places
from paitou.model import (
    Book,
    Commitment,
    Period,
    PeriodKind,
    Standing,
    Statement,
    UsageError,
)
from paitou.render.sheet_page import SheetColumn, SheetPage, SheetRow, Tone
from paitou.render.sheets import workbook_bytes
from paitou.render.standing_words import standing_value
from paitou.report.assessment import Assessment, assess
from paitou.report.breakdown.rows import due_words, quota_value
from paitou.report.breakdown.target_words import target_words
from paitou.report.off_course import acting
from paitou.report.paper import frame_of, title_of
from paitou.report.programmes import groups_of
from paitou.report.records import record_of
from paitou.report.sentences import brief
from paitou.tables import Value, text_of
from paitou.tracking.cases import Kind
from paitou.tracking.milestones import Node, nodes_on
from paitou.tracking.wording import number

TITLE = "任务进展月报表"
#: practice.md §15.2, in this order.
_COLUMNS = (
    SheetColumn(title="序号", width=6, is_centred=True),
    SheetColumn(title="任务", width=34),
    SheetColumn(title="牵头单位", width=16, is_centred=True),
    SheetColumn(title="年度目标", width=16, is_centred=True),
    SheetColumn(title="本月完成", width=11, is_centred=True),
    SheetColumn(title="累计完成", width=17, is_centred=True),
    SheetColumn(title="完成率(%)", width=9, is_centred=True),
    SheetColumn(title="序时差(百分点)", width=9, is_centred=True),
    SheetColumn(title="进展文字", width=38),
    SheetColumn(title="问题", width=20),
    SheetColumn(title="需协调", width=16),
    SheetColumn(title="下月计划", width=22),
    SheetColumn(title="填报人", width=9, is_centred=True),
    SheetColumn(title="审核人(主要领导)", width=10, is_centred=True),
    SheetColumn(title="日期", width=10, is_centred=True),
)
_Cells: TypeAlias = tuple[Value, ...]
_NOTES = (
    "说明：已填的数由已报送和公布的数据得出，请核对；空格由填报单位填写，没有的写“/”。",
    "年度目标没有分解的，列方案的目标并注明“方案”；累计完成后的括号内是数据的时期。",
    "本表经单位主要领导审核后报送。",
)


def write_progress(
    book: Book, path: Path, *, as_of: dt.date, period: Period | None = None, org: str = ""
) -> None:
    """Write the form of a month as .xlsx; of one organisation where `org` names it."""
    page = progress_page(book, as_of, period, org)
    path.write_bytes(workbook_bytes((page,), TITLE))


def progress_page(
    book: Book, as_of: dt.date, period: Period | None = None, org: str = ""
) -> SheetPage:
    """Return the form of a month, the last before the day where none is named.

    Raises:
        UsageError: the period is no month or not over, or the organisation leads nothing.
    """
    month = period or _month_before(as_of)
    if month.kind is not PeriodKind.MONTH:
        raise UsageError("月报表按月编写，--period 请写成 2025-09 这样")
    if month.last_day >= as_of:
        raise UsageError(f"{month.label}到{as_of.isoformat()}还没有结束，请等月底后再编")
    desk = _Desk(book=book, assessment=assess(book, as_of), month=month)
    rows = tuple(desk.rows(org))
    if org and not rows:
        raise UsageError(f"方案没有由“{org}”牵头的任务，请核对单位名称")
    return SheetPage(
        name="月报表",
        title=f"{book.title}{TITLE}（{month.label}）",
        left=f"填报单位(盖章)：{org}",
        right="计量单位：随数值列出",
        frame=frame_of(book),
        columns=_COLUMNS,
        rows=rows,
        foot=_NOTES,
        frozen_columns=2,
    )


def _month_before(day: dt.date) -> Period:
    year, month = divmod(day.year * 12 + day.month - 2, 12)
    return Period(year, month + 1, year, PeriodKind.MONTH)


@frozen(kw_only=True)
class _Desk:
    """A book on a day, and the month that is reported on."""

    book: Book
    assessment: Assessment
    month: Period

    def rows(self, org: str) -> Iterator[SheetRow]:
        """Yield the rows under their programmes, those of one organisation where named."""
        place = 0
        for title, tasks in self._parts():
            ours = [cells for cells in tasks if not org or cells[1] == org]
            if not ours:
                continue
            across = (title, *("",) * (len(_COLUMNS) - 1))
            joined = (0, len(_COLUMNS) - 1)
            yield SheetRow(cells=across, tone=Tone.TASK, joined=joined)
            for cells in ours:
                place += 1
                blanks = ("",) * (len(_COLUMNS) - 1 - len(cells))
                yield SheetRow(cells=(str(place), *cells, *blanks))

    def _parts(self) -> Iterator[tuple[str, list[_Cells]]]:
        for group in groups_of(self.book.plan, self.assessment):
            tasks = [self._target(statement, one) for statement, one in group.pairs]
            yield title_of(group.section), tasks
        yield "定性任务和专项任务", [*map(self._commitment, self.book.plan.commitments)]
        nodes = nodes_on(self.book, self.assessment.as_of)
        yield "项目和任务节点", [_node(one) for one in nodes]

    def _target(self, statement: Statement, standing: Standing) -> _Cells:
        share, pace = standing.share, standing.pace_pp
        return (
            brief(statement),
            acting(self.book, statement),
            self._goal(statement),
            self._in_month(statement),
            _so_far(standing),
            "" if share is None else f"{share * 100:.1f}",
            "" if pace is None else f"{pace:+.1f}".replace("-", "−"),
            f"已知：{standing.reason}。" if standing.value is not None else "",
            standing.deviation,
        )

    def _commitment(self, item: Commitment) -> _Cells:
        who = self.book.assignment_of(item)
        return (item.quote, who.lead_org or "、".join(who.responsible_orgs[:1]))

    def _goal(self, statement: Statement) -> str:
        """The year's share as it was split, else the plan's target, which says so."""
        places = Places.of(self.book.orgs, self.book.title)
        year = Period.of_year(self.month.year)
        for quota in self.book.quotas_of(statement.id):
            is_whole = not quota.org or places.key(quota.org) == places.whole
            if is_whole and quota.period == year and quota.value is not None:
                unit = "" if quota.unit else statement.unit.text
                return f"{text_of(quota_value(quota))}{unit}"
        return f"方案：{target_words(statement)}"

    def _in_month(self, statement: Statement) -> str:
        """What was done in the month, where exactly that was reported."""
        standing, cases = self.assessment.of(statement.id)[0]
        if len(cases) != 1 or cases[0].kind is not Kind.FLOW:
            return ""
        found = record_of(cases[0], standing).at(self.month)
        return f"{number(found.value)}{standing.unit}" if found else ""


def _node(node: Node) -> _Cells:
    milestone = node.milestone
    told = (milestone.what, node.org, due_words(milestone.due))
    return (*told, "", "", "", "", f"{node.state.words}。", milestone.note)


def _so_far(standing: Standing) -> str:
    value = standing_value(standing)
    if not value or standing.period is None:
        return value
    return f"{value}（{standing.period.label}）"
