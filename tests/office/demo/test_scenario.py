"""What happens in a quarter, in its order."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.model import Period
from paitou.office.demo.cast import (
    EXTENDED,
    LATE,
    RETURNED,
    STATISTICS,
    UNAPPROVED,
    UNCERTIFIED,
    UNENDORSED,
)
from paitou.office.demo.quarters import quarters_until
from paitou.office.demo.scenario import (
    Approve,
    Close,
    Correct,
    Fill,
    Publish,
    Return,
    Submit,
    finished_quarter,
    open_quarter,
)

ORGS = (
    RETURNED,
    UNAPPROVED,
    "YZ03",
    LATE,
    "YZ07",
    EXTENDED,
    UNCERTIFIED,
    UNENDORSED,
    STATISTICS,
)


@pytest.fixture(params=["2026-11-24", "2025-07-15", "2027-06-01"])
def today(request):
    return dt.date.fromisoformat(request.param)


def deeds(steps, kind):
    return [step.deed for step in steps if isinstance(step.deed, kind)]


def test_a_finished_quarter_is_approved_closed_corrected_and_published(today):
    quarter = quarters_until(today, Period.of_years(2024, 2026))[1]
    steps = finished_quarter(quarter, ORGS, has_late=False, has_correction=True)
    assert {deed.org for deed in deeds(steps, Approve)} == set(ORGS)
    assert len(deeds(steps, Close)) == len(deeds(steps, Correct)) == 1
    assert isinstance(steps[-1].deed, Publish)


def test_the_open_quarter_has_one_of_each(today):
    quarter = quarters_until(today, Period.of_years(2024, 2026))[-1]
    steps = open_quarter(quarter, ORGS)
    assert [deed.org for deed in deeds(steps, Approve)] == ["YZ03", "YZ07"]
    assert [deed.org for deed in deeds(steps, Return)] == [RETURNED]
    submitted = {deed.org for deed in deeds(steps, Submit)}
    assert {LATE, EXTENDED}.isdisjoint(submitted)
    assert next(d for d in deeds(steps, Fill) if d.org == LATE).cells == 3


def test_time_goes_on_and_stays_between_opening_and_today(today):
    quarter = quarters_until(today, Period.of_years(2024, 2026))[-1]
    times = [step.at for step in open_quarter(quarter, ORGS)]
    assert times == sorted(times)
    assert quarter.opens <= times[0].date() <= times[-1].date() < today
