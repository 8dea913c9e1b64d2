"""Make each paper and panel of the invented city: the whole command, and the making alone.

    python benchmarks/bench_papers.py [--repeat 3] [--as-of 2025-11-05] [name …]

“Command” is a process of its own, from its start to the file on disk: the folder is read,
targets are judged and charts are drawn; its time on the clock and what it took of the
processor (user and system, all threads). “Making” is the product alone, of a book that is
loaded, the first in a process and the next ones. Medians of the repeats are told.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from material import KUNMING

FOLDER = KUNMING.parent.parent / "yunze-2024"
DAY = "2025-11-05"
#: What is made: name, product, ending, settings.
PAPERS = (
    ("circular", "circular", ".docx", ()),
    ("leader", "leader", ".docx", ()),
    ("contest", "contest", ".docx", ()),
    ("contest, departments", "contest", ".docx", ("rulebook=departments",)),
    ("balance", "balance", ".docx", ()),
    ("final", "final", ".docx", ()),
    ("scores", "scores", ".xlsx", ()),
    ("breakdown", "breakdown", ".xlsx", ()),
    ("progress", "progress", ".xlsx", ()),
    ("panel", "panel", ".pdf", ()),
    ("panel of a programme", "panel", ".pdf", ("of=工业强基",)),
    ("panel of a district", "panel", ".pdf", ("of=东溪区",)),
    ("panel of the contest", "panel", ".pdf", ("of=contest",)),
    ("panel, A3", "panel", ".pdf", ("size=a3",)),
)
#: What speaks of no day.
_UNDATED = ("breakdown",)
#: Makes one product as often as it is told, each time of a book that nothing is kept of.
_MAKING = """
import datetime, json, sys, time
from pathlib import Path

from attrs import evolve

from paitou.folder import load
from paitou.report.products import Wish, find_product

folder, name, out, day, repeat, settings = sys.argv[1:]
book, product, took = load(Path(folder)), find_product(name), []
wish = Wish(as_of=datetime.date.fromisoformat(day), settings=json.loads(settings))
for _ in range(int(repeat) + 1):
    fresh = evolve(book)
    began = time.perf_counter()
    product.write(fresh, Path(out), wish)
    took.append(time.perf_counter() - began)
print(json.dumps(took))
"""


def main() -> int:
    """Print how long each took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--as-of", default=DAY)
    parser.add_argument("names", nargs="*", help="only those whose name begins so")
    asked = parser.parse_args()
    print("                       command  processor  making: first   next    size")
    for paper in PAPERS:
        if not asked.names or paper[0].startswith(tuple(asked.names)):
            _measure(*paper, asked.repeat, asked.as_of)
    return 0


def _measure(
    name: str,
    product: str,
    ending: str,
    settings: tuple[str, ...],
    repeat: int,
    day: str,
) -> None:
    options = [one for pair in settings for one in ("--set", pair)]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"paper{ending}"
        days = [] if product in _UNDATED else ["--as-of", day]
        command = ["-m", "paitou", "report", str(FOLDER), product, *days, *options]
        runs = [_run([*command, "-o", str(out)]) for _ in range(repeat)]
        told = json.dumps(dict(pair.split("=", 1) for pair in settings))
        making = ["-c", _MAKING, str(FOLDER), product, str(out), day, str(repeat), told]
        first, *next_ = json.loads(_output(making))
        size = out.stat().st_size
    wall, processor = (statistics.median(one) for one in zip(*runs, strict=True))
    print(
        f"{name:<22} {wall:6.2f} s  {processor:6.2f} s  {first:10.2f} s "
        f"{statistics.median(next_):6.2f} s {size / 1024:6.0f} kB",
        flush=True,
    )


def _run(command: list[str]) -> tuple[float, float]:
    """Seconds on the clock and of the processor."""
    used, began = _processor(), time.perf_counter()
    _output(command)
    return time.perf_counter() - began, _processor() - used


def _output(command: list[str]) -> str:
    made = subprocess.run(
        [sys.executable, *command], check=False, text=True, stdout=subprocess.PIPE
    )
    if made.returncode > 1:
        raise SystemExit(f"failed: {' '.join(command)}")
    return made.stdout


def _processor() -> float:
    found = os.times()
    return found.children_user + found.children_system


if __name__ == "__main__":
    sys.exit(main())
