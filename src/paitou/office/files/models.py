"""A kept file → the row that says what it is, what it belongs to, and who brought it."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models

from paitou.model import Publicity
from paitou.office.files.names import LONGEST_NAME


class Purpose(StrEnum):
    """What a file is for."""

    EVIDENCE = "evidence"
    SIGNED = "signed"

    @property
    def label(self) -> str:
        """Return the Chinese word for it."""
        return {"evidence": "佐证材料", "signed": "签字扫描件"}[self.value]


class Attachment(models.Model):
    """A file kept by its hash, and what it belongs to.

    `kind` and `number` name the thing (submission 12), `part` a part of it (the key of a
    cell), `turn` how often the thing had been handed in when the file came; `level` is
    what it came with, what was decided since stands among the decisions (`levels.py`).
    """

    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField()
    name = models.CharField(max_length=LONGEST_NAME)
    media_type = models.CharField(max_length=100)
    purpose = models.CharField(
        max_length=10, choices=[(one.value, one.label) for one in Purpose]
    )
    kind = models.CharField(max_length=20)
    number = models.PositiveBigIntegerField()
    part = models.CharField(max_length=40, blank=True)
    turn = models.PositiveSmallIntegerField(default=0)
    org = models.CharField(max_length=30, blank=True)
    level = models.CharField(
        max_length=10,
        choices=[(one.value, one.label) for one in Publicity],
        default=Publicity.INTERNAL,
    )
    added_at = models.DateTimeField()
    added_post = models.CharField(max_length=120)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        """How it is stored."""

        db_table = "files_attachment"
        ordering: ClassVar[list[str]] = ["pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "number"], name="files_about")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def purpose_words(self) -> str:
        """Return what it is for, in Chinese."""
        return Purpose(self.purpose).label
