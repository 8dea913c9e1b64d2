"""The database, its backups and the disk → the few signs that all is well, or not."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from attrs import frozen
from django.conf import settings
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from paitou.office.journal.chain import ORIGIN
from paitou.office.journal.models import Head
from paitou.office.tasks.backing_up import backups
from paitou.office.tasks.duties import Duty, read_duties
from paitou.office.tasks.models import Run, State
from paitou.office.tasks.ticking import ALIVE

_WAITING = (TaskResultStatus.READY, TaskResultStatus.RUNNING)


@frozen(kw_only=True)
class Signs:
    """How the office is.

    Attributes:
        entries, digest: of the head of the journal.
        backup, backup_at, backup_size: the newest daily backup and when it was written.
        verified: the last verification that came to an end.
        queue: how much waits or is being done in the background.
        seen: when somebody last looked what is due.
        free, whole: bytes of the disk that the data folder is on.
        last: of every duty, its last run.
    """

    entries: int
    digest: str
    backup: Path | None
    backup_at: dt.datetime | None
    backup_size: int
    verified: Run | None
    queue: int
    seen: dt.datetime | None
    free: int
    whole: int
    last: tuple[tuple[Duty, Run | None], ...]

    @property
    def free_share(self) -> float:
        """Return how much of the disk is free, from 0 to 1."""
        return self.free / self.whole if self.whole else 0.0

    @property
    def failing(self) -> tuple[Duty, ...]:
        """Return the duties whose last run was not done, or found something."""
        bad = (State.FAILED, State.FOUND)
        return tuple(duty for duty, run in self.last if run and run.state in bad)


def read_signs() -> Signs:
    """Return how the office is now."""
    head = Head.objects.first()
    newest = next(iter(backups(settings.BACKUP_DIR)), None)
    backup = newest[1] if newest else None
    state = backup.stat() if backup else None
    disk = shutil.disk_usage(_there(settings.DATA_DIR))
    duties = read_duties()
    alive = Run.objects.filter(duty=ALIVE).first()
    return Signs(
        entries=head.number if head else 0,
        digest=head.digest if head else ORIGIN,
        backup=backup,
        backup_at=_moment(state.st_mtime) if state else None,
        backup_size=state.st_size if state else 0,
        verified=_ended("verify"),
        queue=DBTaskResult.objects.filter(status__in=_WAITING).count(),
        seen=alive.seen if alive else None,
        free=disk.free,
        whole=disk.total,
        last=tuple((duty, Run.objects.filter(duty=duty.name).first()) for duty in duties),
    )


def _ended(name: str) -> Run | None:
    runs = Run.objects.filter(duty=name, state__in=(State.DONE, State.FOUND))
    return runs.order_by("-ended").first()


def _moment(seconds: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, tz=timezone.get_current_timezone())


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it that there is."""
    whole = folder.resolve()
    return next(place for place in (whole, *whole.parents) if place.exists())
