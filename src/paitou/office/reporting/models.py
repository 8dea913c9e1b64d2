"""Rounds, forms being filled, and reviews; the figures that approval froze stand apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from paitou.model import Measure, Period
from paitou.office.people.roles import Right, Seer
from paitou.office.reporting.asks import Ask, Beside
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.notices import CalendarChange, Reminder
from paitou.office.reporting.reported import Reported
from paitou.office.reporting.states import Stage, State, Step, route_of

_HANDED_IN = (Stage.REVIEW, Stage.APPROVED)
__all__ = [
    "CalendarChange",
    "Cell",
    "Extension",
    "Reminder",
    "Reported",
    "Review",
    "Round",
    "Submission",
]


class Round(models.Model):
    """A period for which the organisations of a book report (批次).

    `needs_evidence` keeps back forms without 佐证材料; `on_paper` lets heads who do not
    sign in sign a printed sheet.
    """

    book = models.CharField(max_length=80)
    period = models.CharField(max_length=20)
    title = models.CharField(max_length=120)
    opens = models.DateField()
    due = models.DateField()
    route = models.JSONField(default=list)
    spared = models.JSONField(default=dict)
    note = models.CharField(max_length=200, blank=True)
    needs_evidence = models.BooleanField(default=False)
    on_paper = models.BooleanField(default=False)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        """How it is stored."""

        db_table = "reporting_round"
        ordering: ClassVar[list[str]] = ["-opens", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["book", "period"], name="round_book_period")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return its reviews in their order."""
        return route_of(tuple(self.route))

    def is_open(self, day: dt.date) -> bool:
        """Return whether forms may be filled on a day; late is still open."""
        return self.closed_on is None and self.opens <= day


class Extension(models.Model):
    """A later last day for one organisation, agreed before the first one passed."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="extensions")
    org = models.CharField(max_length=30)
    due = models.DateField()
    reason = models.CharField(max_length=200)

    class Meta:
        """How it is stored."""

        db_table = "reporting_extension"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "org"], name="extension_round_org")
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.org}"


class Submissions(models.QuerySet["Submission"]):
    """Forms that somebody may see."""

    def for_actor(self, actor: Seer) -> Submissions:
        """Return their own, and those handed in where they read or approve all.

        What is not handed in yet is seen by nobody outside its organisation.
        """
        seen = Q(pk=None)
        for org in actor.orgs:
            if actor.may(Right.READ_OWN, org):
                seen |= Q(org=org)
        if actor.may(Right.READ_ALL):
            seen |= Q(stage__in=_HANDED_IN)
        if actor.may(Right.APPROVE):
            seen |= Q(stage__in=_HANDED_IN, source__in=actor.orgs)
        return self.filter(seen)


class Submission(models.Model):
    """The form of one organisation in a round; `turn` counts how often it was submitted.

    `source` is the department that owns all of its numbers, where there is one.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="submissions")
    org = models.CharField(max_length=30)
    org_name = models.CharField(max_length=80)
    stage = models.CharField(
        max_length=10, choices=[(s.value, s.label) for s in Stage], default=Stage.DRAFT
    )
    step = models.PositiveSmallIntegerField(default=0)
    turn = models.PositiveSmallIntegerField(default=0)
    source = models.CharField(max_length=30, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    approved_on = models.DateField(null=True, blank=True)

    objects = Submissions.as_manager()

    class Meta:
        """How it is stored."""

        db_table = "reporting_submission"
        ordering: ClassVar[list[str]] = ["org"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "org"], name="submission_round_org")
        ]

    def __str__(self) -> str:
        return f"{self.round_id} {self.org}"

    @property
    def state(self) -> State:
        """Return where it stands."""
        return State(stage=self.stage, step=self.step)

    @property
    def label(self) -> str:
        """Return in words where it stands: 待单位审核."""
        stage = Stage(self.stage)
        if stage is Stage.REVIEW:
            return f"待{self.round.steps[self.step].label}"
        return stage.label


class Cell(models.Model):
    """One number of a form as it was typed; a round asks for each number once."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="cells")
    round = models.ForeignKey(Round, models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=20)
    name = models.CharField(max_length=160)
    indicator_id = models.CharField(max_length=80)
    measure = models.CharField(max_length=20)
    prices = models.CharField(max_length=10, blank=True)
    org = models.CharField(max_length=30, blank=True)
    org_name = models.CharField(max_length=80)
    period = models.CharField(max_length=20)
    unit = models.CharField(max_length=30, blank=True)
    definition = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=30, blank=True)
    about = models.JSONField(default=dict)
    text = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=200, blank=True)
    filled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        """How it is stored."""

        db_table = "reporting_cell"
        ordering: ClassVar[list[str]] = ["place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "key"], name="cell_round_key")
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, submission: Submission, place: int, ask: Ask) -> Cell:
        """Return the empty cell that asks for a number, not saved yet."""
        beside = {"quota": ask.quota, "last": ask.last, "year_ago": ask.year_ago}
        about: dict[str, object] = {"targets": list(ask.targets)}
        about |= {name: _plain(each) for name, each in beside.items() if each}
        return cls(
            submission=submission,
            round=submission.round,
            place=place,
            key=ask.key,
            name=ask.name,
            indicator_id=ask.indicator_id,
            measure=ask.measure.value,
            prices=ask.prices,
            org=ask.org,
            org_name=ask.org_name,
            period=str(ask.period),
            unit=ask.unit,
            definition=ask.definition,
            source=ask.source,
            about=about,
        )

    @property
    def ask(self) -> Ask:
        """Return what the cell asks for."""
        return Ask(
            key=self.key,
            name=self.name,
            indicator_id=self.indicator_id,
            measure=Measure(self.measure),
            prices=self.prices,
            org=self.org,
            org_name=self.org_name,
            period=Period.parse(self.period),
            unit=self.unit,
            definition=self.definition,
            targets=tuple(self.about.get("targets", ())),
            quota=_beside(self.about.get("quota")),
            last=_beside(self.about.get("last")),
            year_ago=_beside(self.about.get("year_ago")),
            source=self.source,
        )

    @property
    def typed(self) -> Typed:
        """Return what stands in it."""
        return Typed(text=self.text, note=self.note)


class Review(models.Model):
    """One step of a submission's way: who did what, when, with which words."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="reviews")
    turn = models.PositiveSmallIntegerField()
    move = models.CharField(max_length=10)
    label = models.CharField(max_length=20)
    at = models.DateTimeField()
    post = models.CharField(max_length=120)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        """How it is stored."""

        db_table = "reporting_review"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.move}"


def _plain(beside: Beside) -> dict[str, str]:
    return {"value": beside.value, "unit": beside.unit, "period": str(beside.period)}


def _beside(kept: Mapping[str, str] | None) -> Beside | None:
    if kept is None:
        return None
    period = Period.parse(kept["period"])
    return Beside(value=kept["value"], unit=kept["unit"], period=period)
