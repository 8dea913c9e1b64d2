"""Tokens of other systems: of each only a hash is kept."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac


class ApiToken(models.Model):
    """What lets a system act for a person.

    `owner` is only their number for the database, so that erasing the person leaves what
    the journal says of it true; `by` is who vouched for them when they made it, empty for
    their own password; `minute` and `used` count the calls of one minute. `bound` is a mark
    of the owner's password when it was made: another password, and it is of no use.
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        db_constraint=False,
        related_name="tokens",
    )
    name = models.CharField(max_length=60)
    prefix = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    by = models.CharField(max_length=60, blank=True)
    made_on = models.DateField()
    ends = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)
    last_used = models.DateTimeField(null=True, blank=True)
    minute = models.PositiveBigIntegerField(default=0)
    used = models.PositiveIntegerField(default=0)
    bound = models.CharField(max_length=16, default="")

    class Meta:
        """How it is stored."""

        db_table = "api_token"
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return self.prefix

    def is_live(self, day: dt.date | None = None) -> bool:
        """Return whether it may be used on a day; on `ends` itself it may no more."""
        return self.revoked_on is None and (day or timezone.localdate()) < self.ends

    @property
    def is_usable(self) -> bool:
        """Return whether it may be used today."""
        return self.is_live() and self.holds

    @property
    def holds(self) -> bool:
        """Return whether its owner still has the password that they had."""
        return secrets.compare_digest(self.bound, mark_of(self.owner.password))


def mark_of(password: str) -> str:
    """Return by what a token knows a password again, made of its hash."""
    return salted_hmac("paitou.token", password, algorithm="sha256").hexdigest()[:16]
