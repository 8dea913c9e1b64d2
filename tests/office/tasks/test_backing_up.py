"""A backup a day, as many as are wanted, with the files that were brought."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.model import UsageError
from paitou.office.files.store import ContentStore
from paitou.office.tasks import backing_up
from paitou.office.tasks.backing_up import back_up_daily, backups

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def written(monkeypatch):
    """Write a few bytes in place of the database; return the names that were written."""
    names = []

    def write(path):
        path.write_bytes(b"everything")
        names.append(path.name)
        return 10

    monkeypatch.setattr(backing_up, "back_up", write)
    return names


def test_one_a_day_and_the_oldest_go(settings, folders, written):
    settings.BACKUPS_KEPT = 3
    for day in range(5):
        outcome = back_up_daily(NOON + dt.timedelta(days=day))
    assert [one.day for one, _ in backups(folders / "backups")] == [5, 4, 3]
    (change,) = outcome.changes
    assert change.after["gone"] == [written[1]]
    assert change.after["size"] == 10
    assert len(change.after["sha256"]) == 64


def test_all_are_kept_where_no_number_is_set(settings, folders):
    settings.BACKUPS_KEPT = 0
    for day in range(4):
        back_up_daily(NOON + dt.timedelta(days=day))
    assert len(backups(folders / "backups")) == 4


def test_done_again_it_writes_nothing_new(folders, written):
    first, second = back_up_daily(NOON), back_up_daily(NOON)
    assert len(written) == 1
    assert first.changes[0].after == second.changes[0].after


def test_foreign_files_stay_and_unfinished_ones_go(settings, folders):
    folder = folders / "backups"
    folder.mkdir()
    settings.BACKUPS_KEPT = 1
    (folder / "notes.txt").write_text("x")
    (folder / ".paitou-2026-02-01.sqlite3.part").write_text("x")
    back_up_daily(NOON)
    assert (folder / "notes.txt").exists()
    assert not [*folder.glob(".*.part")]


def test_files_that_were_brought_are_copied_once(folders):
    store = ContentStore(folders / "var" / "files")
    kept = store.keep(b"a scan")
    (folders / "var" / "files" / "index.jsonl").write_text("{}\n")
    assert "新文件1个" in back_up_daily(NOON).words
    copy = ContentStore(folders / "backups" / "files")
    assert copy.read(kept) == b"a scan"
    assert (folders / "backups" / "files" / "index.jsonl").exists()
    assert "新文件0个" in back_up_daily(NOON + dt.timedelta(days=1)).words


def test_a_folder_that_cannot_be_written_is_told(settings, folders):
    (folders / "taken").write_text("x")
    settings.BACKUP_DIR = folders / "taken"
    with pytest.raises(UsageError, match="PAITOU_BACKUP_DIR"):
        back_up_daily(NOON)
