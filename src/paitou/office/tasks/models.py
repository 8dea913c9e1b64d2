"""Each duty at each moment → one row: whether it is done, by whom, and what came of it."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.utils import timezone

#: After this long without a sign of life, whoever was at it counts as dead.
LEASE = dt.timedelta(minutes=2)
#: How often something is tried before a person has to look.
MOST = 6


class State(models.TextChoices):
    """How far it is."""

    WAITING = "waiting", "等待"
    RUNNING = "running", "正在做"
    DONE = "done", "完成"
    FOUND = "found", "发现问题"
    FAILED = "failed", "没有做成"


class Run(models.Model):
    """A duty at one moment.

    `slot` names the moment that it was due at, `queued` its entry in the queue, `seen`
    the last sign of life of who is at it, `next_at` when it may be tried again.
    """

    duty = models.CharField(max_length=40)
    slot = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    queued = models.CharField(max_length=40, blank=True)
    next_at = models.DateTimeField(default=timezone.now)
    begun = models.DateTimeField(null=True)
    seen = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    words = models.TextField(blank=True)

    class Meta:
        """How it is stored."""

        db_table = "tasks_run"
        ordering: ClassVar[list[str]] = ["-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["duty", "slot"], name="tasks_run_duty_slot")
        ]

    def __str__(self) -> str:
        return f"{self.duty} {self.slot} {self.state}"

    @property
    def state_words(self) -> str:
        """Return how far it is, in Chinese."""
        return State(self.state).label

    def is_wanted(self, now: dt.datetime) -> bool:
        """Return whether somebody should do it now."""
        if self.state == State.RUNNING:
            return self.seen is None or self.seen + LEASE <= now
        if self.state == State.FAILED:
            return self.attempts < MOST and self.next_at <= now
        return self.state == State.WAITING
