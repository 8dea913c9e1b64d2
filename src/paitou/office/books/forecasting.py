"""A book → what will probably become of its targets, worked out once a day asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, TypeAlias

from paitou.model import Book

if TYPE_CHECKING:
    from paitou.outlook.plan import Outlook

_MOST_DAYS = 16
#: By the id of the statement and the name of the organisation.
Outlooks: TypeAlias = Mapping[tuple[str, str], "Outlook"]


class Forecaster:
    """Looks ahead for one book; the days asked for last are remembered."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._lock = Lock()
        self._days: dict[dt.date, Outlooks] = {}

    def on(self, day: dt.date) -> Outlooks:
        """Return the outlooks by what was known on the day.

        Empty where the extra `analysis` is not installed.
        """
        with self._lock:
            found = self._days.pop(day) if day in self._days else self._made(day)
            self._days[day] = found
            while len(self._days) > _MOST_DAYS:
                del self._days[next(iter(self._days))]
            return found

    def _made(self, day: dt.date) -> Outlooks:
        try:
            from paitou.outlook.plan import outlooks
        except ImportError:
            return {}
        return {(one.statement, one.org): one for one in outlooks(self._book, day)}
