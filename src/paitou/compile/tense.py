"""The times of a sentence → an amount's own time, its base year, whether it is past."""

from __future__ import annotations

from paitou.compile.predicate import Predicate
from paitou.compile.quantity import Amount
from paitou.compile.reach import Setting
from paitou.compile.when import Calendar, Time

_MARKS = "到至为比较"


def time_of(setting: Setting, amount: Amount) -> Time | None:
    """Return the last time said before the amount that is neither base nor comparison."""
    base = _base_year(setting, amount)
    before = [
        said
        for said in setting.times
        if said.until <= amount.start
        and not (said.compares or said.begins)
        and said is not base
    ]
    return before[-1] if before else None


def base_of(
    setting: Setting, amount: Amount, predicate: Predicate
) -> tuple[str | None, tuple[int, int] | None]:
    """Return what the amount is compared with and where that stands."""
    year = None if predicate.base else _base_year(setting, amount)
    if year is None:
        return predicate.base, predicate.base_at
    said = setting.text[year.at : year.until]
    at = year.at + len(said) - len(said.lstrip(_MARKS))
    return setting.text[at : year.until], (at, year.until)


def looks_back(calendar: Calendar, said: Time | None) -> bool:
    """Return whether a value is of the past.

    A plan's 2021年 is, though the plan looks ahead; a review's 到2027年 is not.
    """
    year, end = calendar.year, said.end if said else calendar.last
    if calendar.is_review:
        return not (year and end and end > year)
    early = bool(said and calendar.first and said.end < calendar.first)
    return early or bool(year and end and end < year)


def _base_year(setting: Setting, amount: Amount) -> Time | None:
    """The year of 达到2020年的1.8倍, which is measured against and no time of its own."""
    if amount.unit != "倍":
        return None
    last = next((t for t in reversed(setting.times) if t.until <= amount.start), None)
    follows = last is not None and setting.text[last.until : amount.start] == "的"
    return last if follows else None
