"""The demonstration's own folder and settings."""

from __future__ import annotations

import os
import stat

import pytest

from paitou.model import UsageError
from paitou.office.demo.folder import Kept, read_kept, settle_demo, write_kept


@pytest.fixture
def environment(monkeypatch):
    kept = dict(os.environ)
    yield monkeypatch
    os.environ.clear()
    os.environ.update(kept)


def test_no_setting_of_a_real_office_counts(environment, tmp_path):
    environment.setenv("PAITOU_DATA_DIR", str(tmp_path))
    environment.setenv("PAITOU_DATABASE_URL", "postgresql://real/office")
    environment.setenv("DATABASE_URL", "postgresql://real/office")
    environment.setenv("PAITOU_WEBHOOK_URL", "https://messages.example")
    assert settle_demo() == tmp_path / "demo"
    ours = {name: v for name, v in os.environ.items() if name.startswith("PAITOU_")}
    assert ours == {
        "PAITOU_DATA_DIR": str(tmp_path / "demo"),
        "PAITOU_DEMO": "1",
        "PAITOU_PASSWORD_DAYS": "0",
        "PAITOU_SECOND_STEP": "optional",
    }
    assert "DATABASE_URL" not in os.environ


def test_what_is_written_down_is_read_again_by_its_owner_alone(tmp_path):
    kept = Kept(seed=7, passwords={"ducha": "Yz-aaaa-bbbb"}, marks={})
    assert read_kept(tmp_path) is None
    write_kept(tmp_path, kept)
    assert read_kept(tmp_path) == kept
    assert stat.S_IMODE((tmp_path / "demo.json").stat().st_mode) == 0o600


def test_what_cannot_be_read_is_told(tmp_path):
    (tmp_path / "demo.json").write_text("{", "utf-8")
    with pytest.raises(UsageError, match="请删除文件夹"):
        read_kept(tmp_path)
