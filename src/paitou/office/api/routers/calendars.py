"""The working-day calendar: a year of it, notices and local changes entered, called off."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from paitou.compile.record import Record
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import SIGNED_IN, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting
from paitou.office.api.values import WHOLE, Given, Line, Reasoned, Short, Taken
from paitou.office.journal.actions import perform
from paitou.office.people.roles import Right
from paitou.office.reporting.calendars import (
    MOST_DAYS,
    YEARS,
    Wanted,
    cancel_days,
    changes_of,
    office_calendar,
    set_days,
)
from paitou.office.reporting.models import CalendarChange

desk = Desk("工作日历")
_ENTERING = use(Scope.OVERSEE, Right.OPEN_ROUND)
Year = Annotated[int, Field(ge=YEARS[0], le=YEARS[-1]), WHOLE]
Spans = Annotated[
    list[Short],
    Field(
        max_length=MOST_DAYS,
        description="2027-02-06，连着几天写成 2027-02-06/2027-02-12",
    ),
]


class ChangeOut(Given):
    """What somebody entered, as they wrote it; `cancelled_on` where it was called off."""

    id: int
    year: int
    is_notice: bool
    off: list[str]
    work: list[str]
    source: str
    reason: str
    post: str
    at: dt.datetime
    cancelled_on: dt.date | None


class CalendarOut(Given):
    """A year: weekdays off, weekends worked, and the notice; without one only weekends."""

    year: int
    source: str
    off: list[dt.date]
    work: list[dt.date]
    changes: list[ChangeOut]


class DaysIn(Taken):
    """A year's notice, or a local change of some days, with what it rests on."""

    year: Year
    is_notice: bool
    off: Spans = []  # noqa: RUF012 (pydantic copies)
    work: Spans = []  # noqa: RUF012
    source: Line
    reason: Line = ""


@desk.reads(
    "/calendar/{int:year}",
    CalendarOut,
    use(Scope.READ, rule=SIGNED_IN),
    told="查看一年的工作日历：放假、调休上班、依据和本单位的调整。",
)
def get_calendar(request: Asking, year: int) -> Record:  # noqa: ARG001
    """Return the calendar of a year."""
    if year not in YEARS:
        raise Stopped(404)
    known = office_calendar()
    return {
        "year": year,
        "source": known.sources.get(year, ""),
        "off": sorted(day for day in known.off if day.year == year),
        "work": sorted(day for day in known.worked if day.year == year),
        "changes": [_change(row) for row in changes_of(year)],
    }


@desk.changes(
    "/calendar",
    ChangeOut,
    _ENTERING,
    told="录入一年的放假通知，或者本地的调整。",
)
def enter_days(request: Asking, wanted: DaysIn) -> Record:
    """Enter a notice or a local change."""
    actor = acting(request)
    told = Wanted(
        year=wanted.year,
        is_notice=wanted.is_notice,
        off=",".join(wanted.off),
        work=",".join(wanted.work),
        source=wanted.source,
        reason=wanted.reason,
    )
    return _change(perform(actor, set_days, actor, told))


@desk.changes(
    "/calendar/changes/{int:number}/cancel",
    ChangeOut,
    _ENTERING,
    told="撤销一条录入，写明原因；撤销的仍可查看。",
)
def cancel_entered_days(request: Asking, number: int, why: Reasoned) -> Record:
    """Let an entry count for nothing."""
    actor = acting(request)
    if not CalendarChange.objects.filter(pk=number).exists():
        raise Stopped(404)
    return _change(perform(actor, cancel_days, actor, number, why.reason))


def _change(row: CalendarChange) -> Record:
    names = (name for name in ChangeOut.model_fields if name != "id")
    said: Record = {name: getattr(row, name) for name in names}
    return said | {"id": row.pk}
