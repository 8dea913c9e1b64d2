"""What was issued → kept exactly, by the hash of its bytes, with a list of what it is."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path

from attrs import asdict, evolve, frozen

from paitou.office.files.store import ContentStore, unwritable

_INDEX = "index.jsonl"


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
        self._store = ContentStore(folder)

    @property
    def folder(self) -> Path:
        """Return where it keeps everything."""
        return self._folder

    def keep(self, content: bytes, told: Issued) -> Issued:
        """Keep a file and list it; return its entry.

        Raises:
            UsageError: the folder cannot be written to.
        """
        entry = evolve(told, sha256=self._store.keep(content), size=len(content))
        try:
            self._list(entry)
        except OSError as fault:
            raise unwritable(self._folder, fault) from fault
        return entry

    def entries(self) -> tuple[Issued, ...]:
        """Return what was issued, in the order of issue; a broken line is left out."""
        return tuple(entry for _, entry in self._lines() if entry is not None)

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a file, exactly as they were issued.

        Raises:
            UsageError: it is not there, or is no longer what was issued.
        """
        return self._store.read(sha256)

    def fault_of(self, sha256: str) -> str:
        """Return what is wrong with the file of a hash, empty where it is whole."""
        return self._store.fault_of(sha256)

    def faults(self) -> tuple[str, ...]:
        """Return what is wrong with the store, a sentence each; none where all is whole."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[str]:
        for number, entry in self._lines():
            if entry is None:
                yield f"{_INDEX} 第{number}行读不出来"
                continue
            if fault := self._store.fault_of(entry.sha256):
                yield f"第{number}行“{entry.title}”{fault}"

    def _lines(self) -> Iterator[tuple[int, Issued | None]]:
        try:
            text = (self._folder / _INDEX).read_text("utf-8", errors="replace")
        except FileNotFoundError:
            return
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield number, _entry(line)

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
