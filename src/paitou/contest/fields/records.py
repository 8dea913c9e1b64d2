"""The tables under contest/ of a folder → events, judges' marks and tasks of a contest."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from attrs import field, frozen

from paitou.contest.readings import Event
from paitou.figures.columns.times import day_of
from paitou.model import Issue, Level, Period, Quota
from paitou.review.columns import Row, rows_of
from paitou.tables import Sheet, parse_number
from paitou.text.view import fold

#: What tables of judges' marks are called: observation-2024Q1.csv.
OBSERVATION = re.compile(r"observation-(.+)")
_EVENT_TITLES = {
    "org": ("单位", "单位名称", "参评单位"),
    "day": ("日期", "发生日期", "时间"),
    "kind": ("种类", "类别", "类型"),
    "item": ("事项", "名称"),
    "points": ("分值", "分数", "加减分"),
    "reason": ("原因", "说明", "事由"),
    "document": ("文号", "依据", "来源"),
}
_TASK_TITLES = {
    "indicator": ("指标", "指标名称"),
    "org": ("单位", "单位名称", "承担单位"),
    "period": ("期别", "时期"),
    "value": ("数值", "目标值", "任务", "值"),
    "unit": ("计量单位",),
    "source": ("来源", "文号", "依据"),
}
Events = tuple[tuple[Event, ...], tuple[Issue, ...]]
Tasks = tuple[tuple[Quota, ...], tuple[Issue, ...]]


@frozen(kw_only=True)
class Records:
    """What a contest knows beside figures and quotas.

    Attributes:
        tasks: what an organisation is to reach, by the name of the indicator, where it is
            laid down for the contest and not split from the plan.
        observations: the tables of judges' marks, by period.
    """

    events: tuple[Event, ...] = ()
    tasks: tuple[Quota, ...] = ()
    observations: tuple[tuple[Period, Sheet], ...] = field(default=(), repr=False)


def read_events(sheet: Sheet) -> Events:
    """Return the events of a table; a row that cannot be read is left out and told."""
    rows, issues = rows_of(sheet, _EVENT_TITLES, ("org",))
    found, faults = [], list(issues)
    for row in rows:
        try:
            found.append(_event(row))
        except ValueError as error:
            faults.append(_row_issue(row, "event-unreadable", str(error)))
    faults += _twice(found)
    return tuple(found), tuple(faults)


def read_tasks(sheet: Sheet) -> Tasks:
    """Return what organisations are to reach in the contest, `statement` the indicator."""
    rows, issues = rows_of(sheet, _TASK_TITLES, ("indicator", "org", "period", "value"))
    found, faults = [], list(issues)
    for row in rows:
        try:
            found.append(_task(row))
        except ValueError as error:
            faults.append(_row_issue(row, "quota-unreadable", str(error)))
    return tuple(found), tuple(faults)


def period_of_observation(name: str) -> Period | None:
    """Return the period that the name of a table says, None where it says none."""
    found = OBSERVATION.fullmatch(name)
    try:
        return Period.parse(fold(found[1])) if found else None
    except ValueError:
        return None


def _event(row: Row) -> Event:
    if not row["org"] or not (row["kind"] or row["item"]):
        raise ValueError("没有写单位" if not row["org"] else "没有写种类或事项")
    return Event(
        org=row["org"],
        kind=row["item"] or row["kind"],
        sort=row["kind"],
        points=_points(row["points"]),
        reason=row["reason"],
        document=row["document"],
        day=_day(row["day"]),
        where=row.where,
    )


def _points(written: str) -> Decimal | None:
    cell = parse_number(written)
    if cell.is_none:
        return None
    if cell.value is None or cell.unit not in ("", "分"):
        raise ValueError(f"分值“{written[:20]}”不是数")
    return cell.value


def _day(written: str) -> dt.date | None:
    return day_of(written) if written else None


def _task(row: Row) -> Quota:
    cell = parse_number(row["value"])
    if not cell.is_none and cell.value is None:
        raise ValueError(f"“{row['value'][:20]}”不是单个数")
    return Quota(
        statement=row["indicator"],
        org=row["org"],
        period=Period.parse(fold(row["period"])),
        value=cell.value,
        unit=row["unit"] or cell.unit or None,
        source=row["source"],
        where=row.where,
    )


def _row_issue(row: Row, code: str, trouble: str) -> Issue:
    words = (f"{trouble}，这一行没有采用", "改正这一行后重新装载")
    return row.issue(code, *words, Level.ERROR)


def _twice(events: list[Event]) -> list[Issue]:
    """Return a warning for each event that a row above says already: it counts twice."""
    seen: dict[tuple[object, ...], str] = {}
    found = []
    for event in events:
        key = (event.org, event.kind, event.day, event.points, event.document)
        if key in seen:
            words = f"{event.org}的“{event.kind}”与{seen[key]}相同，计了两次"
            found.append(
                Issue(
                    code="event-twice",
                    level=Level.WARNING,
                    message=words,
                    remedy="是同一件事的，只留一行",
                    where=event.where,
                )
            )
        seen.setdefault(key, event.where)
    return found
