"""Figures as approval froze them: vintages that are added and never changed."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, NoReturn

from django.db import models

from paitou.model import Bound, Figure, FigureState, Measure, Period, Unit

_STATES = {state.value: state for state in FigureState}


class Kept(Exception):
    """Somebody tried to change or delete a figure that approval froze."""


class _AddedTo(models.QuerySet["Reported"]):
    """Frozen figures: read, and added to."""

    def update(self, **_: object) -> NoReturn:
        """Refuse."""
        raise Kept("已核定的数不能修改，只能更正为新的一版")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise Kept("已核定的数不能删除")


class Reported(models.Model):
    """A figure as it was approved: one vintage, never changed.

    `vintage` counts from 1; a later one says why it differs and who approved it.
    """

    book = models.CharField(max_length=80)
    key = models.CharField(max_length=20)
    vintage = models.PositiveSmallIntegerField()
    submission = models.ForeignKey(
        "reporting.Submission", models.PROTECT, related_name="figures"
    )
    indicator = models.CharField(max_length=160)
    indicator_id = models.CharField(max_length=80)
    measure = models.CharField(max_length=20)
    prices = models.CharField(max_length=10, blank=True)
    org = models.CharField(max_length=80)
    period = models.CharField(max_length=20)
    value = models.CharField(max_length=90)
    value_high = models.CharField(max_length=90, blank=True)
    unit = models.CharField(max_length=30, blank=True)
    state = models.CharField(max_length=20)
    qualifier = models.CharField(max_length=30, blank=True)
    bound = models.CharField(max_length=10)
    definition = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=80)
    known_on = models.DateField()
    note = models.CharField(max_length=700, blank=True)
    figure_id = models.CharField(max_length=20)
    approver = models.CharField(max_length=120)
    reason = models.CharField(max_length=500, blank=True)

    objects = _AddedTo.as_manager()

    class Meta:
        """How it is stored."""

        db_table = "reporting_figure"
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["book", "key", "vintage"], name="figure_book_key_vintage"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.org} {self.period}"

    def save(self, *_: object, **__: object) -> None:
        """Add the figure; one that is there already cannot be saved again."""
        if not self._state.adding:
            raise Kept("已核定的数不能修改，只能更正为新的一版")
        super().save(force_insert=True)

    def delete(self, *_: object, **__: object) -> NoReturn:
        """Refuse."""
        raise Kept("已核定的数不能删除")

    @classmethod
    def of(cls, figure: Figure, **more: object) -> Reported:
        """Return the row of a figure, not saved yet; `more` are the other columns."""
        return cls(
            indicator=figure.indicator,
            indicator_id=figure.indicator_id,
            measure=figure.measure.value,
            prices=figure.prices,
            org=figure.org,
            period=str(figure.period),
            value=_written(figure.value),
            value_high="" if figure.value_high is None else f"{figure.value_high:f}",
            unit=figure.unit.text,
            state=figure.state.value,
            qualifier=figure.qualifier,
            bound=figure.bound.value,
            definition=figure.definition,
            source=figure.source,
            known_on=figure.visible_from,
            note=figure.note,
            figure_id=figure.id,
            **more,
        )

    @property
    def figure(self) -> Figure:
        """Return it as the engine knows it."""
        return Figure(
            id=self.figure_id,
            indicator=self.indicator,
            indicator_id=self.indicator_id,
            measure=Measure(self.measure),
            prices=self.prices,
            org=self.org,
            period=Period.parse(self.period),
            value=_read(self.value),
            value_high=Decimal(self.value_high) if self.value_high else None,
            unit=Unit.parse(self.unit),
            state=_STATES[self.state],
            qualifier=self.qualifier,
            bound=Bound(self.bound),
            definition=self.definition,
            source=self.source,
            known_on=self.known_on,
            note=self.note,
            where=self.where,
        )

    @property
    def where(self) -> str:
        """Return what stands beside its value where a folder's file and row would."""
        return f"填报 {self.source}（第{self.vintage}版）"

    @property
    def words(self) -> str:
        """Return the value as people write it: 突破800亿元, or / where there is none."""
        high = f"—{self.value_high}" if self.value_high else ""
        unit = "" if self.value == "/" else self.unit
        return f"{self.qualifier}{self.value}{high}{unit}"


def _written(value: Decimal | str | None) -> str:
    if value is None:
        return "/"
    return f"{value:f}" if isinstance(value, Decimal) else value


def _read(text: str) -> Decimal | str | None:
    if text == "/":
        return None
    try:
        return Decimal(text)
    except ArithmeticError:
        return text
