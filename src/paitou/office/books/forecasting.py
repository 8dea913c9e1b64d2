"""A book → what will probably become of its targets, worked out once a day asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from paitou.model import Book
from paitou.office.books.remembering import Remembered

if TYPE_CHECKING:
    from paitou.outlook.plan import Outlook

_MOST_DAYS = 16
#: By the id of the statement and the name of the organisation.
Outlooks: TypeAlias = Mapping[tuple[str, str], "Outlook"]


class Forecaster:
    """Looks ahead for one book; the days asked for last are remembered."""

    def __init__(self, book: Book, before: Forecaster | None = None) -> None:
        self._book = book
        if before is None:
            self._days = Remembered(book, self._made, _MOST_DAYS)
        else:
            self._days = before._days.followed_by(book, self._made)

    def on(self, day: dt.date) -> Outlooks:
        """Return the outlooks by what was known on the day.

        Empty where the extra `analysis` is not installed.
        """
        return self._days.on(day)

    def _made(self, day: dt.date) -> Outlooks:
        try:
            from paitou.outlook.plan import outlooks
        except ImportError:
            return {}
        return {(one.statement, one.org): one for one in outlooks(self._book, day)}
