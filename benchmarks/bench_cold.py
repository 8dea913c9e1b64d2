"""Start `paitou compile` as a process of its own, again and again.

python benchmarks/bench_cold.py [--rounds 20] [FILE]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from material import KUNMING
from measuring import median_ms


def main() -> int:
    """Print the median time of the whole process, and of a Python that does nothing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=KUNMING)
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    for form in ("json", "table"):
        words = ("-m", "paitou", "compile", str(asked.file), "--format", form)
        print(f"paitou compile --format {form:<6}{_process(words, asked.rounds):>8.0f} ms")
    print(f"python, nothing else        {_process(('-c', ''), asked.rounds):>8.0f} ms")
    return 0


def _process(words: tuple[str, ...], rounds: int) -> float:
    command = [sys.executable, *words]
    return median_ms(
        lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), rounds
    )


if __name__ == "__main__":
    sys.exit(main())
