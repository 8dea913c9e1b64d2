"""Counts of one process, and of several."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

from paitou.office.config.counting import Counters


def test_answers_are_counted_by_page_status_and_time():
    counters = Counters(None)
    counters.count("target", 200, 0.2)
    counters.count("target", 200, 0.01)
    counters.count("target", 404, 7)
    found = counters.all()
    assert (found["target|200"], found["target|404"]) == (2, 1)
    assert (found["target|≤0.05"], found["target|≤0.3"], found["target|≤5"]) == (1, 2, 2)
    assert found["target|sum"] == 7_210_000


def test_processes_that_are_alive_are_added_and_dead_ones_forgotten(tmp_path):
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / f"{os.getppid()}.json").write_text(json.dumps({"a|200": 4}))
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / f"{gone.pid}.json").write_text(json.dumps({"a|200": 9}))
    counters = Counters(tmp_path)
    counters.count("a", 200, 0.1)
    assert counters.all()["a|200"] == 5
    assert not (tmp_path / f"{gone.pid}.json").exists()


def test_a_process_hands_its_counts_on(tmp_path):
    counters = Counters(tmp_path / "counts")
    for _ in range(3):
        counters.count("a", 200, 0.1)
    path = tmp_path / "counts" / f"{os.getpid()}.json"
    for _ in range(200):
        if path.exists():
            break
        time.sleep(0.05)
    assert json.loads(path.read_text("utf-8"))["a|200"] == 3
    assert counters.all()["a|200"] == 3  # its own are not added twice
