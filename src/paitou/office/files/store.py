"""Bytes → a file named by their hash that nothing overwrites, and back exactly."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from paitou.model import UsageError

_OBJECTS = "objects"
_HASH = re.compile(r"[0-9a-f]{64}")
_KEPT_MODE = 0o444


def hash_of(content: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal: the name that they are kept by."""
    return hashlib.sha256(content).hexdigest()


class ContentStore:
    """Bytes kept under a folder by their SHA-256, the same once only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, content: bytes) -> str:
        """Keep bytes and return their hash: complete on the disk, or not at all.

        Raises:
            UsageError: the folder cannot be written to.
        """
        found = hash_of(content)
        try:
            self._write(self.place(found), content)
        except OSError as fault:
            raise unwritable(self.folder, fault) from fault
        return found

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a hash, exactly as they were kept.

        Raises:
            UsageError: they are not there, or are no longer what was kept.
        """
        content = self.find(sha256)
        if content is None:
            raise UsageError(f"存档里没有 {sha256[:12]} 这份文件")
        if hash_of(content) != sha256:
            raise UsageError(f"存档文件 {sha256[:12]} 已被改动，与存入时不同，不能采用")
        return content

    def find(self, sha256: str) -> bytes | None:
        """Return what stands under a hash, unchecked; None where there is nothing."""
        if not _HASH.fullmatch(sha256):
            return None
        try:
            return self.place(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def fault_of(self, sha256: str) -> str:
        """Return what is wrong with the file of a hash, empty where it is whole."""
        content = self.find(sha256)
        if content is None:
            return "的文件不在存档里"
        return "" if hash_of(content) == sha256 else "的文件已被改动"

    def hashes(self) -> Iterator[str]:
        """Yield the hash of everything that is kept, in their order."""
        for path in sorted((self.folder / _OBJECTS).glob("??/*")):
            if _HASH.fullmatch(path.name):
                yield path.name

    def drop(self, hashes: Iterable[str], before: float) -> int:
        """Delete what was last kept before a time; return how many there were."""
        count = 0
        for sha256 in hashes:
            with suppress(FileNotFoundError):
                if self.place(sha256).stat().st_mtime < before:
                    self.place(sha256).unlink()
                    count += 1
        return count

    def place(self, sha256: str) -> Path:
        """Return where the bytes of a hash stand."""
        return self.folder / _OBJECTS / sha256[:2] / sha256

    def _write(self, path: Path, content: bytes) -> None:
        """Write what is not there yet; one that was spoilt is put right."""
        if path.is_file() and path.read_bytes() == content:
            os.utime(path)  # it is wanted again, so that nothing sweeps it away meanwhile
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).chmod(_KEPT_MODE)
        Path(part.name).replace(path)


def stores_in(folder: Path) -> Iterator[Path]:
    """Yield the folders of a data folder in which files are kept by their hash."""
    if folder.is_dir():
        yield from (one for one in sorted(folder.iterdir()) if (one / _OBJECTS).is_dir())


def unwritable(folder: Path, fault: OSError) -> UsageError:
    """Return what is raised where a folder cannot be written to."""
    told = f"“{folder}”写不进去（{fault.strerror}），没有存档"
    return UsageError(f"{told}，请检查磁盘和权限")
