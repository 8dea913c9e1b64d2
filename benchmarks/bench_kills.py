"""Kill a writer of the office 200 times and look for what was lost or is half done.

    python benchmarks/bench_kills.py [--kills 200] [--seed 1] [--database URL]

On SQLite, or on a database made for it on the PostgreSQL server of the URL. The status is 1
where anything was lost, doubled or left in part. tests/office/test_kills.py does 20.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from own_database import own_database

PROGRAM = Path(__file__).with_name("killing.py")


def main() -> int:
    """Print what was acknowledged and every fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", default="")
    asked = parser.parse_args()
    command = [sys.executable, str(PROGRAM)]
    command += ["--kills", str(asked.kills), "--seed", str(asked.seed)]
    began = time.perf_counter()
    with (
        tempfile.TemporaryDirectory() as folder,
        own_database(Path(folder), asked.database) as environment,
    ):
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise SystemExit(done.stderr)
    found = json.loads(done.stdout)
    kind = "PostgreSQL" if asked.database else "SQLite"
    seconds = time.perf_counter() - began
    print(f"{kind}: {found['kills']} kills in {seconds:.0f} s, {found['acknowledged']}")
    for fault in found["faults"]:
        print(fault)
    return 1 if found["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
