"""A moment that is over → the moment that this process takes for now, while it seeds.

Actions ask Django for the time, and approved figures are known from that day on: the past
of a demonstration can only be made by going through it. Nothing else may use this.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.utils import timezone


@contextmanager
def other_times() -> Iterator[Callable[[dt.datetime], None]]:
    """Yield the function that sets the time; at the end it is now again."""
    now, localdate = timezone.now, timezone.localdate
    told = [now()]

    def set_time(moment: dt.datetime) -> None:
        told[0] = moment.astimezone(dt.UTC)  # as Django's own

    def told_date(value: object = None, _zone: object = None) -> dt.date:  # noqa: ARG001 (as in Django)
        return told[0].astimezone(timezone.get_default_timezone()).date()

    try:
        _replace(lambda: told[0], told_date)
        yield set_time
    finally:
        _replace(now, localdate)


def _replace(now: Callable[[], dt.datetime], localdate: Callable[..., dt.date]) -> None:
    vars(timezone).update(now=now, localdate=localdate)
