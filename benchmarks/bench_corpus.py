"""Compile a folder of documents as a user would: time and peak memory, one process or more.

python benchmarks/bench_corpus.py [FOLDER] [--jobs 1 2]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from material import CORPUS


def main() -> int:
    """Print a line for each number of processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    asked = parser.parse_args()
    if not asked.folder.is_dir():
        print(f"{asked.folder} is not there; name a folder of documents")
        return 2
    for jobs in asked.jobs:
        seconds, peak, status = _run(asked.folder, jobs)
        print(f"--jobs {jobs}: {seconds:.1f} s, peak {peak:.0f} MB, exit {status}")
    return 0


def _run(folder: Path, jobs: int) -> tuple[float, float, int]:
    """Return seconds, the peak memory of the largest process in MB, and the exit status."""
    paitou = [sys.executable, "-m", "paitou", "compile", str(folder), "--format", "json"]
    began = time.perf_counter()
    process = subprocess.Popen(
        [*paitou, "--jobs", str(jobs)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    return (
        time.perf_counter() - began,
        used.ru_maxrss / 1000,
        os.waitstatus_to_exitcode(status),
    )


if __name__ == "__main__":
    sys.exit(main())
