"""Which forms wait for somebody, are due, late, or on their way."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from paitou.office.journal.actions import perform
from paitou.office.reporting.actions import send_back
from paitou.office.reporting.rounds import extend
from paitou.office.reporting.work import count_of, round_states, waiting_for, work_of


def work(desk, login):
    return work_of(desk.actor(login), timezone.localdate())


def test_a_clerk_sees_the_form_and_the_working_days_left(desk):
    found = work(desk, "clerk")
    assert [item.submission.org for item in found.to_fill] == ["YZ01"]
    assert found.to_fill[0].term.words == "还有9个工作日"
    assert found.parts == ("1张表等您填报",)


def test_what_was_returned_says_why(desk):
    desk.submit()
    head, form = desk.actor("head"), desk.form()
    perform(head, send_back, head, form.pk, form.turn, "单位写错")
    (item,) = work(desk, "clerk").to_fill
    assert item.returned_for == "单位写错"
    assert item.filled == item.asked


def test_what_was_sent_stands_on_its_way_and_then_done(desk):
    desk.submit()
    found = work(desk, "clerk")
    assert found.to_fill == ()
    assert [i.submission.label for i in found.on_the_way] == ["待单位审核"]
    desk.pass_on("head")
    desk.pass_on("office")
    assert [i.submission.label for i in work(desk, "clerk").done] == ["已核定"]


def test_a_head_endorses_and_the_office_approves(desk):
    desk.submit()
    assert len(work(desk, "head").to_endorse) == 1
    assert work(desk, "office").to_approve == ()
    desk.pass_on("head")
    assert [i.submission.org for i in work(desk, "office").to_approve] == ["YZ01"]


def test_nobody_reviews_what_they_filled_in(desk):
    desk.fill("head")
    desk.submit("head")
    assert waiting_for(desk.actor("head"), timezone.localdate()) == ()
    assert len(work(desk, "deputy").to_endorse) == 1


def test_overseers_see_who_is_late_by_their_own_last_day(desk, on_day):
    office = desk.actor("office")
    later = dt.date(2026, 4, 24)
    perform(office, extend, office, desk.round.pk, "YZ01", later, "数据晚出")
    today = on_day("2026-04-17")
    (state,) = round_states(today)
    assert "东溪区" not in {each.name for each in state.laggards}
    assert state.late == state.missing - 1


@pytest.mark.parametrize("login", ["clerk", "head", "source", "office", "leader"])
def test_the_count_is_that_of_the_page_and_takes_few_queries(
    desk, login, django_assert_max_num_queries
):
    desk.submit()
    actor, today = desk.actor(login), timezone.localdate()
    with django_assert_max_num_queries(4):
        count = count_of(actor, today)
    with django_assert_max_num_queries(10):
        assert work_of(actor, today).count == count
