"""The head of the journal → a line a day in a file that is kept elsewhere, and a message.

Whoever could rewrite the whole chain cannot rewrite what was deposited: `paitou verify
--deposited` holds the journal against it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

from attrs import frozen
from django.conf import settings

from paitou.model import UsageError
from paitou.office.journal.models import Head
from paitou.office.journal.writing import Change
from paitou.office.tasks.duties import Outcome

_LINE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)\s+(?P<number>\d{1,18}):(?P<digest>[0-9a-f]{64})"
)
_PATIENCE = 10


@frozen
class Deposit:
    """What the head of the journal was on a day."""

    day: dt.date
    number: int
    digest: str

    @property
    def line(self) -> str:
        """Return it as it is written: 2026-03-01 120:9f86…."""
        return f"{self.day} {self.number}:{self.digest}"


def read_deposits(path: Path) -> Iterator[Deposit]:
    """Yield the deposits of a file; empty lines and those that begin with # are notes.

    Raises:
        UsageError: the file cannot be read, or one of its lines is no deposit.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"留存校验值的文件“{path}”读不出来：请检查路径和权限。") from fault
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        yield _read(line, f"“{path}”第{number}行")


def deposit_head(now: dt.datetime) -> Outcome:
    """Write today's head into the file, once, and send it where an address is set."""
    head = Head.objects.first()
    if head is None or not head.number:
        return Outcome("还没有留痕。")
    path = settings.DEPOSIT_FILE
    kept = {one.day: one for one in read_deposits(path)} if path.exists() else {}
    today = kept.get(now.date())
    changes: tuple[Change, ...] = ()
    if today is None:
        today = Deposit(now.date(), head.number, head.digest)
        _append(path, today)
        changes = (_change(today, path),)
    if settings.DEPOSIT_URL:
        _send(today)
    return Outcome(f"已存留 {today.number}:{today.digest[:12]}…", changes=changes)


def _read(line: str, where: str) -> Deposit:
    found = _LINE.fullmatch(line.strip())
    try:
        if found:
            day = dt.date.fromisoformat(found["day"])
            return Deposit(day, int(found["number"]), found["digest"])
    except ValueError:
        pass  # a day that there is not; told like every other wrong line
    raise UsageError(f"{where}不是留存的校验值：请写 日期 条数:校验值（64位）。")


def _append(path: Path, deposit: Deposit) -> None:
    """Add a line in one write."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:
            file.write(f"{deposit.line}\n".encode())
            os.fsync(file.fileno())
    except OSError as fault:
        raise UsageError(
            f"留存校验值的文件“{path}”写不进去（{fault.strerror}）："
            "请检查 PAITOU_DEPOSIT_FILE 的目录和权限。"
        ) from fault


def _send(deposit: Deposit) -> None:
    told = {
        "date": deposit.day.isoformat(),
        "count": deposit.number,
        "digest": deposit.digest,
    }
    request = Request(  # noqa: S310 (the setting takes http and https only)
        settings.DEPOSIT_URL,
        data=json.dumps(told).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urlopen(request, timeout=_PATIENCE):  # noqa: S310
        pass


def _change(deposit: Deposit, path: Path) -> Change:
    return Change(
        action="tasks.deposit",
        subject=f"deposit:{deposit.day}",
        after={"number": deposit.number, "digest": deposit.digest, "file": path.name},
    )
