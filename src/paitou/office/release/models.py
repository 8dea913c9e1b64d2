"""Decisions on who may be shown what from when: added and called off, never changed."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar, NoReturn

from django.db import models
from django.db.models import Q

from paitou.model import PageKind, Publicity
from paitou.office.release.levels import Decision, Publication


class Kind(models.TextChoices):
    """What a decision is about."""

    PAGE = "page", "网页"
    ROUND = "round", "一批数据"
    FILE = "file", "文件"
    PAPER = "paper", "文稿"


class Kept(Exception):
    """Somebody tried to delete a decision."""


class Release(models.Model):
    """That something is public, on request or internal from a minute on.

    `key` is the kind of page, the number of a round, the hash of a file or the number of
    an issued paper. Of a round, `upto` is the last figure that it speaks of and `withheld`
    the keys that it leaves out; of a warning list, `query` is what of it was approved.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices)
    book = models.CharField(max_length=80)
    key = models.CharField(max_length=80)
    level = models.CharField(
        max_length=12, choices=[(level.value, level.label) for level in Publicity]
    )
    starts = models.DateTimeField()
    expires = models.DateField(null=True, blank=True)
    upto = models.PositiveBigIntegerField(default=0)
    withheld = models.JSONField(default=list, blank=True)
    query = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=120)
    reason = models.CharField(max_length=200, blank=True)
    is_cancelled = models.BooleanField(default=False)

    class Meta:
        """How it is stored."""

        db_table = "release_decision"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["book", "kind", "key"], name="release_of")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.book} {self.key} {self.level}"

    def delete(self, *_: object, **__: object) -> NoReturn:
        """Refuse."""
        raise Kept("公开决定只能撤回，不能删除")

    @property
    def decision(self) -> Decision:
        """Return it as the rules know it."""
        return Decision(
            number=self.pk,
            level=Publicity(self.level),
            starts=self.starts,
            expires=self.expires,
        )

    @property
    def publication(self) -> Publication:
        """Return the decision on a round as the rules know it."""
        return Publication(
            number=self.pk,
            round=int(self.key),
            starts=self.starts,
            upto=self.upto,
            withheld=frozenset(self.withheld),
        )

    @property
    def label(self) -> str:
        """Return the level in Chinese."""
        return Publicity(self.level).label

    @property
    def words(self) -> str:
        """Return what it decides, in a few words."""
        if self.kind == Kind.ROUND:
            return "公布一批数据"
        named = (
            PageKind(self.key).label if self.kind == Kind.PAGE else self.get_kind_display()
        )
        return f"“{named}”{self.label}"

    def is_of(self, round_: int) -> bool:
        """Return whether it publishes the figures of a round."""
        return self.kind == Kind.ROUND and self.key == str(round_)


def decisions_on(book: str, kind: Kind, key: str) -> tuple[Release, ...]:
    """Return what was decided about a thing and not called off, in the order decided."""
    found = Release.objects.filter(book=book, kind=kind, key=key, is_cancelled=False)
    return tuple(found.order_by("pk"))


def publications(head: str, now: dt.datetime) -> dict[str, tuple[Publication, ...]]:
    """Return the publications whose minute has come, of a book and of its children."""
    found = Release.objects.filter(
        Q(book=head) | Q(book__startswith=f"{head}~"),
        kind=Kind.ROUND,
        level=Publicity.PUBLIC,
        is_cancelled=False,
        starts__lte=now,
    )
    by_book: dict[str, tuple[Publication, ...]] = {}
    for each in found.order_by("pk"):
        by_book[each.book] = (*by_book.get(each.book, ()), each.publication)
    return by_book
