"""The public gets the scores, and nothing of the pages that are internal."""

from __future__ import annotations

import datetime as dt

import pytest

from officials import make_actor, make_orgs
from paitou.model import PageKind, Period, Publicity
from paitou.office.books import Day
from paitou.office.contests.record import shown_record
from paitou.office.contests.rounds import read_choice
from paitou.office.journal.actions import perform
from paitou.office.people.acting import PUBLIC
from paitou.office.people.roles import Role
from paitou.office.release import deciding
from paitou.office.release.pages import visit

pytestmark = pytest.mark.django_db
NAME, DAY = "yunze-2024", dt.date(2025, 11, 5)
WANTED = {"rulebook": "quarterly", "period": "2025Q2"}


@pytest.fixture
def record(serve, yunze):
    """Return a function that gives the record as somebody is shown it."""
    serve(yunze)

    def shown(actor):
        page = visit(actor, NAME)
        return shown_record(read_choice(page.shelved, Day(DAY), WANTED), page)

    return shown


def ranges(record):
    return {each["analysis"]["rank_low"] for each in record["scores"]}


def test_the_public_sees_scores_and_no_lists_analysis_or_faults(record):
    make_orgs()
    make_actor("boss", Role.SUPERVISION)
    found = record(PUBLIC)
    assert found["scores"]
    assert found["period"] == str(Period.parse("2025Q2"))
    assert (found["lists"], found["issues"], ranges(found)) == ([], [], {None})


def test_the_office_sees_all(record):
    make_orgs()
    found = record(make_actor("boss", Role.SUPERVISION))
    assert found["lists"]
    assert ranges(found) != {None}


def test_lists_that_were_approved_are_shown_to_everybody(record):
    make_orgs()
    boss = make_actor("boss", Role.SUPERVISION)
    now = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)
    terms = deciding.Terms(now=now, reason="经审定", expires=dt.date(2026, 12, 1))
    given = (NAME, PageKind.CONTEST_LISTS, Publicity.PUBLIC, terms)
    perform(boss, deciding.decide_page, boss, *given)
    assert record(PUBLIC)["lists"]
