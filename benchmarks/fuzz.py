"""Compile many hostile texts and report whatever is wrong with what comes out.

python benchmarks/fuzz.py [--count 100000] [--seed 1] [--jobs 2] [--only NUMBER]
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial

from fuzzing import found, seed_texts

_SHOWN = 20
_texts = cache(seed_texts)


def _found(number: int, seed: int) -> str:
    return found(number, seed, _texts())


def main() -> int:
    """Run the texts and return 1 when one of them shows a fault."""
    asked = _arguments()
    numbers = range(asked.count) if asked.only is None else (asked.only,)
    print(f"seed {asked.seed}, {len(numbers):,} texts of {len(_texts())} originals")
    began = time.perf_counter()
    with ProcessPoolExecutor(asked.jobs) as pool:
        one = partial(_found, seed=asked.seed)
        wrong = [fault for fault in pool.map(one, numbers, chunksize=200) if fault]
    for fault in _each_kind_once(wrong)[:_SHOWN]:
        print(fault)
    print(f"{len(wrong)} with faults, in {time.perf_counter() - began:.0f} s")
    return int(bool(wrong))


def _each_kind_once(wrong: list[str]) -> list[str]:
    """The first of those that read the same but for the number."""
    return list({fault.partition(" ")[2]: fault for fault in reversed(wrong)}.values())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", type=int, help="make and check only this text")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
