"""The rows of the database and the kept files ↔ one archive, which stands the office up.

A tar file: `database.jsonl.gz`, then of each store its files by their hash and its lists.
Bytes are named by their SHA-256, so whatever was altered on the way is found.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO

from django.conf import settings

from paitou.model import UsageError
from paitou.office.files.store import ContentStore, stores_in

ENDING = ".tar"
_ROWS = "database.jsonl.gz"
_OBJECT = re.compile(r"([a-z][a-z-]{0,30})/objects/([0-9a-f]{2})/(\2[0-9a-f]{62})")
_LIST = re.compile(r"([a-z][a-z-]{0,30})/([a-z][a-z-]{0,30}\.jsonl)")
_BLOCK = 1 << 20
_BROKEN = "备份文件“{name}”不完整或被改动过（{told}）：请换用另一份备份。"


def write_archive(path: Path, write_rows: Callable[[Path], None]) -> None:
    """Write everything; whoever writes meanwhile waits for nothing.

    Rows go first: bytes that come later belong to rows that are not in it.
    """
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        rows = Path(folder) / _ROWS
        write_rows(rows)
        with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as archive:
            _add(archive, _ROWS, rows)
            for store in stores_in(settings.DATA_DIR):
                for name, file in _files(store):
                    _add(archive, f"{store.name}/{name}", file)


@contextmanager
def opened_archive(path: Path) -> Iterator[Path]:
    """Yield the file of the rows; the whole archive has been checked before.

    Raises:
        UsageError: it is cut off, was altered, or holds what is no part of a backup.
    """
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / _ROWS
        for member, content in _members(path):
            _check(path, member.name, content, rows)
        if not rows.exists():
            raise UsageError(_BROKEN.format(name=path.name, told="没有数据库的部分"))
        yield rows


def put_files_back(path: Path) -> int:
    """Keep every file of a checked archive, and return how many; none is overwritten."""
    count = 0
    for member, content in _members(path):
        if found := _OBJECT.fullmatch(member.name):
            ContentStore(settings.DATA_DIR / found[1]).keep(content.read())
            count += 1
        elif found := _LIST.fullmatch(member.name):
            _add_lines(settings.DATA_DIR / found[1] / found[2], content.read())
    return count


def is_archive(path: Path) -> bool:
    """Return whether a file begins as an archive does."""
    try:
        return tarfile.is_tarfile(path)
    except OSError:
        return False


def _files(store: Path) -> Iterator[tuple[str, Path]]:
    kept = ContentStore(store)
    for sha256 in kept.hashes():
        yield f"objects/{sha256[:2]}/{sha256}", kept.place(sha256)
    for one in sorted(store.glob("*.jsonl")):
        yield one.name, one


def _add(archive: tarfile.TarFile, name: str, path: Path) -> None:
    """Add a file as it is now, with nothing of this machine but its bytes."""
    told = tarfile.TarInfo(name)
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return  # swept away since it was listed: nothing names it
    with file:
        told.size, told.mode = path.stat().st_size, 0o400
        archive.addfile(told, file)


def _members(path: Path) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    try:
        with tarfile.open(path, "r:") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                yield member, content or BytesIO()
    except (tarfile.TarError, OSError, EOFError) as fault:
        raise UsageError(_BROKEN.format(name=path.name, told=fault)) from fault


def _check(path: Path, name: str, content: IO[bytes], rows: Path) -> None:
    """Hold one part against its name; nothing of the archive decides where it goes."""
    if name == _ROWS:
        with rows.open("wb") as file:
            shutil.copyfileobj(content, file, _BLOCK)
    elif found := _OBJECT.fullmatch(name):
        summed = hashlib.sha256()
        while block := content.read(_BLOCK):
            summed.update(block)
        if summed.hexdigest() != found[3]:
            told = f"{found[1]}/{found[3][:12]} 与存入时不同"
            raise UsageError(_BROKEN.format(name=path.name, told=told))
    elif not _LIST.fullmatch(name):
        told = f"里面有不属于备份的“{name[:60]!r}”"
        raise UsageError(_BROKEN.format(name=path.name, told=told))


def _add_lines(path: Path, content: bytes) -> None:
    """Add the lines that a list does not have yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    there = path.read_bytes().splitlines() if path.exists() else []
    known = {*there}
    new = [line for line in content.splitlines() if line and line not in known]
    if new:
        with path.open("ab") as file:
            file.write(b"".join(line + b"\n" for line in new))
