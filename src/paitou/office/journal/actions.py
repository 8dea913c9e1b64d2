"""The one way to change something: permission → change → journal, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, ParamSpec, Protocol, TypeVar

from attrs import frozen
from django.db import transaction

from paitou.office.journal.writing import Change, Who, record_all

P = ParamSpec("P")
Made = TypeVar("Made")


class NotAllowed(Exception):
    """Whoever asked may not do this; the words say what and why."""


class Refused(Exception):
    """What was asked for cannot be done so; the words say why and what to do."""


class Acting(Protocol):
    """Whoever acts, as `paitou.office.people` makes it."""

    @property
    def who(self) -> Who:
        """Return who it is for the journal."""


@frozen
class Done(Generic[Made]):
    """What an action made, and what the journal says of it; no changes leave no trace."""

    made: Made
    changes: tuple[Change, ...]
    org: str = ""


def perform(
    actor: Acting, what: Callable[P, Done[Made]], *args: P.args, **kwargs: P.kwargs
) -> Made:
    """Run an action in one transaction with its entries in the journal.

    `what` checks the permission first and raises `NotAllowed`, or `Refused` where the
    thing itself cannot be; views, the API and commands all come through here.
    """
    with transaction.atomic():
        done = what(*args, **kwargs)
        record_all(actor.who, done.changes, done.org)
    return done.made
