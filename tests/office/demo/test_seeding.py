"""The office of the invented city, made on two different days."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from paitou.office.demo.accounts import new_passwords
from paitou.office.demo.cast import EXTENDED, LATE, RETURNED, UNCERTIFIED, UNENDORSED
from paitou.office.demo.seeding import seed_office
from paitou.office.journal.verifying import verify
from paitou.office.people.models import User
from paitou.office.people.passwords import is_due
from paitou.office.reporting.figures import figures_of
from paitou.office.reporting.models import Reported, Round
from paitou.office.reporting.work import round_state

DAYS = ("2026-11-24", "2025-07-15")


@pytest.fixture(params=DAYS)
def today(request, db, yunze, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    day = dt.date.fromisoformat(request.param)
    seed_office(yunze, day, new_passwords())
    return day


def test_three_quarters_are_reported_and_the_newest_is_alive(today):
    *older, newest = Round.objects.order_by("due")
    assert len(older) == 2
    assert all(one.closed_on for one in older)
    assert newest.closed_on is None
    stages = dict(newest.submissions.values_list("org", "stage"))
    assert (stages[RETURNED], stages[LATE]) == ("returned", "draft")
    state = round_state(newest, today)
    assert [one.name for one in state.laggards] == ["石笠县"]
    labels = {one.org: one.label for one in newest.submissions.all()}
    assert labels[UNENDORSED] == "待单位审核"
    assert labels[UNCERTIFIED] == "待核定"
    assert labels[EXTENDED] == "填报中"


def test_one_number_was_corrected_after_approval_with_its_reason(today):
    corrected = Reported.objects.get(vintage=2)
    first = Reported.objects.get(key=corrected.key, vintage=1)
    assert corrected.reason.startswith("统计执法检查核减")
    assert first.known_on < corrected.known_on <= today
    before = figures_of("yunze-2024", corrected.known_on - dt.timedelta(days=1))
    assert first.figure in before
    assert corrected.figure not in before


def test_the_journal_holds_and_nothing_lies_ahead(today):
    found = verify()
    assert found.holds
    assert found.entries > 700
    latest = Reported.objects.order_by("known_on").last()
    assert latest.known_on < today


def test_visitors_may_sign_in_at_once(today, settings):
    settings.PASSWORD_DAYS = 0
    users = User.objects.filter(login__in=["ducha", "dongxi", "system", "audit"])
    assert users.count() == 4
    assert not any(is_due(user) or user.totp_key for user in users)
    assert not User.objects.get(login="yz03-tb").has_usable_password()


def test_it_is_now_again(today):
    assert abs(timezone.now() - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)
