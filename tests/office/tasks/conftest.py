"""An office whose folders are of the test."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    """Put everything that the machine writes under the test's own folder."""
    settings.DATA_DIR = tmp_path / "var"
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.DEPOSIT_FILE = tmp_path / "deposits.txt"
    settings.ACCESS_LOG = str(tmp_path / "logs")
    settings.DATA_DIR.mkdir()
    return tmp_path
