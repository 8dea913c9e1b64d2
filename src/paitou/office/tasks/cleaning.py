"""What has outlived its use → deleted: sessions, the queue's past, old logs, files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from paitou.office.files.actions import sweep
from paitou.office.journal.writing import Change
from paitou.office.people.models import Attempt
from paitou.office.tasks.duties import Outcome
from paitou.office.tasks.models import Run, State

_ENDED = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
#: How long what is of the moment is kept to be looked at.
_QUEUE = dt.timedelta(days=7)
_RUNS = dt.timedelta(days=400)
_ATTEMPTS = dt.timedelta(days=1)
_LOG = re.compile(r"access-(\d{4}-\d\d-\d\d)\.log")


def clean_up(now: dt.datetime) -> Outcome:
    """Delete what the settings say is old enough; deleted logs stand in the journal."""
    sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
    Attempt.objects.filter(at__lt=now - _ATTEMPTS).delete()
    DBTaskResult.objects.filter(status__in=_ENDED, finished_at__lt=now - _QUEUE).delete()
    Run.objects.exclude(state=State.RUNNING).filter(ended__lt=now - _RUNS).delete()
    loose = sweep(now)
    gone = [path.name for path in old_logs(now.date())]
    for path in [*old_logs(now.date())]:
        path.unlink(missing_ok=True)
    change = Change(
        action="tasks.clean",
        subject=f"logs:{now.date()}",
        after={"files": gone, "attachments": loose},
    )
    told = f"删去过期会话{sessions}个，访问日志{len(gone)}份，没有归属的附件{loose}个。"
    return Outcome(told, changes=(change,) if gone or loose else ())


def old_logs(today: dt.date) -> Iterator[Path]:
    """Yield the access logs of days that need not be kept any more."""
    folder, days = Path(settings.ACCESS_LOG), settings.LOG_DAYS
    if settings.ACCESS_LOG in ("", "-") or not days or not folder.is_dir():
        return
    first = today - dt.timedelta(days=days)
    for path in sorted(folder.iterdir()):
        named = _LOG.fullmatch(path.name)
        if named and dt.date.fromisoformat(named[1]) < first:
            yield path
