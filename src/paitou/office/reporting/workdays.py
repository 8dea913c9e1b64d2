"""The yearly notices on holidays → which days are worked, and the day that a term ends."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from paitou.model import Period

_FILE = Path(__file__).with_name("holidays.toml")
_SATURDAY = 5
_DAY = dt.timedelta(days=1)
_Notices: TypeAlias = Mapping[str, Mapping[str, str | list[str]]]


@frozen(kw_only=True)
class WorkCalendar:
    """Days off on weekdays, days worked at weekends, and the notice of each year.

    Attributes:
        sources: year → the notice; of a year without one only weekends are known.
    """

    off: frozenset[dt.date] = frozenset()
    worked: frozenset[dt.date] = frozenset()
    sources: Mapping[int, str] = field(factory=dict)

    def is_worked(self, day: dt.date) -> bool:
        """Return whether offices work on the day."""
        if day in self.worked:
            return True
        return day not in self.off and day.weekday() < _SATURDAY

    def knows(self, day: dt.date) -> bool:
        """Return whether the notice of the day's year is known."""
        return day.year in self.sources

    def next_worked(self, day: dt.date) -> dt.date:
        """Return the day, or the next that is worked: a term never ends on a day off."""
        while not self.is_worked(day):
            day += _DAY
        return day

    def after(self, day: dt.date, count: int) -> dt.date:
        """Return the day that is `count` working days after the day, itself not counted."""
        while count > 0:
            day = self.next_worked(day + _DAY)
            count -= 1
        return day

    def between(self, first: dt.date, last: dt.date) -> int:
        """Return how many working days come after `first` up to `last`; 0 where none."""
        days = range(1, (last - first).days + 1)
        return sum(self.is_worked(first + each * _DAY) for each in days)

    def due(self, period: Period, count: int) -> dt.date:
        """Return the last day to report a period: `count` working days after its end."""
        return self.after(period.last_day, count)


def read_calendar(notices: _Notices) -> WorkCalendar:
    """Return the calendar that notices by year make.

    Raises:
        ValueError: a day is none, or is given to a year that is not its own.
    """
    off: set[dt.date] = set()
    worked: set[dt.date] = set()
    for year, notice in notices.items():
        for name, days in (("off", off), ("work", worked)):
            found = set(days_of(notice.get(name, [])))
            if any(day.year != int(year) for day in found):
                raise ValueError(f"{year} 年的安排里有别的年份的日子")
            days.update(found)
    return WorkCalendar(
        off=frozenset(off),
        worked=frozenset(worked),
        sources={int(year): str(notice["source"]) for year, notice in notices.items()},
    )


@lru_cache(maxsize=1)
def work_calendar() -> WorkCalendar:
    """Return China's calendar as far as its notices are known here."""
    return read_calendar(tomllib.loads(_FILE.read_text("utf-8")))


def days_of(written: Iterable[str], most: int = 400) -> Iterator[dt.date]:
    """Yield the days of spans like 2026-02-15/2026-02-23, of each at most so many.

    Raises:
        ValueError: one is no day.
    """
    for text in written:
        first, _, last = text.partition("/")
        day, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
        for _ in range(most):
            if day > end:
                break
            yield day
            day += _DAY
