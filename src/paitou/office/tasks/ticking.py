"""A moment → everything that is due then put into the queue, and the queue worked off."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Collection, Iterable
from threading import Event

from django.db import DatabaseError, connections, transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from paitou.office.tasks.duties import Duty, read_duties
from paitou.office.tasks.models import LEASE, Run, State
from paitou.office.tasks.running import carry_out

#: The row that says when somebody last looked what is due.
ALIVE = "tick"
Tell = Callable[[Iterable[tuple[Duty, Run]]], None]
_log = logging.getLogger(__name__)


def tick(only: Collection[str] = ()) -> list[tuple[Duty, Run]]:
    """Do what is due, and return every duty with how far its last run is.

    Args:
        only: the names of the duties that are wanted; all where there is none.
    """
    duties = [one for one in read_duties() if not only or one.name in only]
    Run.objects.update_or_create(
        duty=ALIVE, slot="", defaults={"state": State.DONE, "seen": timezone.now()}
    )
    runs = [queue_if_due(duty, timezone.localtime()) for duty in duties]
    _work_off()
    for run in runs:
        run.refresh_from_db()
    return list(zip(duties, runs, strict=True))


def tick_until(over: Event, every: float, only: Collection[str], tell: Tell) -> None:
    """Do what is due every so many seconds, and tell what came of it, until it is over."""
    told: set[tuple[int, int]] = set()
    while not over.is_set():
        try:
            ended = {
                (run.pk, run.attempts): (duty, run)
                for duty, run in tick(only)
                if run.ended is not None
            }
            tell(ended[key] for key in ended if key not in told)
            told = {*ended}
        except DatabaseError:
            _log.exception("数据库用不了，下一次再试")
            connections.close_all()
        over.wait(every)


def queue_if_due(duty: Duty, now: dt.datetime) -> Run:
    """Return the run of the last moment that a duty was due at, queued where it waits."""
    with transaction.atomic():
        Run.objects.get_or_create(duty=duty.name, slot=duty.slot(now))
        run = Run.objects.select_for_update().get(duty=duty.name, slot=duty.slot(now))
        if run.is_wanted(now) and not _is_queued(run, now):
            run.queued = str(carry_out.enqueue(run.pk).id)
            run.save(update_fields=["queued"])
    return run


def _is_queued(run: Run, now: dt.datetime) -> bool:
    """Whether its entry in the queue will be worked off: it waits, or was just taken."""
    entry = DBTaskResult.objects.filter(pk=run.queued).first() if run.queued else None
    if entry is None:
        return False
    if entry.status == TaskResultStatus.READY:
        return True
    is_fresh = entry.started_at is not None and entry.started_at + LEASE > now
    return entry.status == TaskResultStatus.RUNNING and is_fresh


def _work_off() -> None:
    Worker(
        queue_names=["*"],
        interval=0.2,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    ).run()
