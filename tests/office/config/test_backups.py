"""The commands that keep a database in order, as they are called, on both databases."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing
from itertools import count

import pytest

from databases import BOTH, environment_of
from paitou.office.files.store import ContentStore


class Office:
    """An office of its own, on one of the databases."""

    def __init__(self, folder, environment):
        self.folder = folder
        self._environment = environment

    def run(self, *arguments):
        return subprocess.run(
            [sys.executable, "-m", "paitou", *map(str, arguments)],
            env=self._environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    def verified(self):
        told = self.run("verify")
        assert told.returncode == 0, told.stdout + told.stderr
        return told.stdout.splitlines()[0]


@pytest.fixture
def make_office(tmp_path):
    """Return a function that makes an empty office; a database made for it is dropped."""
    with ExitStack() as made:
        numbers = count()

        def office(kind):
            folder = tmp_path / f"office{next(numbers)}"
            return Office(folder, made.enter_context(environment_of(folder, kind)))

        yield office


@pytest.mark.parametrize("kind", BOTH)
def test_the_administrators_are_made_once(make_office, kind):
    office = make_office(kind)
    made = office.run("admin")
    assert made.returncode == 0
    lines = [line.split("\t") for line in made.stdout.splitlines()]
    assert [login for login, _ in lines] == ["system", "security", "audit"]
    assert all(re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", word) for _, word in lines)
    again = office.run("admin")
    assert (again.returncode, again.stdout) == (2, "")
    assert "--reset" in again.stderr
    assert office.run("admin", "--reset", "audit").stdout.startswith("audit\t")
    assert office.run("admin", "--reset", "nobody").returncode == 2
    assert office.verified().startswith("留痕 10 条")


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize("source", BOTH)
def test_rows_go_from_any_database_to_any(make_office, tmp_path, source, target):
    old, new = make_office(source), make_office(target)
    old.run("admin")
    file = tmp_path / "backup.jsonl.gz"
    assert old.run("backup", file).returncode == 0
    assert file.stat().st_mode & 0o777 == 0o600
    assert new.run("restore", file).returncode == 0
    assert new.verified() == old.verified()
    assert new.run("admin", "--reset", "system").returncode == 0  # numbers go on
    new.verified()
    refused = new.run("restore", file)
    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    assert new.run("restore", file, "--replace").returncode == 0
    assert new.verified() == old.verified()
    copy = tmp_path / "again.jsonl.gz"
    new.run("backup", copy)
    assert _lines(copy) == _lines(file)


def _lines(file):
    # Without the sum at the end: PostgreSQL keeps the keys of JSON in an order of its own.
    return [json.loads(line) for line in gzip.decompress(file.read_bytes()).splitlines()][
        :-1
    ]


@pytest.mark.parametrize("target", BOTH)
@pytest.mark.parametrize("source", BOTH)
def test_with_its_files_it_stands_up_on_an_empty_machine(
    make_office, tmp_path, source, target
):
    old, new = make_office(source), make_office(target)
    old.run("admin")
    sha256 = ContentStore(old.folder / "files").keep(b"evidence")
    file = tmp_path / "backup.tar"
    assert old.run("backup", file).returncode == 0
    assert file.stat().st_mode & 0o777 == 0o600
    told = new.run("restore", file)
    assert (told.returncode, "连同文件1个" in told.stderr) == (0, True), told.stderr
    assert new.verified() == old.verified()
    assert ContentStore(new.folder / "files").read(sha256) == b"evidence"
    assert new.run("restore", file).returncode == 2  # it holds something now


def test_a_copy_is_put_back(make_office, tmp_path):
    office, file = make_office("sqlite"), tmp_path / "backup.sqlite3"
    office.run("admin")
    before = office.verified()
    assert office.run("backup", file).returncode == 0
    assert office.run("backup", file).returncode == 2  # is not overwritten
    office.run("admin", "--reset", "audit")
    assert office.verified() != before
    assert office.run("restore", file, "--replace").returncode == 0
    assert office.verified() == before


@pytest.mark.parametrize(
    ("name", "told"), [("backup.zip", "类型不对"), ("no/backup.sqlite3", "写不了")]
)
def test_a_backup_that_cannot_be_written(make_office, tmp_path, name, told):
    answer = make_office("sqlite").run("backup", tmp_path / name)
    assert answer.returncode == 2
    assert told in answer.stderr


def _broken(kind, good):
    lines = gzip.decompress(good).splitlines(keepends=True)
    if kind == "cut":
        return good[: len(good) // 2]
    if kind == "a line less":
        return gzip.compress(b"".join(lines[:3] + lines[4:]))
    if kind == "altered":
        return gzip.compress(b"".join(lines).replace(b"security", b"insecure"))
    if kind == "newer":
        head = json.loads(lines[0])
        head["migrations"].append(["people", "9999_later"])
        return _summed([json.dumps(head).encode() + b"\n", *lines[1:-1]])
    return {"text": b"hello\n", "empty": b"", "sqlite": b"SQLite format 3\0" + b"x" * 99}[
        kind
    ]


def _summed(lines):
    import hashlib

    digest = hashlib.sha256(b"".join(lines)).hexdigest()
    end = json.dumps({"lines": len(lines), "sha256": digest}).encode()
    return gzip.compress(b"".join([*lines, end]))


def test_a_broken_backup_changes_nothing(make_office, tmp_path):
    office, file = make_office("sqlite"), tmp_path / "backup.jsonl.gz"
    office.run("admin")
    office.run("backup", file)
    good, before = file.read_bytes(), office.verified()
    for kind in ("cut", "a line less", "altered", "newer", "text", "empty", "sqlite"):
        file.write_bytes(_broken(kind, good))
        answer = office.run("restore", file, "--replace")
        assert answer.returncode == 2, kind
        assert answer.stderr.count("\n") == 1, answer.stderr
        assert office.verified() == before


def test_what_was_changed_by_hand_is_found(make_office, tmp_path):
    office = make_office("sqlite")
    office.run("admin")
    head = office.verified().split()[-1]
    with closing(sqlite3.connect(office.folder / "office.sqlite3")) as database:
        database.execute("UPDATE people_post SET role = 'supervision' WHERE role = 'audit'")
        database.execute("UPDATE journal_entry SET reason = '改' WHERE number = 2")
        database.commit()
    found = office.run("verify", "--deposited", head)
    assert found.returncode == 1
    assert "第2条的内容与它的校验值不符" in found.stdout
    assert "被改过：role" in found.stdout
    assert office.run("verify", "--deposited", f"9:{'0' * 64}").returncode == 1
    assert office.run("verify", "--deposited", "9").returncode == 2
