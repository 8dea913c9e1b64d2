"""Something to do → how long it takes, on one core."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable


def median_ms(
    work: Callable[[], object],
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> float:
    """Return the median of so many rounds in milliseconds, after two that do not count."""
    for _ in range(2):
        work()
    return statistics.median(_once(work, clock) for _ in range(rounds))


def on_one_core() -> str:
    """Keep this process on one core where the system can, and say what was done."""
    if not hasattr(os, "sched_setaffinity"):
        return "on all cores (this system cannot hold a process to one)"
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    return "on one core"


def _once(work: Callable[[], object], clock: Callable[[], float]) -> float:
    began = clock()
    work()
    return (clock() - began) * 1000
