"""What was issued: number, publicity and day of each paper; its bytes lie in the store."""

from __future__ import annotations

from typing import ClassVar, NoReturn

from django.db import models


class Kept(Exception):
    """Somebody tried to change or delete what was issued."""


class Paper(models.Model):
    """A file that was issued (印发), exactly as it was; it is never changed.

    `period` is what it speaks of, as `Period` prints it; `about` is what of the book.
    """

    book = models.CharField(max_length=80)
    product = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    about = models.CharField(max_length=200, blank=True)
    ending = models.CharField(max_length=10)
    as_of = models.DateField()
    period = models.CharField(max_length=20, blank=True)
    number = models.CharField(max_length=40)
    issued_on = models.DateField()
    issued_by = models.CharField(max_length=120)
    reason = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()

    class Meta:
        """How it is stored."""

        db_table = "papers_paper"
        ordering: ClassVar[list[str]] = ["-issued_on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["book", "number", "ending"], name="paper_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def save(self, *_: object, **__: object) -> None:
        """Add the paper; one that is there already cannot be saved again."""
        if not self._state.adding:
            raise Kept("已印发的文稿不能修改")
        super().save(force_insert=True)

    def delete(self, *_: object, **__: object) -> NoReturn:
        """Refuse."""
        raise Kept("已印发的文稿不能删除")
