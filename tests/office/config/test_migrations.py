"""Whatever version left a database, this one grows it and goes on with what is there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from databases import BOTH, environment_of
from grown_database import LANDED

PROGRAM = Path(__file__).parents[2] / "grown_database.py"


def grown(folder, kind, state):
    with environment_of(folder, kind) as environment:
        done = subprocess.run(
            [sys.executable, str(PROGRAM), state],
            env=environment, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("kind", BOTH)
@pytest.mark.parametrize("state", LANDED)
def test_a_database_of_an_earlier_version_is_grown_and_used(tmp_path, kind, state):
    assert grown(tmp_path, kind, state) == {
        "entered": 302,
        "desk": 200,
        "round": [False, False],
        "figure": ["12.50", "亿元", 1],
        "tokens": [["对接", ""]] if "api" in LANDED[state] else [],
        "chain": True,
        "wrong": [],
    }


def test_every_migration_but_the_first_starts_from_a_landed_state():
    from django.db.migrations.loader import MigrationLoader

    numbers: dict[str, int] = {}
    for app, name in MigrationLoader(None).disk_migrations:
        if app in LANDED["files, release and API"]:
            numbers[app] = max(numbers.get(app, 0), int(name[:4]))
    states = [*LANDED.values(), numbers]
    for app, last in numbers.items():
        for number in range(1, last):
            assert any(state.get(app) == number for state in states), (app, number)
