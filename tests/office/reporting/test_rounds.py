import datetime as dt

import pytest
from attrs import evolve

from paitou.model import Period
from paitou.office.journal.actions import NotAllowed, Refused, perform
from paitou.office.reporting.models import Round
from paitou.office.reporting.rounds import (
    Plan,
    close_round,
    due_of,
    extend,
    missing_of,
    open_round,
    reminder,
)

PLAN = Plan(
    book_name="yunze-2024",
    period=Period.parse("2026-04"),
    opens=dt.date(2026, 4, 1),
)


def do(desk, login, what, *args):
    actor = desk.actor(login)
    return perform(actor, what, actor, *args)


def test_a_round_is_due_ten_working_days_after_its_period(desk):
    assert desk.round.due == dt.date(2026, 4, 15)  # 4 to 6 April is 清明节


def test_a_last_day_on_a_day_off_moves_to_the_next_that_is_worked(db):
    assert evolve(PLAN, due=dt.date(2026, 5, 2)).last_day == dt.date(2026, 5, 6)


def test_every_organisation_gets_its_own_form(desk):
    assert desk.round.submissions.count() == 21
    assert [c.place for c in desk.form().cells.all()] == [*range(1, 8)]
    assert desk.round.spared == {"YZ44": 1}


def test_a_number_that_one_round_asks_for_no_other_does(desk):
    quarter = {c.key for s in desk.round.submissions.all() for c in s.cells.all()}
    march = evolve(PLAN, period=Period.parse("2026-03"))
    with pytest.raises(Refused, match="没有要报的数"):
        do(desk, "office", open_round, march, desk.book)
    april = do(desk, "planner", open_round, PLAN, desk.book)
    month = {c.key for s in april.submissions.all() for c in s.cells.all()}
    assert month
    assert not quarter & month


def test_a_period_has_one_round(desk):
    made = do(desk, "office", open_round, PLAN, desk.book)
    for one in made.submissions.all():
        one.cells.all().delete()
    with pytest.raises(Refused, match="已经布置过"):
        do(desk, "office", open_round, PLAN, desk.book)
    assert Round.objects.count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"route": ("endorse",)},
        {"route": ("x", "approve")},
        {"due": dt.date(2026, 3, 2)},
        {"period": Period.parse("2026-2028")},
    ],
)
def test_a_round_that_cannot_be_is_refused(desk, wrong):
    with pytest.raises(Refused):
        do(desk, "office", open_round, evolve(PLAN, **wrong), desk.book)


@pytest.mark.parametrize("login", ["clerk", "head", "source", "leader", "system"])
def test_only_the_office_opens_extends_and_closes(desk, login):
    number = desk.round.pk
    for what, args in (
        (open_round, (PLAN, desk.book)),
        (extend, (number, "YZ01", dt.date(2026, 4, 30), "忙")),
        (close_round, (number, "结束")),
    ):
        with pytest.raises(NotAllowed):
            do(desk, login, what, *args)


def test_an_extension_is_agreed_before_the_day_and_is_for_one(desk, on_day):
    number = desk.round.pk
    do(desk, "office", extend, number, "YZ01", dt.date(2026, 4, 19), "换系统")
    assert due_of(desk.round, "YZ01") == dt.date(2026, 4, 20)  # 19 is a Sunday
    assert due_of(desk.round, "YZ02") == dt.date(2026, 4, 15)
    on_day("2026-04-16")
    with pytest.raises(Refused, match="已经过了"):
        do(desk, "office", extend, number, "YZ02", dt.date(2026, 4, 30), "忙")
    do(desk, "office", extend, number, "YZ01", dt.date(2026, 4, 30), "还没好")


@pytest.mark.parametrize(
    ("due", "reason"), [(dt.date(2026, 4, 15), "忙"), (dt.date(2026, 4, 30), " ")]
)
def test_an_extension_is_later_and_has_a_reason(desk, due, reason):
    with pytest.raises(Refused):
        do(desk, "office", extend, desk.round.pk, "YZ01", due, reason)


def test_a_round_with_gaps_ends_with_a_reason_once(desk):
    with pytest.raises(Refused, match="21个单位没有报"):
        do(desk, "office", close_round, desk.round.pk, "")
    do(desk, "office", close_round, desk.round.pk, "试运行")
    with pytest.raises(Refused, match="已经结束"):
        do(desk, "office", close_round, desk.round.pk, "再来")


def test_a_reminder_names_who_is_missing_by_their_last_day(desk):
    desk.submit()
    do(desk, "office", extend, desk.round.pk, "YZ02", dt.date(2026, 4, 20), "换系统")
    words = reminder(desk.round, missing_of(desk.round), dt.date(2026, 4, 16))
    assert "东溪区" not in words
    assert "4月15日截止，已逾期1天" in words
    assert "墨泉区：4月20日截止，还有2个工作日" in words
    assert reminder(desk.round, (), dt.date(2026, 4, 16)) == ""
