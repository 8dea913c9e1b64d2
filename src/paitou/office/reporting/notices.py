"""What the office itself writes down beside forms: reminders, and days of the calendar."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Reminder(models.Model):
    """An organisation was reminded of a round; `told` says why the gateway did not take it.

    `way` is how: copied by hand, or handed to the gateway.
    """

    COPIED, SENT = "copied", "sent"

    round = models.ForeignKey("reporting.Round", models.CASCADE, related_name="reminders")
    org = models.CharField(max_length=30)
    at = models.DateTimeField()
    post = models.CharField(max_length=120)
    way = models.CharField(max_length=10)
    told = models.CharField(max_length=200, blank=True)

    class Meta:
        """How it is stored."""

        db_table = "reporting_reminder"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.round_id} {self.org} {self.way}"

    @property
    def words(self) -> str:
        """Return what happened, in Chinese."""
        if self.told:
            return "发送失败"
        return "已发送" if self.way == self.SENT else "已催办"


class CalendarChange(models.Model):
    """Days off and days worked that somebody entered: a year's notice, or a local change.

    `off` and `work` hold days and spans as `holidays.toml` does; a cancelled one counts
    for nothing and stays to be seen.
    """

    year = models.PositiveSmallIntegerField()
    is_notice = models.BooleanField(default=False)
    off = models.JSONField(default=list)
    work = models.JSONField(default=list)
    source = models.CharField(max_length=200)
    reason = models.CharField(max_length=200, blank=True)
    post = models.CharField(max_length=120)
    at = models.DateTimeField()
    cancelled_on = models.DateField(null=True, blank=True)

    class Meta:
        """How it is stored."""

        db_table = "reporting_calendar"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.year} {self.source}"
