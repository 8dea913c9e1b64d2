"""What is due is done once, whoever tries, and tried again where it failed."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from paitou.office.journal.models import Entry
from paitou.office.journal.writing import Change
from paitou.office.tasks import running, ticking
from paitou.office.tasks.duties import Duty, Outcome
from paitou.office.tasks.models import LEASE, MOST, Run, State

pytestmark = pytest.mark.django_db
DONE = []


def work(now):
    DONE.append(now)
    return Outcome("做好了。", changes=(Change(action="tasks.clean", subject="x:1"),))


def fail(_now):
    raise OSError("磁盘满了")


def find(_now):
    return Outcome("有一处不对。", is_well=False)


@pytest.fixture(autouse=True)
def _one_connection(monkeypatch):
    """Let the worker not end the connection whose transaction the test is in."""
    worker = "django_tasks_db.management.commands.db_worker"
    monkeypatch.setattr(f"{worker}.close_old_connections", lambda: None)


@pytest.fixture
def due(monkeypatch):
    """Return a function that makes one thing due, done by a function of this module."""
    DONE.clear()

    def make(name):
        duty = Duty(name=name, label="某事", does=f"unused.{name}", minutes=1440)
        for module in (running, ticking):
            monkeypatch.setattr(module, "read_duties", lambda: (duty,))
        monkeypatch.setattr(Duty, "do", lambda _self, now: globals()[name](now))
        return duty

    return make


def only_run():
    return Run.objects.exclude(duty=ticking.ALIVE).get()


def test_it_is_done_once_and_stands_in_the_journal(due):
    due("work")
    ((duty, run),) = ticking.tick()
    assert (duty.name, run.state, run.words) == ("work", State.DONE, "做好了。")
    assert ticking.tick()[0][1].pk == run.pk
    assert len(DONE) == 1
    assert Entry.objects.get().post == "系统"


def test_only_what_is_asked_for_is_done(due):
    due("work")
    assert ticking.tick(only=["other"]) == []
    assert DONE == []


def test_what_it_finds_is_no_failure(due):
    due("find")
    assert ticking.tick()[0][1].state == State.FOUND
    assert ticking.tick()[0][1].attempts == 1


def test_a_failure_is_tried_again_later_and_not_for_ever(due):
    due("fail")
    for attempt in range(1, MOST + 3):
        run = ticking.tick()[0][1]
        assert (run.state, run.words) == (State.FAILED, "磁盘满了")
        assert run.attempts == min(attempt, MOST)
        assert ticking.tick()[0][1].attempts == run.attempts  # not at once
        Run.objects.update(next_at=timezone.now())
    assert not Entry.objects.exists()


def test_it_is_queued_once(due):
    duty = due("work")
    for _ in range(3):
        ticking.queue_if_due(duty, timezone.localtime())
    assert DBTaskResult.objects.count() == 1


def test_what_another_is_at_is_left_to_it(due):
    duty = due("work")
    run = ticking.queue_if_due(duty, timezone.localtime())
    assert running._begin(run.pk, timezone.now()) is not None
    assert running._begin(run.pk, timezone.now()) is None
    assert ticking.tick()[0][1].state == State.RUNNING
    assert DONE == []


@pytest.mark.parametrize("is_begun", [True, False])
def test_what_was_killed_is_done_again(due, is_begun):
    duty = due("work")
    run = ticking.queue_if_due(duty, timezone.localtime())
    DBTaskResult.objects.get().claim("killed")
    if is_begun:
        running._begin(run.pk, timezone.now())
    assert ticking.tick()[0][1].state != State.DONE
    long_ago = timezone.now() - LEASE - dt.timedelta(seconds=1)
    DBTaskResult.objects.update(started_at=long_ago)
    Run.objects.update(seen=long_ago)
    assert ticking.tick()[0][1].state == State.DONE
    assert len(DONE) == 1


def test_who_was_taken_for_dead_writes_nothing(due):
    duty = due("work")
    run = ticking.queue_if_due(duty, timezone.localtime())
    late = running._begin(run.pk, timezone.now())
    Run.objects.update(seen=timezone.now() - LEASE)
    assert ticking.tick()[0][1].state == State.DONE
    assert running._finish(late, Outcome("迟到")).changes == ()
    assert only_run().words == "做好了。"
