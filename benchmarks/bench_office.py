"""The office at the deadline: two hundred reporters file a hundred cells each, all at once.

    python benchmarks/bench_office.py [--reporters 200] [--cells 100] [--database URL]

The real server is started on a database of its own, SQLite or on the PostgreSQL server of
the URL. Everybody signs in, then everybody opens a form, saves it in four parts and hands
it in. Afterwards every value that was acknowledged is looked for, and `paitou verify` run.
The status is 1 where it takes longer than two minutes, or anything was lost or doubled.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import large_city
from bench_served import percentile, serving
from office_clients import Browser
from own_database import own_database

LONGEST = 120.0
PARTS = 4
PERIOD = "2026Q1"
Acknowledged = Mapping[str, Mapping[str, str]]


def main() -> int:
    """Print how long it took and what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reporters", type=int, default=200)
    parser.add_argument("--cells", type=int, default=100)
    parser.add_argument("--database", default="")
    parser.add_argument("--port", type=int, default=8105)
    parser.add_argument("--workers", type=int, default=0, help="2 on PostgreSQL, else 1")
    asked = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        own_database(Path(folder), asked.database) as environment,
    ):
        city = large_city.write_city(Path(folder), asked.reporters, asked.cells)
        _in_process(environment, "prepare", city)
        workers = asked.workers or (2 if asked.database else 1)
        with serving(city, asked.port, environment, workers):
            told, seconds = file_everything(asked.port, asked.reporters)
        faults = _in_process(environment, "check", city, told)
    kind = "PostgreSQL" if asked.database else "SQLite"
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    size = f"{asked.reporters} x {asked.cells} cells"
    print(f"{kind}, workers: {workers}, {size}; load of the machine {load}")
    for name, took in seconds.items():
        print(f"  {name:<34}{took:8.2f} s")
    print(f"  acknowledged: {sum(map(len, told.values()))} values; {len(faults)} faults")
    for fault in faults[:20]:
        print(f"  {fault}")
    is_slow = seconds["all"] > LONGEST
    return 1 if faults or is_slow else 0


def file_everything(port: int, count: int) -> tuple[Acknowledged, dict[str, float]]:
    """Return what was acknowledged by reporter, and how long it took."""
    logins = [f"rdd{number:03d}" for number in range(1, count + 1)]
    browsers = [Browser("127.0.0.1", port) for _ in logins]
    told: dict[str, dict[str, str]] = {login: {} for login in logins}
    began = time.perf_counter()
    _all_at_once(lambda n: browsers[n].sign_in(logins[n], large_city.PASSWORD), len(logins))
    signed_in = time.perf_counter()
    _all_at_once(lambda n: _file(browsers[n], told[logins[n]], n), len(logins))
    ended = time.perf_counter()
    asked = [pair for browser in browsers for pair in browser.seconds]
    saves = [took for what, took in asked if what.startswith("POST /desk")]
    return told, {
        "signing in": signed_in - began,
        "filling in and handing in": ended - signed_in,
        "all": ended - began,
        "one save, median": percentile(saves, 50),
        "one save, p95": percentile(saves, 95),
        "one save, longest": max(saves),
    }


def _file(browser: Browser, told: dict[str, str], seed: int) -> None:
    chance = random.Random(seed)
    form = browser.own_form()
    keys = browser.keys(form)
    size = -(-len(keys) // PARTS)
    for start in range(0, len(keys), size):
        part = keys[start : start + size]
        values = {key: f"{chance.randint(100, 999) / 100}" for key in part}
        browser.save(form, values, submit=start + size >= len(keys))
        told.update(values)


def _all_at_once(do: Callable[[int], None], count: int) -> None:
    ready = threading.Barrier(count)

    def one(number: int) -> None:
        ready.wait()
        do(number)

    with ThreadPoolExecutor(count) as pool:
        list(pool.map(one, range(count)))


def _in_process(
    environment: Mapping[str, str], what: str, city: Path, told: Acknowledged | None = None
) -> list[str]:
    """Return the lines that a process prints which works on the database itself."""
    import json

    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("office_at_work.py")), what, city],
        env={**environment}, input=json.dumps(told or {}), stdout=subprocess.PIPE,
        text=True, check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main())
