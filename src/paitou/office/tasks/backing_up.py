"""The database and the files that were brought → a backup of each day, the oldest gone."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from paitou.model import UsageError
from paitou.office.config.backups import back_up
from paitou.office.files.store import ContentStore, stores_in
from paitou.office.journal.writing import Change
from paitou.office.tasks.duties import Outcome

_NAMED = re.compile(r"paitou-(\d{4}-\d\d-\d\d)(\.sqlite3|\.jsonl\.gz)")
_READ = 1 << 20


def back_up_daily(now: dt.datetime) -> Outcome:
    """Write today's backup, copy the files that are new, and delete what is too old."""
    folder = settings.BACKUP_DIR
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ending = ".sqlite3" if connection.vendor == "sqlite" else ".jsonl.gz"
        path = folder / f"paitou-{now.date()}{ending}"
        if not path.exists():  # else it was done, and whoever did it was killed then
            back_up(path)
        copied = sum(copy_new(store, folder / store.name) for store in stores())
        gone = _delete_old(folder)
        state = {"file": path.name, "size": path.stat().st_size, "sha256": _sum(path)}
    except OSError as fault:
        raise UsageError(
            f"备份目录“{folder}”写不了（{fault.strerror}）："
            "请检查 PAITOU_BACKUP_DIR、权限和剩余空间。"
        ) from fault
    change = Change(
        action="tasks.backup", subject=f"backup:{path.name}", after={**state, "gone": gone}
    )
    told = f"{path.name}，{path.stat().st_size:,}字节；新文件{copied}个"
    return Outcome(f"{told}，删去旧备份{len(gone)}份。", changes=(change,))


def backups(folder: Path) -> list[tuple[dt.date, Path]]:
    """Return the backups of a folder by their days, the newest first."""
    found = ((_NAMED.fullmatch(path.name), path) for path in _listed(folder))
    dated = [(dt.date.fromisoformat(name[1]), path) for name, path in found if name]
    return sorted(dated, reverse=True)


def stores() -> Iterator[Path]:
    """Yield the folders of the data folder in which files are kept by their hash."""
    return stores_in(settings.DATA_DIR)


def copy_new(store: Path, to: Path) -> int:
    """Copy the files that are not there yet, and the lists beside them; return how many."""
    source, target = ContentStore(store), ContentStore(to)
    new = [one for one in source.hashes() if not target.place(one).exists()]
    for one in new:
        target.keep(source.read(one))
    to.mkdir(parents=True, exist_ok=True)
    for path in _listed(store):
        if path.is_file():
            shutil.copy2(path, to / path.name)
    return len(new)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []


def _delete_old(folder: Path) -> list[str]:
    """Delete all but the newest, and what a process that was killed left unfinished."""
    kept = settings.BACKUPS_KEPT
    gone = [path for _, path in backups(folder)[kept:]] if kept else []
    left = folder.glob(".paitou-*.part")
    for path in (*gone, *left):
        path.unlink(missing_ok=True)
    return [path.name for path in gone]


def _sum(path: Path) -> str:
    summed = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_READ):
            summed.update(block)
    return summed.hexdigest()
