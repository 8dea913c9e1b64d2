"""A year and the calendar → its twelve months, each day with what it is."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence

from attrs import frozen

from paitou.office.reporting.models import CalendarChange
from paitou.office.reporting.workdays import WorkCalendar

_SATURDAY = 5
_WEEK = calendar.Calendar()
#: What a sort of day is marked with.
MARKS = {"off": "休", "work": "班", "weekend": "", "": ""}


@frozen(kw_only=True)
class Day:
    """A day of a month: `sort` is off, work or weekend where it is special."""

    date: dt.date
    sort: str
    is_today: bool

    @property
    def mark(self) -> str:
        """Return the sign that stands beside it."""
        return MARKS[self.sort]


@frozen(kw_only=True)
class Month:
    """A month by weeks, Monday first; None fills up the first and the last."""

    number: int
    weeks: tuple[tuple[Day | None, ...], ...]
    worked: int


@frozen(kw_only=True)
class CalendarPage:
    """The page of a year.

    Attributes:
        source: the notice; empty where none is known, so that only weekends count.
        off, worked: the days that the notice and changes shift, as spans.
    """

    year: int
    source: str
    months: tuple[Month, ...]
    off: tuple[str, ...]
    worked: tuple[str, ...]
    changes: tuple[CalendarChange, ...]

    @property
    def worked_days(self) -> int:
        """Return how many days of the year are worked."""
        return sum(month.worked for month in self.months)


def calendar_page(
    year: int,
    known: WorkCalendar,
    changes: Sequence[CalendarChange],
    today: dt.date,
) -> CalendarPage:
    """Return the page of a year for a day."""
    return CalendarPage(
        year=year,
        source=known.sources.get(year, ""),
        months=tuple(_month(year, number, known, today) for number in range(1, 13)),
        off=spans(day for day in known.off if day.year == year),
        worked=spans(day for day in known.worked if day.year == year),
        changes=tuple(changes),
    )


def spans(days: Iterable[dt.date]) -> tuple[str, ...]:
    """Return days as spans in words: 2月15日—23日, 4月4日—6日."""
    found: list[list[dt.date]] = []
    for day in sorted(days):
        if found and day - found[-1][-1] == dt.timedelta(days=1):
            found[-1].append(day)
        else:
            found.append([day])
    return tuple(_span(each[0], each[-1]) for each in found)


def _span(first: dt.date, last: dt.date) -> str:
    begins = f"{first.month}月{first.day}日"
    if first == last:
        return begins
    month = "" if first.month == last.month else f"{last.month}月"
    return f"{begins}—{month}{last.day}日"


def _month(year: int, number: int, known: WorkCalendar, today: dt.date) -> Month:
    weeks = tuple(
        tuple(
            Day(date=day, sort=_sort(day, known), is_today=day == today)
            if day.month == number
            else None
            for day in week
        )
        for week in _WEEK.monthdatescalendar(year, number)
    )
    days = [day for week in weeks for day in week if day]
    worked = sum(known.is_worked(day.date) for day in days)
    return Month(number=number, weeks=weeks, worked=worked)


def _sort(day: dt.date, known: WorkCalendar) -> str:
    if day in known.worked:
        return "work"
    if day in known.off:
        return "off"
    return "weekend" if day.weekday() >= _SATURDAY else ""
