"""What files may belong to: a room says of its things where their page is and for whom."""

from __future__ import annotations

from typing import Protocol

from paitou.office.people.acting import Actor


class Thing(Protocol):
    """Something that has files, as the function that ATTACHED_TO names for a kind gives."""

    @property
    def address(self) -> str:
        """Return the address of its page."""

    @property
    def book(self) -> str:
        """Return the name of the book that it is about."""

    def is_seen_by(self, actor: Actor) -> bool:
        """Return whether somebody may see it, and so its files."""
