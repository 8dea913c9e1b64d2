"""`paitou tick` as it is called: several at once, one that is killed, one that goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from databases import environment_of

ENDS_WITHIN = 60
#: A process in which one duty never ends; it says when it is at it.
STUCK = """
import sys, time
from paitou.office.config.starting import open_database
open_database()
from paitou.office.tasks.duties import Duty
from paitou.office.tasks.ticking import tick
def do(self, now):
    print("at it", flush=True)
    time.sleep(600)
Duty.do = do
tick(["backup"])
"""
#: A process that takes everybody who is at something for dead.
IMPATIENT = """
import datetime as dt
from paitou.office.config.starting import open_database
open_database()
from paitou.office.tasks import models, ticking
models.LEASE = ticking.LEASE = dt.timedelta(0)
print([(duty.name, run.state, run.attempts) for duty, run in ticking.tick(["backup"])])
"""


@pytest.fixture
def office(tmp_path):
    """The environment of an office of its own."""
    with environment_of(tmp_path / "var") as environment:
        yield {**environment, "PAITOU_BACKUP_DIR": str(tmp_path / "backups")}


def start(office, *arguments):
    return subprocess.Popen(
        [sys.executable, *arguments],
        env=office, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def ended(process):
    out, err = process.communicate(timeout=ENDS_WITHIN)
    assert "Traceback" not in err
    return out


def tick(office, *arguments):
    process = start(office, "-m", "paitou", "tick", "--format", "json", *arguments)
    told = json.loads(ended(process))["duties"]
    return process.returncode, {one["name"]: one for one in told}


def entries(office):
    told = ended(start(office, "-m", "paitou", "verify"))
    assert "核对无误" in told
    return int(told.split()[1])


def test_several_at_once_do_everything_once(office, tmp_path):
    ended(start(office, "-m", "paitou", "verify"))  # makes the tables
    together = [start(office, "-m", "paitou", "tick") for _ in range(3)]
    assert [ended(one) and one.returncode for one in together] == [0, 0, 0]
    status, duties = tick(office)
    assert status == 0
    assert {one["state"] for one in duties.values()} == {"done"}
    assert {one["attempts"] for one in duties.values()} == {1}
    assert len([*(tmp_path / "backups").glob("paitou-*")]) == 1
    assert entries(office) == 1


def test_what_was_killed_is_done_by_the_next(office, tmp_path):
    stuck = start(office, "-c", STUCK)
    assert stuck.stdout.readline() == "at it\n"
    stuck.kill()
    stuck.communicate()
    assert tick(office, "--only", "backup")[1]["backup"]["state"] == "running"
    assert ended(start(office, "-c", IMPATIENT)) == "[('backup', 'done', 2)]\n"
    assert len([*(tmp_path / "backups").glob("paitou-*")]) == 1
    assert entries(office) == 1


def test_what_fails_is_told_and_the_rest_is_done(office, tmp_path):
    (tmp_path / "backups").write_text("in the way")
    status, duties = tick_with_log(office)
    assert status == 1
    assert duties["backup"]["state"] == "failed"
    assert "PAITOU_BACKUP_DIR" in duties["backup"]["words"]
    assert duties["verify"]["state"] == "done"


def tick_with_log(office):
    process = start(office, "-m", "paitou", "tick", "--format", "json")
    out, _ = process.communicate(timeout=ENDS_WITHIN)
    return process.returncode, {one["name"]: one for one in json.loads(out)["duties"]}


def test_it_goes_on_until_it_is_stopped(office, tmp_path):
    going = start(office, "-m", "paitou", "tick", "--every", "1")
    for _ in range(ENDS_WITHIN * 10):
        if (tmp_path / "backups").is_dir() and [*(tmp_path / "backups").glob("paitou-*")]:
            break
        time.sleep(0.1)
    going.send_signal(signal.SIGTERM)
    out, err = going.communicate(timeout=ENDS_WITHIN)
    assert (going.returncode, out) == (0, "")
    assert "每1秒看一次" in err
    assert err.count("备份  ") <= 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["--only", "coffee"], "没有“coffee”"), (["--every", "0"], "--every 的取值“0”不对")],
)
def test_a_wrong_call_is_told(office, arguments, told):
    process = start({**os.environ, **office}, "-m", "paitou", "tick", *arguments)
    _, err = process.communicate(timeout=ENDS_WITHIN)
    assert process.returncode == 2
    assert told in err
    assert err.count("\n") == 1
