"""What is checked before a site starts."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from paitou.model import UsageError
from paitou.office.server import check_port, prepare, site_address

VARIABLES = ("PAITOU_BOOKS", "PAITOU_SECRET_KEY", "PAITOU_ALLOWED_HOSTS")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("PAITOU_DATA_DIR", str(tmp_path / "var"))
    for name in VARIABLES:
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_folders_and_a_key_are_handed_on(tmp_path):
    prepare((tmp_path, Path()), "127.0.0.1")
    assert os.environ["PAITOU_BOOKS"] == os.pathsep.join([str(tmp_path), str(Path.cwd())])
    assert len(os.environ["PAITOU_SECRET_KEY"]) >= 32


def test_a_host_that_is_asked_for_is_allowed(tmp_path):
    prepare((tmp_path,), "plans.example")
    assert os.environ["PAITOU_ALLOWED_HOSTS"].startswith("plans.example,")


def test_listening_everywhere_allows_no_more_hosts(tmp_path):
    prepare((tmp_path,), "0.0.0.0")  # noqa: S104 (the case under test)
    assert "PAITOU_ALLOWED_HOSTS" not in os.environ


def test_a_wrong_setting_stops_the_start(tmp_path, monkeypatch):
    monkeypatch.setenv("PAITOU_SECRET_KEY", "short")
    with pytest.raises(UsageError, match="太短"):
        prepare((tmp_path,), "127.0.0.1")


def test_a_name_that_cannot_be_handed_on_is_refused(tmp_path):
    with pytest.raises(UsageError, match="请改名"):
        prepare((tmp_path / f"a{os.pathsep}b",), "127.0.0.1")


def test_a_taken_port_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="--port"):
            check_port("127.0.0.1", taken.getsockname()[1])


def test_a_host_of_another_machine_is_told():
    with pytest.raises(UsageError, match="--host"):
        check_port("192.0.2.1", 8000)


def test_the_address_can_be_opened():
    assert site_address("127.0.0.1", 8000) == "http://127.0.0.1:8000/"
    assert site_address("::", 80) == "http://127.0.0.1:80/"
    assert site_address("::1", 80) == "http://[::1]:80/"
