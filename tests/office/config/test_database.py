"""The database comes up by itself, or says in one sentence why it cannot."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from paitou.model import UsageError
from paitou.office.config.database import migrate


@pytest.mark.django_db
def test_a_database_that_is_ready_is_left_alone(django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        migrate()


@pytest.mark.django_db
def test_a_newer_database_is_refused():
    MigrationRecorder(connection).record_applied("people", "9999_later")
    with pytest.raises(UsageError, match=r"people\.9999_later"):
        migrate()


@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({"PAITOU_DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none"}, "数据库连不上"),
        ({"PAITOU_DATABASE_URL": "sqlite:////proc/none/x.sqlite3"}, "数据库文件"),
        ({"PAITOU_DATA_DIR": "/proc/none"}, "数据目录"),
        ({"PAITOU_DATABASE_URL": "mysql://x/y"}, "写法不对"),
    ],
)
def test_why_it_cannot_is_told_in_one_sentence(tmp_path, variables, told):
    environment = {**os.environ, "PAITOU_DATA_DIR": str(tmp_path), **variables}
    answer = subprocess.run(
        [sys.executable, "-m", "paitou", "verify"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert answer.returncode == 2
    assert told in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_the_other_name_of_the_variable_counts(tmp_path):
    environment = {**os.environ, "PAITOU_DATA_DIR": str(tmp_path)}
    environment |= {"DATABASE_URL": f"sqlite:///{tmp_path}/other.sqlite3"}
    environment.pop("PAITOU_DATABASE_URL", None)
    command = [sys.executable, "-m", "paitou", "verify"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    assert (tmp_path / "other.sqlite3").exists()
