"""A request → what stands above every page: a demonstration or not, and how much waits."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from paitou.office.people.gate import actor_in
from paitou.office.reporting.desk import waiting_count


class Header:
    """The bar on top of a page; nothing is asked of the database before it is shown."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._waiting: int | None = None

    @property
    def is_demo(self) -> bool:
        """Return whether the site is a demonstration."""
        return bool(settings.DEMO)

    @property
    def waiting(self) -> int:
        """Return how many things wait for whoever has signed in."""
        if self._waiting is None:
            actor, today = actor_in(self._request), timezone.localdate()
            self._waiting = waiting_count(actor, today) if actor.posts else 0
        return self._waiting


def add_header(request: HttpRequest) -> dict[str, object]:
    """Return what templates know of the bar on top."""
    return {"header": Header(request)}
