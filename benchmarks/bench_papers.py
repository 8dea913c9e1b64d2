"""Make each paper and panel of the invented city, each in a process of its own.

    python benchmarks/bench_papers.py [--repeat 3] [--as-of 2025-11-05] [name …]

What is timed is the whole command, from the start of the process to the file on disk: the
folder is read, targets are judged and charts are drawn. The median of the repeats is told.
"""

from __future__ import annotations

import argparse
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


def main() -> int:
    """Print how long each took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--as-of", default=DAY)
    parser.add_argument("names", nargs="*", help="only those whose name begins so")
    asked = parser.parse_args()
    for name, product, ending, settings in PAPERS:
        if asked.names and not name.startswith(tuple(asked.names)):
            continue
        options = [one for pair in settings for one in ("--set", pair)]
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / f"paper{ending}"
            days = [] if product in _UNDATED else ["--as-of", asked.as_of]
            command = ["report", str(FOLDER), product, *days, *options]
            seconds = [_seconds([*command, "-o", str(out)]) for _ in range(asked.repeat)]
            size = out.stat().st_size
        print(f"{name:<22} {statistics.median(seconds):5.2f} s  {size / 1024:7.0f} kB")
    return 0


def _seconds(command: list[str]) -> float:
    began = time.perf_counter()
    made = subprocess.run([sys.executable, "-m", "paitou", *command], check=False)
    if made.returncode > 1:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
