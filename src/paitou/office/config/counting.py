"""Requests answered → how many, how fast, by page; summed over the processes that serve."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from threading import Lock, Timer

from django.conf import settings

#: Upper bounds of the classes of latency, in seconds; 0.15 is what a page may take.
BOUNDS = (0.05, 0.15, 0.3, 1.0, 5.0)
_EVERY = 1.0
Counts = Counter[str]


class Counters:
    """Counts of this process; where there are several, each hands its own on in a file.

    A key is view|status for requests, view|≤bound and view|sum for seconds.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._counts: Counts = Counter()
        self._lock = Lock()
        self._is_waiting = False

    def count(self, view: str, status: int, seconds: float) -> None:
        """Count an answer."""
        with self._lock:
            self._counts[f"{view}|{status}"] += 1
            self._counts[f"{view}|sum"] += round(seconds * 1_000_000)
            for bound in BOUNDS:
                self._counts[f"{view}|≤{bound:g}"] += seconds <= bound
            if self._folder is None or self._is_waiting:
                return
            self._is_waiting = True
        timer = Timer(_EVERY, self._hand_on)
        timer.daemon = True
        timer.start()

    def all(self) -> Counts:
        """Return the counts of all processes on this machine that are alive."""
        with self._lock:
            summed = Counter(self._counts)
        for path in self._others():
            try:
                summed.update(json.loads(path.read_text("utf-8")))
            except (OSError, ValueError):
                continue  # it has just gone
        return summed

    def _hand_on(self) -> None:
        with self._lock:
            self._is_waiting = False
            text = json.dumps(self._counts)
        if self._folder is None:
            return
        path = self._folder / f"{os.getpid()}.json"
        part = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_text(text, "utf-8")
            part.replace(path)
        except OSError:
            return  # counts are not worth a fault; /metrics shows fewer

    def _others(self) -> Iterator[Path]:
        if self._folder is None or not self._folder.is_dir():
            return
        for path in self._folder.glob("*.json"):
            if path.stem == str(os.getpid()):
                continue
            if _is_alive(path.stem):
                yield path
            else:
                path.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def counters() -> Counters:
    """Return the counts of this process."""
    return Counters(settings.DATA_DIR / "counts" if settings.WORKERS > 1 else None)


def _is_alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except OSError:
        pass  # somebody else's, but alive
    return True
