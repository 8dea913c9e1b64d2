"""What is due at a moment."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.model import UsageError
from paitou.office.tasks.duties import Duty, read_duties

NIGHTLY = Duty(name="x", label="某事", does="a.b", at=dt.time(1, 30))
OFTEN = Duty(name="x", label="某事", does="a.b", minutes=45)


@pytest.mark.parametrize(
    ("duty", "now", "slot"),
    [
        (NIGHTLY, "2026-03-01T01:29", "2026-02-28"),
        (NIGHTLY, "2026-03-01T01:30", "2026-03-01"),
        (NIGHTLY, "2026-03-01T23:59", "2026-03-01"),
        (OFTEN, "2026-03-01T00:44", "2026-03-01T00:00"),
        (OFTEN, "2026-03-01T00:45", "2026-03-01T00:45"),
        (OFTEN, "2026-03-01T23:59", "2026-03-01T23:15"),
    ],
)
def test_the_last_moment_that_it_was_due_at(duty, now, slot):
    assert duty.slot(dt.datetime.fromisoformat(now)) == slot


def test_what_is_shipped_can_be_read_and_called():
    from django.utils.module_loading import import_string

    duties = read_duties()
    assert {"deposit", "backup", "verify", "clean"} <= {one.name for one in duties}
    assert all(callable(import_string(one.does)) for one in duties)
    assert all(one.rhythm for one in duties)


def write(folders, text):
    (folders / "var" / "duties.toml").write_text(text, "utf-8")


def test_an_office_changes_times_and_leaves_out(folders):
    write(folders, '[backup]\nat = "23:05"\n[clean]\nminutes = 60\n[verify]\noff = true\n')
    duties = {one.name: one for one in read_duties()}
    assert duties["backup"].rhythm == "每天23:05"
    assert duties["clean"].rhythm == "每60分钟"
    assert "verify" not in duties


@pytest.mark.parametrize(
    "text",
    [
        "[backup\n",
        '[coffee]\nat = "08:00"\n',
        "backup = 1\n",
        "[backup]\nat = 3\n",
        '[backup]\nat = "25:00"\n',
        "[backup]\nminutes = 0\n",
        "[backup]\nminutes = true\n",
        "[backup]\n",
        "[remind]\ndays = [-1]\n",
        "[remind]\ndays = 3\n",
    ],
)
def test_what_is_wrong_is_told(folders, text):
    write(folders, text)
    with pytest.raises(UsageError, match=r"duties\.toml"):
        read_duties()
