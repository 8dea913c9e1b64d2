"""What is made once → kept in memory and on disk, within bounds."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Hashable
from contextlib import suppress
from pathlib import Path
from threading import Lock


class Memory:
    """Bytes by key, the least used dropped beyond a bound; each is made by one alone."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._kept: dict[Hashable, bytes] = {}
        self._making: dict[Hashable, Lock] = {}

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Return what was made for the key, else make it; others who ask wait."""
        with self._lock:
            if (found := self._taken(key)) is not None:
                return found
            alone = self._making.setdefault(key, Lock())
        with alone:
            with self._lock:
                if (found := self._taken(key)) is not None:
                    return found
            try:
                made = make()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                self._keep(key, made)
            return made

    @property
    def size(self) -> int:
        """Return how many bytes are kept."""
        return sum(map(len, self._kept.values()))

    def _taken(self, key: Hashable) -> bytes | None:
        found = self._kept.pop(key, None)
        if found is not None:
            self._kept[key] = found
        return found

    def _keep(self, key: Hashable, made: bytes) -> None:
        self._kept[key] = made
        while self.size > self._most and self._kept:
            del self._kept[next(iter(self._kept))]


class Disk:
    """Files by name in a folder, the oldest deleted beyond a bound.

    What cannot be written is simply not kept.
    """

    def __init__(self, folder: Path, most: int) -> None:
        self._folder = folder
        self._most = most

    def get(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return the file's bytes, else make them and write the file."""
        path = self._folder / name
        with suppress(OSError):
            found = path.read_bytes()
            os.utime(path)
            return found
        made = make()
        with suppress(OSError):
            self._write(path, made)
            self._prune()
        return made

    def _write(self, path: Path, made: bytes) -> None:
        """Write beside it first, so that nobody reads half a file."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as part:
            part.write(made)
        Path(part.name).replace(path)

    def _prune(self) -> None:
        files = [one for one in self._folder.iterdir() if one.is_file()]
        states = sorted((one.stat().st_mtime, one.stat().st_size, one) for one in files)
        total = sum(size for _, size, _ in states)
        for _, size, path in states:
            if total <= self._most:
                break
            path.unlink(missing_ok=True)
            total -= size
