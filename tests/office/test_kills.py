"""Whoever is told that something is done finds it done, though the process was killed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from databases import environment_of

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "killing.py"
KILLS = 20


@pytest.fixture(scope="module")
def outcome(tmp_path_factory):
    """What was found after twenty writers were killed at random moments."""
    with environment_of(tmp_path_factory.mktemp("kills")) as environment:
        done = subprocess.run(
            [sys.executable, str(PROGRAM), "--kills", str(KILLS), "--seed", "20240101"],
            env=environment, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_that_was_acknowledged_is_lost_or_half_done(outcome):
    assert outcome["kills"] == KILLS
    assert outcome["faults"] == []


def test_writers_did_something_before_they_were_killed(outcome):
    done = outcome["acknowledged"]
    assert done["save"] + done["submit"] + done["keep"] >= 2 * KILLS
