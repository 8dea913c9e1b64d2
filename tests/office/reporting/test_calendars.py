"""Tests of the calendar with what the office entered: founded, journalled, cancelled."""

import datetime as dt

import pytest
from attrs import evolve

from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.journal.models import Entry
from paitou.office.journal.verifying import verify
from paitou.office.reporting.calendars import (
    Wanted,
    cancel_days,
    office_calendar,
    set_days,
)
from paitou.office.reporting.form_page import term_of
from paitou.office.reporting.workdays import work_calendar

NOTICE = Wanted(
    year=2027,
    is_notice=True,
    off="2027-01-01/2027-01-03，2027-02-06/2027-02-12、2027-10-01至2027-10-07",
    work="2027-02-20",
    source="国务院办公厅关于2027年部分节假日安排的通知",
)
LOCAL = Wanted(
    year=2026, is_notice=False, off="2026-04-08", source="市政府通告", reason="泼水节"
)


def enter(desk, wanted, login="office"):
    actor = desk.actor(login)
    return perform(actor, set_days, actor, wanted)


def test_a_years_notice_is_entered_and_counts(desk):
    assert not work_calendar().knows(dt.date(2027, 2, 8))
    enter(desk, NOTICE, "planner")
    calendar = office_calendar()
    assert calendar.sources[2027] == NOTICE.source
    assert not calendar.is_worked(dt.date(2027, 10, 7))
    assert calendar.is_worked(dt.date(2027, 2, 20))
    assert Entry.objects.last().words == "调整工作日历"
    assert not [words for words in verify().strays if words.startswith("calendar")]


def test_a_local_change_moves_the_days_that_are_left(desk):
    before = term_of(desk.form(), dt.date(2026, 4, 1)).words
    row = enter(desk, LOCAL)
    after = term_of(desk.form(), dt.date(2026, 4, 1)).words
    assert (before, after) == ("还有9个工作日", "还有8个工作日")
    actor = desk.actor("planner")
    perform(actor, cancel_days, actor, row.pk, "录错了")
    assert term_of(desk.form(), dt.date(2026, 4, 1)).words == before
    assert not [words for words in verify().strays if words.startswith("calendar")]


def test_the_last_entry_counts(desk):
    enter(desk, LOCAL)
    enter(desk, evolve(LOCAL, off="", work="2026-04-08", reason="改为上班"))
    assert office_calendar().is_worked(dt.date(2026, 4, 8))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"off": "", "work": ""}, "请写明"),
        ({"off": "二月六日"}, "2027-02-06"),
        ({"off": "2027-02-30"}, "2027-02-06"),
        ({"off": "2027-02-12/2027-02-06"}, "写反"),
        ({"off": "2026-12-31"}, "不是2027年"),
        ({"off": "2027-01-01/2027-12-31"}, "最多60天"),
        ({"off": "2027-01-01/9999-12-31"}, "最多60天|不是2027年"),
        ({"off": "2027-02-20"}, "既写了放假又写了上班"),
        ({"off": "2027-02-06," * 190}, "最多60天"),
        ({"source": " "}, "依据"),
        ({"is_notice": False}, "原因"),
        ({"year": 0}, "年份"),
        ({"year": 2026, "off": "2026-01-01", "work": ""}, "已经有了"),
    ],
)
def test_what_is_not_founded_or_no_day_is_refused(desk, change, words):
    with pytest.raises(Refused, match=words):
        enter(desk, evolve(NOTICE, **change))


def test_a_notice_is_entered_once(desk):
    enter(desk, NOTICE)
    with pytest.raises(Refused, match="已经有了"):
        enter(desk, NOTICE)


@pytest.mark.parametrize("login", ["clerk", "head", "leader", "appraiser", "system"])
def test_only_planning_and_supervision_enter_days(desk, login):
    with pytest.raises(NotAllowed):
        enter(desk, LOCAL, login)


def test_what_is_cancelled_is_cancelled_once_and_with_a_reason(desk):
    row = enter(desk, LOCAL)
    actor = desk.actor("office")
    with pytest.raises(Refused, match="原因"):
        perform(actor, cancel_days, actor, row.pk, " ")
    perform(actor, cancel_days, actor, row.pk, "录错了")
    with pytest.raises(Refused, match="已经撤销"):
        perform(actor, cancel_days, actor, row.pk, "录错了")
