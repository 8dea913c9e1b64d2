import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Period
from paitou.office.reporting.workdays import read_calendar, work_calendar

CALENDAR = work_calendar()
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        ("2024-02-09", True),  # 除夕 was no holiday in 2024
        ("2024-02-18", True),  # a Sunday worked for the Spring Festival
        ("2024-05-11", True),
        ("2025-01-28", False),  # 除夕
        ("2025-10-08", False),
        ("2025-10-11", True),
        ("2026-01-02", False),
        ("2026-01-04", True),
        ("2026-09-20", True),
        ("2026-11-21", False),  # a plain Saturday
        ("2026-11-23", True),
    ],
)
def test_days_are_worked_as_the_notices_say(day, is_worked):
    assert CALENDAR.is_worked(dt.date.fromisoformat(day)) is is_worked


def test_every_year_names_its_notice():
    assert sorted(CALENDAR.sources) == [2024, 2025, 2026]
    assert all("国办发明电〔" in source for source in CALENDAR.sources.values())
    assert not CALENDAR.knows(dt.date(2027, 1, 1))


def test_of_a_year_without_notice_weekends_are_known():
    assert not CALENDAR.is_worked(dt.date(2027, 1, 2))
    assert CALENDAR.is_worked(dt.date(2027, 1, 4))


def test_a_term_that_ends_in_a_holiday_ends_on_the_next_working_day():
    assert CALENDAR.next_worked(dt.date(2025, 10, 1)) == dt.date(2025, 10, 9)
    assert CALENDAR.next_worked(dt.date(2026, 2, 14)) == dt.date(2026, 2, 14)


def test_a_quarter_is_due_some_working_days_after_its_end():
    assert CALENDAR.due(Period.parse("2025Q3"), 5) == dt.date(2025, 10, 14)
    assert CALENDAR.due(Period.parse("2025Q2"), 10) == dt.date(2025, 7, 14)


@given(DAYS, st.integers(0, 40))
def test_counting_days_forward_and_back_agrees(day, count):
    later = CALENDAR.after(day, count)
    assert CALENDAR.between(day, later) == count
    assert count == 0 or CALENDAR.is_worked(later)


@given(DAYS)
def test_the_next_working_day_is_worked_and_none_lies_between(day):
    found = CALENDAR.next_worked(day)
    assert CALENDAR.is_worked(found)
    assert CALENDAR.between(day - dt.timedelta(days=1), found) == 1


def test_a_day_of_another_year_is_refused():
    with pytest.raises(ValueError, match="别的年份"):
        read_calendar({"2027": {"source": "某通知", "off": ["2026-12-31"]}})
