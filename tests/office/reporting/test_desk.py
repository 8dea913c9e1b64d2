"""今日待办 of every role."""

from __future__ import annotations

import pytest
from django.utils import timezone

from paitou.office.reporting.desk import Desk, desk_of, waiting_count
from paitou.office.reporting.work import Work


def sentence(desk, login):
    return desk_of(desk.actor(login), (), timezone.localdate()).sentence


def test_the_sentence_says_what_comes_first(desk, on_day):
    on_day("2026-04-20")
    assert sentence(desk, "clerk") == "1张表等您填报，其中1张已逾期。"
    assert sentence(desk, "office").startswith("还有21个单位没有报，21个逾期")
    assert sentence(desk, "appraiser").startswith("还有21个单位没有报")


def test_nothing_to_do_and_no_post_are_told():
    assert Desk(work=Work()).sentence == "今天没有等您办的事。"
    assert "还没有授予岗位" in Desk(work=Work(), has_posts=False).sentence


def test_a_leader_reads_what_is_off_course_first(desk, shelf):
    actor = desk.actor("leader")
    found = desk_of(actor, shelf.books()[0], timezone.localdate())
    assert found.decides


@pytest.mark.parametrize("login", ["system", "security", "audit"])
def test_administrators_have_no_forms_and_something_to_watch(desk, login):
    found = desk_of(desk.actor(login), (), timezone.localdate())
    assert found.signs
    assert found.ways
    assert found.work == Work()
    assert waiting_count(desk.actor(login), timezone.localdate()) == 0


@pytest.mark.parametrize("login", ["clerk", "head", "source", "office", "leader", "audit"])
def test_the_page_takes_few_queries(
    desk, shelf, enter, login, django_assert_max_num_queries
):
    client = enter(login)
    client.get("/desk/")
    with django_assert_max_num_queries(40):
        answer = client.get("/desk/")
    assert answer.status_code == 200
    assert "今日待办" in answer.content.decode()
