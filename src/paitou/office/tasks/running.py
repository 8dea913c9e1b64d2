"""A duty that waits → done by one alone, whoever else tries; what came of it kept."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django_tasks import task

from paitou.office.journal.actions import Done, perform
from paitou.office.people.acting import Machine
from paitou.office.tasks.duties import Outcome, read_duties
from paitou.office.tasks.models import LEASE, Run, State

_log = logging.getLogger(__name__)
_BEAT = LEASE.total_seconds() / 6
_LONGEST = 2000


@task()
def carry_out(pk: int) -> str:
    """Do what the row asks for, unless somebody else does, and return how far it is."""
    run = _begin(pk, timezone.now())
    if run is not None:
        try:
            with _beating(run):
                perform(Machine(), _finish, run, _outcome(run.duty))
        except Exception as fault:
            _log.exception("后台任务 %s 没有做成", run.duty)
            _fail(run, fault)
    return Run.objects.get(pk=pk).state_words


def _begin(pk: int, now: dt.datetime) -> Run | None:
    """Take the run; None where it is done, taken, or not yet to be tried again."""
    with transaction.atomic():
        run = Run.objects.select_for_update().get(pk=pk)
        if not run.is_wanted(now):
            return None
        run.state, run.begun, run.seen, run.ended = State.RUNNING, now, now, None
        run.attempts += 1
        run.save()
    return run


def _outcome(name: str) -> Outcome:
    duty = next((one for one in read_duties() if one.name == name), None)
    if duty is None:
        return Outcome("这项任务已经停用。")
    return duty.do(timezone.localtime())


def _finish(run: Run, outcome: Outcome) -> Done[None]:
    """Keep what came of it; who was taken for dead and replaced keeps nothing."""
    state = State.DONE if outcome.is_well else State.FOUND
    is_ours = _close(run, state, outcome.words)
    return Done(None, outcome.changes if is_ours else ())


def _fail(run: Run, fault: Exception) -> None:
    """Let it be tried again after 2, 4, 8… minutes."""
    told = " ".join(str(fault).split()) or type(fault).__name__
    later = timezone.now() + dt.timedelta(minutes=2**run.attempts)
    _close(run, State.FAILED, told, next_at=later)


def _close(run: Run, state: State, words: str, **more: object) -> bool:
    ours = Run.objects.filter(pk=run.pk, attempts=run.attempts, state=State.RUNNING)
    changed = ours.update(state=state, words=words[:_LONGEST], ended=timezone.now(), **more)
    return changed > 0


@contextmanager
def _beating(run: Run) -> Iterator[None]:
    """Show a sign of life now and then, for as long as something is being done."""
    over = Event()

    def beat() -> None:
        while not over.wait(_BEAT):
            try:
                Run.objects.filter(pk=run.pk).update(seen=timezone.now())
            except DatabaseError:
                _log.info("没有记下进程还在", exc_info=True)
            finally:
                connection.close()

    thread = Thread(target=beat, name="beating", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
