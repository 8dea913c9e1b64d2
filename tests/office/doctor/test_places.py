"""Where things are kept, and who else gets at them."""

from __future__ import annotations

from pathlib import Path

import pytest

from paitou.office.doctor import places
from paitou.office.doctor.places import place_issues


@pytest.fixture
def data(settings, tmp_path, monkeypatch):
    """A data folder of its own disk that only its owner opens."""
    settings.DATA_DIR = tmp_path / "var"
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.DEPOSIT_FILE = tmp_path / "deposits" / "deposits.txt"
    for folder in (settings.DATA_DIR, settings.BACKUP_DIR):
        folder.mkdir(mode=0o700)
    monkeypatch.setattr(places, "_same_disk", lambda *_: False)
    return settings


def codes():
    return [issue.code for issue in place_issues()]


def test_what_is_kept_apart_and_closed_is_safe(data):
    assert codes() == []


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o707])
def test_a_folder_that_others_open_is_told(data, mode):
    data.DATA_DIR.chmod(mode)
    data.BACKUP_DIR.chmod(mode)
    assert codes() == ["deploy-data-open"] * 2


def test_a_folder_that_depends_on_where_one_stands_is_told(data):
    data.DATA_DIR = Path("no-such-var")
    assert codes() == ["deploy-data-relative"]


def test_one_disk_for_everything_is_told(data, monkeypatch):
    monkeypatch.undo()
    data.DATA_DIR, data.BACKUP_DIR = Path("/nowhere/var"), Path("/nowhere/backups")
    data.DEPOSIT_FILE = Path("/nowhere/deposits.txt")
    assert codes() == ["deploy-backup-beside", "deploy-deposit-beside"]
