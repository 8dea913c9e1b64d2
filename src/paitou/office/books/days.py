"""The query of an address → the day by whose knowledge a page is made."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from attrs import frozen
from django.utils import timezone

from paitou.model import UsageError

NAME = "as_of"
_FORM = re.compile(r"(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?")
_FIRST_YEAR = 1949


class WrongDay(UsageError):
    """The address asks for a day that is none, or that has not come yet."""


@frozen
class Day:
    """The day that a page speaks of; `asked` is empty where nobody asked for one."""

    date: dt.date
    asked: str = ""

    @property
    def words(self) -> str:
        """Return the day as people write it: 2024年12月31日."""
        return f"{self.date.year}年{self.date.month}月{self.date.day}日"

    @property
    def latest(self) -> dt.date:
        """Return the last day that can be asked for."""
        return timezone.localdate()

    @property
    def query(self) -> str:
        """Return what keeps the day in an address, empty where it is today's."""
        return f"?{NAME}={self.asked}" if self.asked else ""


def read_day(query: Mapping[str, str]) -> Day:
    """Return the day that the query asks for, today where it asks for none.

    Raises:
        WrongDay: what is asked for is no day, or one to come.
    """
    text = query.get(NAME, "").strip()
    today = timezone.localdate()
    if not text:
        return Day(today)
    found = _FORM.fullmatch(text)
    try:
        day = dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    if day is None or day.year < _FIRST_YEAR:
        raise WrongDay(f"“{text[:20]}”不是能用的日期，请写成 2024-12-31 这样。")
    if day > today:
        raise WrongDay(f"{Day(day).words}还没有到，只能查看今天和以前已知的数据。")
    return Day(day, day.isoformat())
