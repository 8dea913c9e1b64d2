"""A day and a plan's years → the three quarters that the demonstration reports."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from paitou.model import Period, UsageError
from paitou.office.reporting.rounds import USUAL_TERM
from paitou.office.reporting.workdays import work_calendar

#: How many working days a quarter is over before the demonstration reports it: enough for
#: forms to be filled, passed on, returned and late by the day that somebody looks.
_OVER = 8
#: How many working days ago the newest forms were due, so that a missing one is late.
_DUE = 2
_MANY = 3


@frozen(kw_only=True)
class Quarter:
    """A quarter that is reported: which, from which day, and until when."""

    period: Period
    opens: dt.date
    due: dt.date


def quarters_until(today: dt.date, plan: Period) -> tuple[Quarter, ...]:
    """Return three quarters in a row of the plan's years, the newest one still open.

    Raises:
        UsageError: by today's date the plan has no three quarters behind it.
    """
    latest = (plan.last, 4)
    while not _is_over(latest, today):
        latest = _before(latest)
    wanted = [latest]
    while len(wanted) < _MANY:
        wanted.insert(0, _before(wanted[0]))
    if wanted[0] < (plan.year, 1):
        raise UsageError(
            f"今天是 {today}，演示要用方案的前三个季度：请检查这台电脑的日期。"
        )
    *older, newest = (Period.parse(f"{year}Q{number}") for year, number in wanted)
    due = days_before(today, _DUE)
    return (*map(_usual, older), Quarter(period=newest, opens=_opens(newest), due=due))


def days_before(day: dt.date, count: int) -> dt.date:
    """Return the day that is `count` working days before a day."""
    while count > 0:
        day -= dt.timedelta(days=1)
        count -= work_calendar().is_worked(day)
    return day


def days_after(day: dt.date, count: int) -> dt.date:
    """Return the day that is `count` working days after a day."""
    return work_calendar().after(day, count)


def _usual(period: Period) -> Quarter:
    due = work_calendar().due(period, USUAL_TERM)
    return Quarter(period=period, opens=_opens(period), due=due)


def _opens(period: Period) -> dt.date:
    return days_after(period.last_day, 1)


def _is_over(quarter: tuple[int, int], today: dt.date) -> bool:
    year, number = quarter
    end = Period.parse(f"{year}Q{number}").last_day
    return days_after(end, _OVER) <= today


def _before(quarter: tuple[int, int]) -> tuple[int, int]:
    year, number = quarter
    return (year, number - 1) if number > 1 else (year - 1, 4)
