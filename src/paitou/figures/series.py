"""The figures of one indicator, organisation and measure → what was known of it when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TypeAlias

from attrs import field, frozen

from paitou.figures.vintages import outranks
from paitou.model import Figure, Period


@frozen(slots=False)
class Series:
    """All vintages of all periods, by period."""

    by_period: dict[Period, tuple[Figure, ...]] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> Series:
        """Return the series that these figures make, in whatever order they come."""
        gathered: dict[Period, list[Figure]] = {}
        for figure in figures:
            gathered.setdefault(figure.period, []).append(figure)
        return cls({period: tuple(found) for period, found in gathered.items()})

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Return the periods that anything was reported for, the earliest end first."""
        return tuple(sorted(self.by_period, key=_end))

    @cached_property
    def changes(self) -> tuple[tuple[Period, tuple[Change, ...]], ...]:
        """Return, for each period in order, when which value came to hold."""
        return tuple((period, _changes(self.by_period[period])) for period in self.periods)

    def known(self, as_of: dt.date) -> Known:
        """Return what was known of it on a day; that of the last day asked for is kept."""
        if not self._kept or self._kept[0].as_of != as_of:
            self._kept[:] = [Known(self, as_of)]
        return self._kept[0]

    @cached_property
    def has_unconfirmed(self) -> bool:
        """Return whether any vintage of any period may not settle a target."""
        return any(
            not figure.state.can_settle
            for vintages in self.by_period.values()
            for figure in vintages
        )

    @cached_property
    def _kept(self) -> list[Known]:
        return []

    def __bool__(self) -> bool:
        return bool(self.by_period)


@frozen(slots=False)
class Known:
    """A series as it was known on a day: one value a period, later vintages unseen."""

    series: Series
    as_of: dt.date

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Return the values that held on the day, the earliest end first."""
        found = (_held(changes, self.as_of) for _, changes in self.series.changes)
        return tuple(figure for figure in found if figure is not None)

    @cached_property
    def _by_period(self) -> dict[Period, Figure]:
        return {figure.period: figure for figure in self.figures}

    def at(self, period: Period) -> Figure | None:
        """Return the value of exactly this period that held on the day."""
        return self._by_period.get(period)

    def vintages(self, period: Period) -> tuple[Figure, ...]:
        """Return every vintage of the period known on the day, the oldest first."""
        found = self.series.by_period.get(period, ())
        seen = (v for v in found if _visible(v) <= self.as_of)
        return tuple(sorted(seen, key=lambda v: (_visible(v), v.state.rank, v.id)))

    def backwards(self, until: int | None = None) -> Iterator[Figure]:
        """Yield the values from the latest period back, those that end by month `until`."""
        for figure in reversed(self.figures):
            if until is None or figure.period.last_month <= until:
                yield figure

    def latest(
        self,
        wanted: Callable[[Figure], bool],
        *,
        first: int | None = None,
        until: int | None = None,
    ) -> Figure | None:
        """Return the latest value that is wanted, ending from month `first` to `until`."""
        for figure in self.backwards(until):
            if first is not None and figure.period.last_month < first:
                return None
            if wanted(figure):
                return figure
        return None

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.figures)


#: From a day on, this value holds.
Change: TypeAlias = tuple[dt.date, Figure]


def _changes(vintages: tuple[Figure, ...]) -> tuple[Change, ...]:
    """Return the days on which another vintage came to hold, in order."""
    if len(vintages) == 1:
        return ((_visible(vintages[0]), vintages[0]),)
    found: list[Change] = []
    for figure in sorted(vintages, key=_visible):
        day = _visible(figure)
        if not found:
            found.append((day, figure))
        elif outranks(figure, found[-1][1]):
            if found[-1][0] == day:
                found.pop()
            found.append((day, figure))
    return tuple(found)


def _held(changes: tuple[Change, ...], as_of: dt.date) -> Figure | None:
    held = None
    for day, figure in changes:
        if day > as_of:
            break
        held = figure
    return held


def _end(period: Period) -> tuple[int, int]:
    return period.last_month, period.months


@lru_cache(maxsize=4096)
def _last_day(period: Period) -> dt.date:
    return period.last_day


def _visible(figure: Figure) -> dt.date:
    return figure.known_on or _last_day(figure.period)
