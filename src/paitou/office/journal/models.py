"""The journal as it is kept: entries, the head of the chain, and who, kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, NoReturn

from django.conf import settings
from django.db import models

from paitou.office.journal.chain import Algorithm, Link, Plain
from paitou.office.journal.words import words_of
from paitou.office.people.roles import Right, Seer


class Kept(Exception):
    """Somebody tried to change or delete what is only ever added to."""


class _AddedTo(models.QuerySet["Entry"]):
    """A set of entries that can be read; they are written one at a time by `record`."""

    def for_actor(self, actor: Seer) -> _AddedTo:
        """Return every entry for who reads the journal, else those of their own orgs."""
        if actor.may(Right.READ_JOURNAL):
            return self
        if actor.may(Right.READ_OWN):
            return self.filter(org__in=actor.orgs)
        return self.none()

    def update(self, **_: object) -> NoReturn:
        """Refuse."""
        raise Kept("留痕只能增加，不能修改")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise Kept("留痕只能增加，不能删除")

    def bulk_create(self, *_: object, **__: object) -> NoReturn:
        """Refuse: each entry follows the one before."""
        raise Kept("留痕须逐条登记")


class Entry(models.Model):
    """One change: who as a post, when, what, why, before and after.

    `action` names what was done (reporting.approve), `subject` what it was done to
    (figure:…), `org` whose matter it is, so that a district sees its own.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    action = models.CharField(max_length=60, db_index=True)
    post = models.CharField(max_length=120)
    org = models.CharField(max_length=60, blank=True, db_index=True)
    subject = models.CharField(max_length=160, db_index=True)
    reason = models.TextField(blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    algorithm = models.CharField(
        max_length=10, choices=[(a.value, a.value) for a in Algorithm]
    )
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = _AddedTo.as_manager()

    class Meta:
        """How it is stored."""

        db_table = "journal_entry"
        ordering: ClassVar[list[str]] = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.subject}"

    def save(self, *_: object, **__: object) -> None:
        """Add the entry; one that is there already cannot be saved again."""
        if not self._state.adding:
            raise Kept("留痕只能增加，不能修改")
        super().save(force_insert=True)

    def delete(self, *_: object, **__: object) -> NoReturn:
        """Refuse."""
        raise Kept("留痕只能增加，不能删除")

    @property
    def content(self) -> Mapping[str, Plain]:
        """Return what is hashed of it."""
        return {
            "action": self.action,
            "after": self.after,
            "at": self.at.isoformat(timespec="microseconds"),
            "before": self.before,
            "org": self.org,
            "post": self.post,
            "reason": self.reason,
            "subject": self.subject,
        }

    @property
    def words(self) -> str:
        """Return what was done, in Chinese."""
        return words_of(self.action)

    @property
    def link(self) -> Link:
        """Return it as a link of the chain."""
        return Link(
            number=self.number,
            content=self.content,
            algorithm=Algorithm(self.algorithm),
            previous=self.previous,
            digest=self.digest,
        )


class Head(models.Model):
    """The last entry's number and hash: one row, locked by whoever adds an entry."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    class Meta:
        """How it is stored."""

        db_table = "journal_head"

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"


class Actor(models.Model):
    """Who stood behind an entry: personal, outside the chain, may be erased."""

    entry = models.OneToOneField(Entry, models.DO_NOTHING, primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        """How it is stored."""

        db_table = "journal_actor"

    def __str__(self) -> str:
        return f"{self.entry_id}"
