"""The notices that ship and what the office entered → the calendar that terms go by."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen
from django.utils import timezone

from paitou.office.journal.actions import Done, Refused
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.reporting.kept import calendar_state, subject_of
from paitou.office.reporting.models import CalendarChange
from paitou.office.reporting.workdays import WorkCalendar, days_of, work_calendar

#: More days than this in one entry are a slip of the pen.
MOST_DAYS = 60
#: Years that somebody may mean.
YEARS = range(2000, 2101)
_PARTS = re.compile(r"[\s,，、;；]+")


@frozen(kw_only=True)
class Wanted:
    """What somebody wants to enter: days as they typed them, source and reason."""

    year: int
    is_notice: bool
    off: str = ""
    work: str = ""
    source: str = ""
    reason: str = ""


def office_calendar() -> WorkCalendar:
    """Return China's calendar with what the office entered."""
    rows = list(CalendarChange.objects.filter(cancelled_on=None))
    rows.sort(key=lambda row: (not row.is_notice, row.pk))
    return changed(work_calendar(), rows) if rows else work_calendar()


def changes_of(year: int) -> tuple[CalendarChange, ...]:
    """Return what the office entered for a year, cancelled ones too."""
    return tuple(CalendarChange.objects.filter(year=year))


def set_days(actor: Actor, wanted: Wanted) -> Done[CalendarChange]:
    """Enter a year's notice, or a local change of some days."""
    actor.must(Right.OPEN_ROUND)
    if wanted.year not in YEARS:
        raise Refused("年份写成四位数，如 2027。")
    off, work = _read(wanted.off, wanted.year), _read(wanted.work, wanted.year)
    if not (off or work):
        raise Refused("请写明哪些日子放假、哪些周末上班。")
    if both := sorted(set(_all(off)) & set(_all(work))):
        raise Refused(f"{both[0]} 既写了放假又写了上班，请改正。")
    _must_be_founded(wanted)
    row = CalendarChange.objects.create(
        year=wanted.year,
        is_notice=wanted.is_notice,
        off=off,
        work=work,
        source=wanted.source.strip()[:200],
        reason=wanted.reason.strip()[:200],
        post=actor.who.post,
        at=timezone.now(),
    )
    change = Change(
        action="reporting.set_days",
        subject=subject_of(row),
        reason=row.reason,
        after=calendar_state(row),
    )
    return Done(row, (change,))


def cancel_days(actor: Actor, number: int, reason: str) -> Done[CalendarChange]:
    """Let an entry count for nothing; it stays to be seen."""
    actor.must(Right.OPEN_ROUND)
    row = CalendarChange.objects.select_for_update().filter(pk=number).first()
    if row is None or row.cancelled_on is not None:
        raise Refused("没有这一条，或者已经撤销了。")
    if not reason.strip():
        raise Refused("撤销要写明原因。")
    before = calendar_state(row)
    row.cancelled_on = timezone.localdate()
    row.save(update_fields=["cancelled_on"])
    change = Change(
        action="reporting.cancel_days",
        subject=subject_of(row),
        reason=reason.strip()[:200],
        before=before,
        after=calendar_state(row),
    )
    return Done(row, (change,))


def _must_be_founded(wanted: Wanted) -> None:
    if not wanted.source.strip():
        raise Refused("请写明依据（通知名称和文号）。")
    if not wanted.is_notice:
        if not wanted.reason.strip():
            raise Refused("本地调整要写明原因。")
        return
    known = wanted.year in work_calendar().sources
    entered = CalendarChange.objects.filter(
        year=wanted.year, is_notice=True, cancelled_on=None
    )
    if known or entered.exists():
        told = f"{wanted.year}年的放假安排已经有了"
        raise Refused(f"{told}；个别日子有变动的，请按本地调整录入。")


def _read(text: str, year: int) -> list[str]:
    """Return days and spans as they are kept: 2027-02-06, 2027-02-06/2027-02-12."""
    written = [part for part in _PARTS.split(text.strip()) if part]
    spans = [
        part.replace("至", "/").replace("—", "/").replace("~", "/") for part in written
    ]
    try:
        days = _all(spans)
    except (ValueError, OverflowError) as fault:
        words = "请把日子写成 2027-02-06，连着几天写成 2027-02-06/2027-02-12"
        raise Refused(f"{words}，几段之间用逗号。") from fault
    if any(day.year != year for day in days):
        raise Refused(f"里面有不是{year}年的日子，请分年录入。")
    if len(days) > MOST_DAYS or not all(_all([span]) for span in spans):
        raise Refused(f"一次最多{MOST_DAYS}天，起止不要写反。")
    return spans


def _all(spans: Sequence[str]) -> list[dt.date]:
    return list(days_of(spans, MOST_DAYS + 1))


def changed(calendar: WorkCalendar, rows: Iterable[CalendarChange]) -> WorkCalendar:
    """Return a calendar with entries applied in their order: the last one counts."""
    off, worked = set(calendar.off), set(calendar.worked)
    sources = dict(calendar.sources)
    for row in rows:
        free, busy = set(_all(row.off)), set(_all(row.work))
        off, worked = (off | free) - busy, (worked | busy) - free
        if row.is_notice:
            sources[row.year] = row.source
    return evolve(calendar, off=frozenset(off), worked=frozenset(worked), sources=sources)
