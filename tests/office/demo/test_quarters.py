"""Which quarters a demonstration reports, whatever the day."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.model import Period, UsageError
from paitou.office.demo.quarters import days_before, quarters_until

PLAN = Period.of_years(2024, 2026)


@pytest.mark.parametrize(
    ("today", "newest"),
    [
        ("2026-11-24", "2026Q3"),
        ("2026-10-12", "2026Q2"),
        ("2026-10-20", "2026Q3"),
        ("2025-02-10", "2024Q4"),
        ("2027-06-01", "2026Q4"),
        ("2031-01-05", "2026Q4"),
    ],
)
def test_the_newest_is_the_last_one_that_is_over_in_the_plan(today, newest):
    found = quarters_until(dt.date.fromisoformat(today), PLAN)
    assert found[-1].period == Period.parse(newest)
    assert len(found) == 3


@pytest.mark.parametrize("today", ["2026-11-24", "2025-07-15", "2027-06-01"])
def test_the_newest_was_due_two_working_days_ago(today):
    day = dt.date.fromisoformat(today)
    newest = quarters_until(day, PLAN)[-1]
    assert newest.opens < newest.due == days_before(day, 2) < day


def test_those_before_were_due_ten_working_days_after_their_end():
    first, second, _ = quarters_until(dt.date(2026, 11, 24), PLAN)
    assert (first.opens, first.due) == (dt.date(2026, 4, 1), dt.date(2026, 4, 15))
    assert second.due == dt.date(2026, 7, 14)


def test_a_clock_before_the_plan_is_told():
    with pytest.raises(UsageError, match="请检查这台电脑的日期"):
        quarters_until(dt.date(2024, 7, 1), PLAN)
