import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.lifecycle.clocks import due_on, term
from paitou.lifecycle.shipped import preset
from paitou.model import UsageError

LIFE = preset("supervised-item")


class Weekdays:
    """Saturdays and Sundays off, nothing else."""

    def next_worked(self, day):
        while day.weekday() >= 5:
            day += dt.timedelta(days=1)
        return day

    def after(self, day, count):
        for _ in range(count):
            day = self.next_worked(day + dt.timedelta(days=1))
        return day

    def between(self, first, last):
        days = range(1, (last - first).days + 1)
        return sum((first + dt.timedelta(days=n)).weekday() < 5 for n in days)


CALENDAR = Weekdays()


def test_a_term_never_ends_on_a_day_off():
    # 3 March 2025 and 20 days is the 23rd, a Sunday.
    assert due_on(LIFE, "meeting", dt.date(2025, 3, 3), CALENDAR) == dt.date(2025, 3, 24)


def test_working_days_are_counted_as_such():
    assert due_on(LIFE, "urgent", dt.date(2025, 3, 6), CALENDAR) == dt.date(2025, 3, 13)


def test_an_unknown_limit_is_a_wrong_call():
    with pytest.raises(UsageError, match="meeting"):
        due_on(LIFE, "someday", dt.date(2025, 3, 6), CALENDAR)


@pytest.mark.parametrize(
    ("today", "words", "colour"),
    [
        (dt.date(2025, 3, 10), "还有10个工作日", ""),
        (dt.date(2025, 3, 20), "还有2个工作日", "蓝"),
        (dt.date(2025, 3, 24), "今天到期", "蓝"),
        (dt.date(2025, 3, 25), "逾期1天", "红"),
    ],
)
def test_the_time_that_is_left(today, words, colour):
    found = term(LIFE, "in_progress", dt.date(2025, 3, 24), today, CALENDAR)
    assert (found.words, found.colour) == (words, colour)


def test_what_is_closed_has_no_term():
    day = dt.date(2025, 3, 24)
    assert term(LIFE, "closed", day, day, CALENDAR) is None


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    st.integers(-400, 400),
)
def test_it_is_late_exactly_after_the_last_day(due, shift):
    today = due + dt.timedelta(days=shift)
    found = term(LIFE, "in_progress", due, today, CALENDAR)
    assert (found.late > 0) == (today > due)
    assert not (found.late and found.left)
