"""What was issued → kept exactly, by the hash of its bytes, with a list of what it is."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from attrs import asdict, evolve, frozen

from paitou.model import UsageError

_OBJECTS, _INDEX = "objects", "index.jsonl"
_HASH = re.compile(r"[0-9a-f]{64}")
_KEPT_MODE = 0o444


@frozen(kw_only=True)
class Issued:
    """One file that was issued.

    Attributes:
        sha256, size: of its bytes; filled in by the store.
        book, product: names in addresses.
        title: of the paper.
        ending: of the file, with its dot.
        as_of: the day by whose knowledge it was written.
        period: what it speaks of, as `Period` prints it; may be empty.
        number: 发文字号 or 期号.
        publicity: 主动公开, 依申请公开 or 不公开.
        issued_on: the day that it was issued.
    """

    book: str
    product: str
    title: str
    ending: str
    as_of: dt.date
    period: str = ""
    number: str = ""
    publicity: str = ""
    issued_on: dt.date
    sha256: str = ""
    size: int = 0


class IssuedStore:
    """Files under a folder that nothing overwrites, and the list of what was issued.

    The same bytes are kept once; issued twice, they are listed twice.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes, told: Issued) -> Issued:
        """Keep a file and list it; return its entry.

        Raises:
            UsageError: the folder cannot be written to.
        """
        found = hashlib.sha256(content).hexdigest()
        entry = evolve(told, sha256=found, size=len(content))
        try:
            self._write(self._place(found), content)
            self._list(entry)
        except OSError as fault:
            told_why = f"“{self._folder}”写不进去（{fault.strerror}），没有存档"
            raise UsageError(f"{told_why}，请检查磁盘和权限") from fault
        return entry

    def entries(self) -> tuple[Issued, ...]:
        """Return what was issued, in the order of issue; a broken line is left out."""
        return tuple(entry for _, entry in self._lines() if entry is not None)

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a file, exactly as they were issued.

        Raises:
            UsageError: it is not there, or is no longer what was issued.
        """
        content = self._content(sha256)
        if content is None:
            raise UsageError(f"存档里没有 {sha256[:12]} 这份文件")
        if hashlib.sha256(content).hexdigest() != sha256:
            raise UsageError(f"存档文件 {sha256[:12]} 已被改动，与印发时不同，不能采用")
        return content

    def faults(self) -> tuple[str, ...]:
        """Return what is wrong with the store, a sentence each; none where all is whole."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[str]:
        for number, entry in self._lines():
            if entry is None:
                yield f"{_INDEX} 第{number}行读不出来"
                continue
            content = self._content(entry.sha256)
            if content is None:
                yield f"第{number}行“{entry.title}”的文件不在存档里"
            elif hashlib.sha256(content).hexdigest() != entry.sha256:
                yield f"第{number}行“{entry.title}”的文件已被改动"

    def _content(self, sha256: str) -> bytes | None:
        if not _HASH.fullmatch(sha256):
            return None
        try:
            return self._place(sha256).read_bytes()
        except FileNotFoundError:
            return None

    def _place(self, sha256: str) -> Path:
        return self._folder / _OBJECTS / sha256[:2] / sha256

    def _lines(self) -> Iterator[tuple[int, Issued | None]]:
        try:
            text = (self._folder / _INDEX).read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield number, _entry(line)

    def _write(self, path: Path, content: bytes) -> None:
        """Write what is not there yet, complete or not at all; one spoilt is put right."""
        if path.is_file() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).chmod(_KEPT_MODE)
        Path(part.name).replace(path)

    def _list(self, entry: Issued) -> None:
        """Append one line in one write, so that lines of several never mix."""
        record = {**asdict(entry), "as_of": str(entry.as_of)}
        record["issued_on"] = str(entry.issued_on)
        line = json.dumps(record, ensure_ascii=False, sort_keys=True) + "\n"
        path = self._folder / _INDEX
        if path.is_file() and not path.read_bytes().endswith(b"\n"):
            line = f"\n{line}"  # what a crash left unfinished stays a line of its own
        with path.open("ab", buffering=0) as file:
            file.write(line.encode())
            os.fsync(file.fileno())


def _entry(line: str) -> Issued | None:
    try:
        record = json.loads(line)
        days = {key: dt.date.fromisoformat(record[key]) for key in ("as_of", "issued_on")}
        return Issued(**(record | days))
    except (ValueError, TypeError, KeyError):
        return None
