"""The invented city with one form approved, and what may be published of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from office.reporting.conftest import EAST, NAME, Desk, desk, on_day, people, shelf
from paitou.model import Publicity
from paitou.office.people.models import User
from paitou.office.release.models import Kind, Release
from paitou.office.reporting.models import Reported

__all__ = ["EAST", "NAME", "Desk", "desk", "on_day", "people", "shelf"]
Publish = Callable[..., Release]


@pytest.fixture
def approved(desk: Desk, shelf: object, on_day: Callable[[str], dt.date]) -> Desk:
    """The desk on the tenth of April, the form of one district approved."""
    on_day("2026-04-10")
    desk.approve()
    return desk


@pytest.fixture
def publish(approved: Desk) -> Publish:
    """A function that publishes what is approved of the round, from a minute on."""

    def published(starts: dt.datetime, **more: object) -> Release:
        last = Reported.objects.order_by("-pk").values_list("pk", flat=True).first()
        told = {
            "kind": Kind.ROUND,
            "book": NAME,
            "key": str(approved.round.pk),
            "level": Publicity.PUBLIC,
            "upto": last,
            "decided_at": starts,
            "decided_by": "督查室",
        }
        return Release.objects.create(**{**told, "starts": starts, **more})

    return published


@pytest.fixture
def signed_in(approved: Desk) -> Callable[[str], Client]:
    """A function that gives a client of somebody who has signed in."""

    def client_of(login: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(login=login))
        return client

    return client_of


def at(text: str) -> dt.datetime:
    """Return a minute of the city's clock."""
    return timezone.make_aware(dt.datetime.fromisoformat(text))
