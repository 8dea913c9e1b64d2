"""What the demonstration's leaders ordered, whatever the day."""

import datetime as dt

import pytest

from paitou.office.demo.matters import Proceed, Register, Urge, matters_until
from paitou.office.reporting.workdays import work_calendar

DAYS = ["2026-11-24", "2026-02-20", "2026-10-09", "2025-07-15", "2027-01-04"]


@pytest.fixture(params=DAYS)
def today(request):
    return dt.date.fromisoformat(request.param)


def test_every_step_has_a_time_of_its_own_before_the_day(today):
    times = [one.at for one in matters_until(today)]
    assert times == sorted(set(times))
    assert times[-1].date() <= today


def test_everything_is_registered_before_anything_is_done_about_it(today):
    known = set()
    for planned in matters_until(today):
        if isinstance(planned.deed, Register):
            known.add(planned.deed.key)
        assert planned.deed.key in known
    assert len(known) == 4


def test_one_is_done_and_one_was_urged(today):
    deeds = [one.deed for one in matters_until(today)]
    closed = [one.key for one in deeds if isinstance(one, Proceed) and one.move == "close"]
    assert closed == ["overlap"]
    assert [one.key for one in deeds if isinstance(one, Urge)] == ["housing"]


def test_every_source_says_that_it_is_made_up(today):
    sources = [
        d.source for d in (p.deed for p in matters_until(today)) if hasattr(d, "source")
    ]
    assert all("（模拟）" in source for source in sources)


def test_the_office_works_on_working_days(today):
    days = {one.at.date() for one in matters_until(today)}
    assert all(work_calendar().is_worked(day) for day in days)
