"""The members of a cast and the actors behind them → who plays which part, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from attrs import field, frozen

from paitou.model import Book
from paitou.office.demo.cast import OVERSEER, Member, endorser_of, filler_of
from paitou.office.demo.values import Simulated
from paitou.office.people.acting import Actor


@frozen(kw_only=True)
class Stage:
    """What every step is played with: the city, who there is, the numbers, and the time.

    Attributes:
        items: the keys of the supervised items, by what the story calls them.
    """

    book: Book
    members: tuple[Member, ...]
    actors: Mapping[str, Actor]
    values: Simulated
    set_time: Callable[[dt.datetime], None]
    items: dict[str, int] = field(factory=dict)

    def filler(self, org: str) -> Actor:
        """Return who fills in the form of an organisation."""
        return self.actors[filler_of(org, self.members).login]

    def endorser(self, org: str) -> Actor:
        """Return the head of an organisation."""
        return self.actors[endorser_of(org, self.members).login]

    @property
    def office(self) -> Actor:
        """Return the supervision office."""
        return self.actors[OVERSEER]
