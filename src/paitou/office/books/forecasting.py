"""A book → what will probably become of its targets, worked out once a day asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from paitou.model import Book, UsageError
from paitou.office.books.apart import outlooks_apart
from paitou.office.books.remembering import Remembered

if TYPE_CHECKING:
    from paitou.outlook.plan import Outlook

_MOST_DAYS = 16
#: From so many figures on it takes a minute, in a process of its own; nobody waits.
MANY_FIGURES = 20_000
#: By the id of the statement and the name of the organisation.
Outlooks: TypeAlias = Mapping[tuple[str, str], "Outlook"]


class Forecaster:
    """Looks ahead for one book; the days asked for last are remembered.

    Args:
        book: the book.
        name: in its address.
        is_public: whether it is the book as everybody sees it.
        before: that of the same book with fewer figures.
    """

    def __init__(
        self,
        book: Book,
        name: str,
        *,
        is_public: bool = False,
        before: Forecaster | None = None,
    ) -> None:
        self._book, self._name, self._is_public = book, name, is_public
        self._is_large = len(book.figures) >= MANY_FIGURES
        if before is None:
            self._days = Remembered(book, self._made, _MOST_DAYS)
        else:
            self._days = before._days.followed_by(book, self._made)

    def for_others(self, book: Book) -> Forecaster:
        """Return that of those who see the book almost the same: of a large one, this."""
        if self._is_large:
            return self
        return Forecaster(book, self._name, is_public=self._is_public)

    def on(self, day: dt.date) -> Outlooks:
        """Return the outlooks by what was known on the day.

        Empty where the extra `analysis` is not installed.

        Raises:
            UsageError: the book is large, and they are being worked out.
        """
        if not self._is_large:
            return self._days.on(day)
        found = self._days.on_or_none(day)
        if found is None:
            raise UsageError("数据量大，测算正在后台进行，请过几分钟再打开。")
        return found

    def ready(self, day: dt.date) -> Outlooks:
        """Return the outlooks; none yet where they are being worked out."""
        try:
            return self.on(day)
        except UsageError:
            return {}

    def _made(self, day: dt.date) -> Outlooks:
        try:
            from paitou.outlook.plan import outlooks
        except ImportError:
            return {}
        if self._is_large:
            found = outlooks_apart(self._name, day, is_public=self._is_public)
        else:
            found = outlooks(self._book, day)
        return {(one.statement, one.org): one for one in found}
