"""The folders of an office → who else may read them, and what stands beside what."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from paitou.model import Issue, Level

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def place_issues() -> Iterator[Issue]:
    """Yield what is not safe about where things are kept."""
    if not settings.DATA_DIR.is_absolute():
        yield Issue(
            code="deploy-data-relative",
            level=Level.WARNING,
            message=f"数据目录“{settings.DATA_DIR}”是相对路径，换个目录启动就换了一个库",
            remedy="用 PAITOU_DATA_DIR 写绝对路径",
        )
    for path in (settings.DATA_DIR, settings.BACKUP_DIR):
        if path.exists() and path.stat().st_mode & _OTHERS:
            yield Issue(
                code="deploy-data-open",
                level=Level.ERROR,
                message=f"“{path}”别的用户也能打开，里面有口令的散列和内部数据",
                remedy=f"chmod 700 {path}",
            )
    yield from _beside()


def _beside() -> Iterator[Issue]:
    if _same_disk(settings.BACKUP_DIR, settings.DATA_DIR):
        yield Issue(
            code="deploy-backup-beside",
            level=Level.WARNING,
            message="备份和数据在同一块盘上，盘坏了就都没有了",
            remedy="用 PAITOU_BACKUP_DIR 放到另一块盘，并定期复制到另一台机器",
        )
    if _same_disk(settings.DEPOSIT_FILE.parent, settings.DATA_DIR):
        yield Issue(
            code="deploy-deposit-beside",
            level=Level.HINT,
            message="留存的校验值和数据在同一块盘上，能改数据的人也能改它",
            remedy="用 PAITOU_DEPOSIT_FILE 放到别处，或定期打印存留单",
        )


def _same_disk(one: Path, other: Path) -> bool:
    return _existing(one).stat().st_dev == _existing(other).stat().st_dev


def _existing(path: Path) -> Path:
    whole = path.resolve()
    return next(each for each in (whole, *whole.parents) if each.exists())
