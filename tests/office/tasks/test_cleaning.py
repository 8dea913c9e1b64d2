"""What has outlived its use goes, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from paitou.office.files.kept import file_store
from paitou.office.tasks.cleaning import clean_up
from paitou.office.tasks.models import Run, State

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def make_log(folders, day):
    folder = folders / "logs"
    folder.mkdir(exist_ok=True)
    (folder / f"access-{day}.log").write_text("{}\n")


def test_logs_go_when_their_time_is_over_and_the_journal_says_so(settings, folders):
    settings.LOG_DAYS = 30
    for day in ("2026-01-29", "2026-01-30", "2026-03-01"):
        make_log(folders, day)
    (folders / "logs" / "notes.log").write_text("x")
    (change,) = clean_up(NOON).changes
    assert change.after == {"files": ["access-2026-01-29.log"], "attachments": 0}
    assert len([*(folders / "logs").iterdir()]) == 3
    assert clean_up(NOON).changes == ()


@pytest.mark.parametrize(("place", "days"), [("", 30), ("-", 30), (None, 0)])
def test_logs_that_are_not_ours_or_for_ever_stay(settings, folders, place, days):
    make_log(folders, "2020-01-01")
    settings.ACCESS_LOG = settings.ACCESS_LOG if place is None else place
    settings.LOG_DAYS = days
    assert clean_up(NOON).changes == ()
    assert [*(folders / "logs").iterdir()]


def test_sessions_and_runs_go_when_they_are_over():
    for key, days in (("old", -1), ("new", 1)):
        expires = NOON + dt.timedelta(days=days)
        Session.objects.create(session_key=key, expire_date=expires)
    for slot, state, days in (("a", "done", 500), ("b", "done", 5), ("c", "running", 500)):
        ended = NOON - dt.timedelta(days=days)
        Run.objects.create(duty="x", slot=slot, state=State(state), ended=ended)
    assert "会话1个" in clean_up(NOON).words
    assert [one.session_key for one in Session.objects.all()] == ["new"]
    assert {one.slot for one in Run.objects.all()} == {"b", "c"}


def test_files_that_belong_to_nothing_go_after_a_day(folders, settings):
    settings.DATA_DIR = folders
    file_store().keep(b"left by a draft that was removed")
    assert clean_up(timezone.now()).changes == ()
    (change,) = clean_up(timezone.now() + dt.timedelta(days=3)).changes
    assert change.after["attachments"] == 1
    assert [*file_store().hashes()] == []
