"""Supervised items (督办事项), what was done with each, and the sheets sent about them."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from paitou.lifecycle import Term, preset, term
from paitou.model import Lifecycle, LifeState
from paitou.office.people.roles import Right, Seer
from paitou.office.reporting.calendars import office_calendar
from paitou.office.reporting.workdays import WorkCalendar

#: Before it is given out, only the office knows of an item.
HIDDEN = ("draft", "pending_approval")


class Items(models.QuerySet["Item"]):
    """Items that somebody may see."""

    def for_actor(self, actor: Seer) -> Items:
        """Return all for who supervises or reads all, else what their organisations do."""
        if actor.may(Right.SUPERVISE):
            return self
        seen = Q(pk=None)
        if actor.may(Right.READ_ALL):
            seen |= ~Q(state__in=HIDDEN)
        own = [org for org in actor.orgs if actor.may(Right.READ_OWN, org)]
        seen |= Q(org__in=own) & ~Q(state__in=HIDDEN)
        seen |= Q(supports__org__in=own) & ~Q(state__in=HIDDEN)
        return self.filter(seen).distinct()

    def still_open(self) -> Items:
        """Return those with which something must still be done."""
        life = preset("supervised-item")
        return self.filter(state__in=[one.id for one in life.states if one.is_open])


class Item(models.Model):
    """One matter that somebody ordered: its words, who does it, until when, how it stands.

    `said_by` is the office of who ordered it, never a name; `due` is what holds now and
    `first_due` what was first set.
    """

    number = models.CharField(max_length=30, unique=True)
    title = models.CharField(max_length=120)
    demand = models.TextField(max_length=2000)
    book = models.CharField(max_length=80, blank=True)
    statement = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=30)
    source = models.CharField(max_length=200)
    source_number = models.CharField(max_length=60, blank=True)
    source_on = models.DateField()
    said_by = models.CharField(max_length=80, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    org = models.CharField(max_length=30)
    org_name = models.CharField(max_length=80)
    state = models.CharField(max_length=30)
    due = models.DateField()
    first_due = models.DateField()
    created_on = models.DateField()
    assigned_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )

    objects = Items.as_manager()

    class Meta:
        """How it is stored."""

        db_table = "cases_item"
        ordering: ClassVar[list[str]] = ["due", "pk"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def life(self) -> Lifecycle:
        """Return the table that it lives by."""
        return preset("supervised-item")

    @property
    def standing(self) -> LifeState:
        """Return where it stands."""
        return self.life.state(self.state)

    @property
    def kind_label(self) -> str:
        """Return the sort of source in words: 会议议定事项."""
        found = (one.label for one in self.life.limits if one.id == self.kind)
        return next(found, self.kind)

    def term_on(self, day: dt.date, calendar: WorkCalendar | None = None) -> Term | None:
        """Return how much time it has on a day; None where nothing is open.

        Who asks for many items reads the office's calendar once and hands it on.
        """
        known = calendar or office_calendar()
        return term(self.life, self.state, self.due, day, known)

    def is_unsigned_on(self, day: dt.date, calendar: WorkCalendar | None = None) -> bool:
        """Return whether it waits longer to be signed for than it may."""
        if self.state != "assigned" or self.assigned_on is None:
            return False
        known = calendar or office_calendar()
        return known.between(self.assigned_on, day) > self.life.sign_days


class Support(models.Model):
    """An organisation that helps with an item (配合单位)."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="supports")
    org = models.CharField(max_length=30)
    org_name = models.CharField(max_length=80)

    class Meta:
        """How it is stored."""

        db_table = "cases_support"
        ordering: ClassVar[list[str]] = ["org"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["item", "org"], name="support_item_org")
        ]

    def __str__(self) -> str:
        return self.org_name


class Step(models.Model):
    """One thing done with an item, or one sheet sent about it; never changed."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="steps")
    move = models.CharField(max_length=30)
    label = models.CharField(max_length=40)
    after = models.CharField(max_length=30)
    at = models.DateTimeField()
    on = models.DateField()
    post = models.CharField(max_length=120)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    text = models.TextField(max_length=2000, blank=True)
    due = models.DateField(null=True, blank=True)
    sheet = models.CharField(max_length=30, blank=True)
    sheet_number = models.CharField(max_length=30, blank=True)

    class Meta:
        """How it is stored."""

        db_table = "cases_step"
        ordering: ClassVar[list[str]] = ["pk"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.label}"


class Series(models.Model):
    """The last number given out of a series in a year; its row is held while one is."""

    name = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        """How it is stored."""

        db_table = "cases_series"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["name", "year"], name="series_name_year")
        ]

    def __str__(self) -> str:
        return f"{self.name}〔{self.year}〕"
