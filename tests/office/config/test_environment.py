"""Typed readers of the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from paitou.model import UsageError
from paitou.office.config import environment as env


@pytest.mark.parametrize(
    ("value", "flag"), [("1", True), ("TRUE", True), ("0", False), ("", False)]
)
def test_flags(monkeypatch, value, flag):
    monkeypatch.setenv("X", value)
    assert env.read_flag("X", default=not flag) is flag


def test_a_wrong_flag_stops(monkeypatch):
    monkeypatch.setenv("X", "maybe")
    with pytest.raises(UsageError, match="X 的值“maybe”不对"):
        env.read_flag("X", default=True)


def test_a_missing_variable_takes_the_default(monkeypatch):
    monkeypatch.delenv("X", raising=False)
    assert env.read_flag("X", default=True) is True
    assert env.read_list("X", ("a",)) == ["a"]
    assert env.read_secret("X") == ""
    assert env.read_paths("X") == ()


def test_lists_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("X", " a, b,,")
    assert env.read_list("X", ()) == ["a", "b"]


def test_a_secret_comes_from_a_file(monkeypatch, tmp_path):
    file = tmp_path / "secret"
    file.write_text("secret" * 10 + "\n")
    monkeypatch.setenv("X_FILE", str(file))
    assert env.read_secret("X") == "secret" * 10


@pytest.mark.parametrize("weak", ["s" * 60, "01" * 30, "django-insecure-" + "abcdefg" * 9])
def test_a_secret_that_is_easily_guessed_stops(monkeypatch, weak):
    monkeypatch.setenv("X", weak)
    with pytest.raises(UsageError, match="容易猜到"):
        env.read_secret("X")


def test_a_secret_that_somebody_else_chose_may_be_short(monkeypatch):
    monkeypatch.setenv("X", "short")
    assert env.read_handed("X") == "short"


def test_wrong_secrets_stop(monkeypatch, tmp_path):
    monkeypatch.setenv("X", "short")
    with pytest.raises(UsageError, match="太短"):
        env.read_secret("X")
    monkeypatch.delenv("X")
    monkeypatch.setenv("X_FILE", str(tmp_path / "absent"))
    with pytest.raises(UsageError, match="读不出来"):
        env.read_secret("X")


def test_the_database_is_a_file_by_default(monkeypatch):
    monkeypatch.delenv("X", raising=False)
    database = env.read_database(("X",), Path("var"))
    assert database["NAME"] == str(Path("var/office.sqlite3"))
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_database_url_is_read(monkeypatch):
    monkeypatch.setenv("X", "postgresql://li:a%40b@db:5433/paitou")
    database = env.read_database(("X",), Path())
    assert (database["USER"], database["PASSWORD"]) == ("li", "a@b")
    assert (database["HOST"], database["PORT"], database["NAME"]) == (
        "db",
        "5433",
        "paitou",
    )
    monkeypatch.setenv("X", "sqlite:////srv/office.sqlite3")
    assert env.read_database(("X",), Path())["NAME"] == "/srv/office.sqlite3"


@pytest.mark.parametrize(
    "url", ["mysql://x/y", "sqlite://", "postgres://h", "postgres://h:x/y"]
)
def test_a_wrong_database_url_stops(monkeypatch, url):
    monkeypatch.setenv("X", url)
    with pytest.raises(UsageError, match="写法不对"):
        env.read_database(("X",), Path())


def test_the_first_url_that_is_set_counts(monkeypatch):
    monkeypatch.delenv("X", raising=False)
    monkeypatch.setenv("Y", "postgres://h/second")
    assert env.read_database(("X", "Y"), Path())["NAME"] == "second"
    monkeypatch.setenv("X", "postgres://h/first")
    assert env.read_database(("X", "Y"), Path())["NAME"] == "first"


@pytest.mark.parametrize("value", ["-1", "101", "five", "1.5", "²"])
def test_a_wrong_number_stops(monkeypatch, value):
    monkeypatch.setenv("X", value)
    with pytest.raises(UsageError, match="0 到 100 的整数"):
        env.read_number("X", 5, 100)


def test_a_number_has_a_default(monkeypatch):
    monkeypatch.delenv("X", raising=False)
    assert env.read_number("X", 5, 100) == 5


def test_a_secret_is_made_once_and_kept_from_others(tmp_path):
    made = env.keep_secret(tmp_path / "var")
    assert len(made) > 50
    assert env.keep_secret(tmp_path / "var") == made
    assert (tmp_path / "var" / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "var").write_text("a file")
    with pytest.raises(UsageError, match="PAITOU_DATA_DIR"):
        env.keep_secret(tmp_path / "var")
