"""Compile texts of growing length: time a megabyte should stay the same.

    python benchmarks/bench_linear.py [--sizes 1 2 5 10]

Each length runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from material import KUNMING

_MB = 1_000_000


def main() -> int:
    """Print a line a length."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=float, nargs="+", default=[1, 2, 5, 10])
    print(f"{'MB':>6}{'seconds':>10}{'s a MB':>9}{'peak MB':>10}{'statements':>12}")
    for size in parser.parse_args().sizes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            seconds, peak, found = pool.submit(compiled, size).result()
        took = f"{seconds:>10.2f}{seconds / size:>9.2f}"
        print(f"{size:>6g}{took}{peak:>10.0f}{found:>12,}")
    return 0


def compiled(size: float) -> tuple[float, float, int]:
    """Return seconds, peak memory in MB and statements of a text of so many megabytes."""
    from paitou.compile import compile_document
    from paitou.text import document_from_text

    plan = KUNMING.read_text("utf-8")
    text = plan * max(1, round(size * _MB / len(plan.encode())))
    compile_document(document_from_text(plan))
    began = time.perf_counter()
    statements = len(compile_document(document_from_text(text)).statements)
    seconds = time.perf_counter() - began
    return seconds, _peak_mb(), statements


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _MB if sys.platform == "darwin" else peak / 1000


if __name__ == "__main__":
    sys.exit(main())
