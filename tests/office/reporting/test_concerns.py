"""What is off course and whose it is."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from paitou.office.books import Day
from paitou.office.people.models import Post
from paitou.office.reporting.concerns import concerns_of

DAY = Day(dt.date(2026, 4, 1))


def concerns(desk, shelf, login):
    return concerns_of(desk.actor(login), shelf.books()[0], DAY)


def test_a_leader_sees_those_of_the_tasks_that_they_lead(desk, shelf):
    actor = desk.actor("leader")
    post = Post(org="YZ00", title="分管工业的副市长", role="leader")
    (found,) = concerns_of(evolve(actor, posts=(post,)), shelf.books()[0], DAY)
    assert found.words == "分管工业的副市长牵头的"
    book = found.shelved.book
    led = {book.assignment_of(line.statement).lead_official for _, line in found.lines}
    assert led == {"分管工业的副市长"}


def test_a_leader_who_leads_nothing_sees_nothing(desk, shelf):
    assert concerns(desk, shelf, "leader") == ()


def test_a_district_sees_its_own_shares(desk, shelf):
    (found,) = concerns(desk, shelf, "clerk")
    shares = {org for org, _ in found.lines if org}
    assert shares == {"东溪区"}


def test_the_office_sees_all_and_the_gravest_are_named(desk, shelf):
    (found,) = concerns(desk, shelf, "office")
    assert len(found.lines) == 6
    assert found.unnamed == found.total - 6 > 0


def test_administrators_and_the_public_see_none(desk, shelf):
    assert concerns(desk, shelf, "audit") == ()
