"""The office read while it works: the cockpit under load, exports, approvals meanwhile.

    python benchmarks/bench_served.py [--seconds 60] [--rate 20] [--database URL]

The real server serves an invented city of 40 districts and 100 targets with 100,000 frozen
figures of 25 quarters; making it takes minutes, `--keep FOLDER` keeps it for another run
(SQLite only). So many requests a second come in whether or not the one before is answered.
Every ten seconds another form of a hundred figures is approved. The status is 1 where the
cockpit's p95 is over 150 ms or that of an export over 300 ms.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import large_city
from office_clients import Browser
from own_database import own_database

DISTRICTS, TARGETS, FIRST = 40, 100, 2020
COCKPIT, EXPORT = 0.150, 0.300
#: A server that has just started judges its books first.
WARMING = 10.0
PROGRAM = Path(__file__).with_name("office_at_work.py")


def main() -> int:
    """Print a table of percentiles and whether each is short enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=20)
    parser.add_argument("--database", default="")
    parser.add_argument("--port", type=int, default=8106)
    parser.add_argument("--keep", type=Path, default=None)
    parser.add_argument("--quiet", action="store_true", help="approve nothing meanwhile")
    asked = parser.parse_args()
    with ExitStack() as stack:
        made = asked.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        made.mkdir(parents=True, exist_ok=True)
        environment = stack.enter_context(own_database(made, asked.database))
        city = made / large_city.NAME
        if not city.exists():
            large_city.write_city(made, DISTRICTS, TARGETS, FIRST)
            _at_work(environment, "fill", city)
        with serving(city, asked.port, environment):
            found = measured(
                asked.port, asked.seconds, asked.rate, environment, asked.quiet
            )
    return _told(found, asked)


def _told(found: Mapping[str, Sequence[float]], asked: argparse.Namespace) -> int:
    kind = "PostgreSQL" if asked.database else "SQLite"
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"{kind}, {asked.rate} requests a second; load of the machine {load}")
    status = 0
    for name, seconds in found.items():
        bound = COCKPIT if name.startswith("cockpit") else EXPORT
        p50, p95 = (1000 * percentile(seconds, part) for part in (50, 95))
        longest = 1000 * max(seconds)
        fits = p95 <= 1000 * bound
        status |= not fits
        print(
            f"  {name:<34}{len(seconds):6} times  p50 {p50:6.0f}  p95 {p95:6.0f}"
            f"  longest {longest:6.0f} ms  {'ok' if fits else 'TOO SLOW'}"
        )
    return int(status)


def measured(
    port: int, seconds: int, rate: int, environment: Mapping[str, str], is_quiet: bool
) -> dict[str, list[float]]:
    """Return how long the cockpit and the exports took, from when each was due."""
    officer = Browser("127.0.0.1", port)
    officer.sign_in("officer", large_city.PASSWORD)
    plan = f"/plans/{large_city.NAME}"
    exports = {
        "export: standings.json": f"{plan}/standings.json",
        "export: figures of a round, csv": "/desk/rounds/1/figures.csv",
    }
    for path in (f"{plan}/overview/", *exports.values()):
        officer.read(path)
    time.sleep(WARMING)
    browsers = [Browser("127.0.0.1", port, [], {**officer._cookies}) for _ in range(32)]
    approving = None if is_quiet else _approving(environment, seconds)
    found = {"cockpit": _open_loop(browsers, f"{plan}/overview/", seconds, rate)}
    if approving:
        approving.wait()
    for name, path in exports.items():
        found[name] = [officer.read(path)[0] for _ in range(100)]
    return found


def _open_loop(browsers: list[Browser], path: str, seconds: int, rate: int) -> list[float]:
    """Return how long each request took from the moment at which it was due."""
    free = list(browsers)
    began = time.perf_counter()

    def one(number: int) -> float:
        due = began + number / rate
        time.sleep(max(0.0, due - time.perf_counter()))
        browser = free.pop()
        browser.read(path)
        free.append(browser)
        return time.perf_counter() - due

    with ThreadPoolExecutor(len(browsers)) as pool:
        return list(pool.map(one, range(seconds * rate)))


def percentile(values: Sequence[float], part: int) -> float:
    """Return the value that so many percent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)]


@contextmanager
def serving(
    city: Path, port: int, environment: Mapping[str, str], workers: int = 1
) -> Iterator[None]:
    """Run `paitou serve` until the work is done."""
    command = [sys.executable, "-m", "paitou", "serve", str(city), "--port", str(port)]
    command += ["--workers", str(workers)]
    with subprocess.Popen(command, env={**environment}) as site:
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz")
            yield
        finally:
            site.terminate()


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            urlopen(address, timeout=60).read()  # noqa: S310 (our own site)
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"nothing answers at {address}")


def _at_work(environment: Mapping[str, str], what: str, city: Path) -> None:
    subprocess.run(
        [sys.executable, str(PROGRAM), what, city], env={**environment}, check=True
    )


def _approving(environment: Mapping[str, str], seconds: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(PROGRAM), "approve", str(seconds)]
    return subprocess.Popen(command, env={**environment})


if __name__ == "__main__":
    sys.exit(main())
