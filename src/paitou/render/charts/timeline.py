"""Periods → places on a line of time, and the words that stand under it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from paitou.model import Period, PeriodKind
from paitou.render.charts.lettering import width_of

_MONTHS = {
    PeriodKind.YEAR: 12,
    PeriodKind.SPAN: 12,
    PeriodKind.HALF: 6,
    PeriodKind.QUARTER: 3,
    PeriodKind.MONTH: 1,
}
_QUARTERS = "一二三四"
#: How many of the smallest steps may lie between two words.
_THINNED = {1: (1, 3, 6, 12), 3: (1, 2, 4), 6: (1, 2), 12: (1, 2, 5, 10, 20, 50, 100)}


def place_of(period: Period) -> int:
    """Return the months from the beginning of year 1 to the end of the period."""
    whole = period.last - 1 if period.part else period.last
    return 12 * whole + period.part * _MONTHS[period.kind]


def words_of(period: Period) -> str:
    """Return the period as it is read: 2023年, 2023年一季度, 2023年6月, 2023—2025年."""
    if period.kind is PeriodKind.SPAN:
        return f"{period.year}—{period.last}年"
    year = f"{period.year}年"
    return (
        year if period.kind is PeriodKind.YEAR else year + _part(place_of(period), period)
    )


def _part(place: int, period: Period) -> str:
    return _part_words(place, _MONTHS[period.kind])


def _part_words(place: int, months: int) -> str:
    month = (place - 1) % 12 + 1
    if months == 12:
        return f"{_year_of(place)}年"
    if months == 6:
        return "上半年" if month <= 6 else "下半年"
    return f"{_QUARTERS[(month - 1) // 3]}季度" if months == 3 else f"{month}月"


def _year_of(place: int) -> int:
    return (place - 1) // 12 + 1


@frozen
class Tick:
    """A word under the line of time; `row` 1 is the row of years below."""

    place: float
    words: str
    row: int = 0


def step_of(periods: Iterable[Period]) -> int:
    """Return the months of the shortest kind of period; none gives a year."""
    return min((_MONTHS[period.kind] for period in periods), default=12)


def ticks_for(first: int, last: int, months: int, room: tuple[float, float]) -> list[Tick]:
    """Return the words from `first` to `last`; `room` is (length, size of type)."""
    length, size = room
    places = range(last - (last - first) // months * months, last + 1, months)
    step = length / max(1, len(places) - 1)  # one word alone has all the room
    widest = max(width_of(_part_words(place, months), size) for place in places[-12:])
    every = next((n for n in _THINNED[months] if n * step >= widest * 1.2), 0)
    ticks = []
    if every:
        ticks = [
            Tick(place, _part_words(place, months))
            for place in places
            if _is_worded(place, last, (months, every))
        ]
    return ticks if months == 12 else [*ticks, *_years(places, months, (step, size))]


def _is_worded(place: int, last: int, thinning: tuple[int, int]) -> bool:
    months, every = thinning
    if months == 12:
        return (last - place) // 12 % every == 0
    return ((place - 1) % 12 + 1 - months) // months % every == 0


def _years(places: range, months: int, room: tuple[float, float]) -> list[Tick]:
    step, size = room
    found: dict[int, list[int]] = {}
    for place in places:
        found.setdefault(_year_of(place), []).append(place)
    ticks, free = [], float("-inf")
    for year, held in found.items():
        middle, half = (held[0] + held[-1]) / 2, width_of(f"{year}年", size) * 0.6
        at = (middle - places[0]) / months * step
        if at - half >= free:
            ticks.append(Tick(middle, f"{year}年", 1))
            free = at + half
    return ticks
