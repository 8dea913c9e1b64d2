"""A quarter and who must report → what happens in it, step by step, each at its time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from paitou.office.demo.cast import (
    EXTENDED,
    LATE,
    LATE_ONCE,
    RETURNED,
    STATISTICS,
    UNAPPROVED,
    UNCERTIFIED,
    UNENDORSED,
)
from paitou.office.demo.quarters import Quarter, days_after, days_before

_ZONE = ZoneInfo("Asia/Shanghai")
_OUTPUT = "规模以上工业总产值"
#: Working days before the last one that the first forms come in.
_EARLY = 4
_MORE_TIME = 6
_CLOSES_AFTER, _CORRECTED_AFTER, _PUBLISHED_AFTER = 5, 15, 16


@frozen(kw_only=True)
class Fill:
    """A reporter fills in a form: all of it, or the first cells.

    Attributes:
        slips: by what a number was mistaken, by the name of its indicator.
    """

    org: str
    cells: int | None = None
    slips: Mapping[str, int] = field(factory=dict)


@frozen(kw_only=True)
class Attach:
    """A reporter attaches what proves a number: a page, or a photo of the place."""

    org: str
    indicator: str
    name: str
    is_photo: bool = False


@frozen
class Submit:
    """A reporter hands a form in."""

    org: str


@frozen
class Endorse:
    """The organisation's head passes it on."""

    org: str


@frozen
class Approve:
    """The office, or the department that owns the numbers, approves it."""

    org: str


@frozen
class Return:
    """The office returns a form."""

    org: str
    reason: str


@frozen
class Extend:
    """The office agrees to a later day."""

    org: str
    due: dt.date
    reason: str


@frozen
class Remind:
    """The office urges an organisation that has not reported."""

    org: str


@frozen(kw_only=True)
class Correct:
    """The office corrects a number that was approved, by a part of it."""

    org: str
    indicator: str
    part: str
    reason: str


@frozen
class Close:
    """The office ends the round."""


@frozen
class Publish:
    """The office publishes the approved numbers."""


#: What is done with one form.
FormDeed: TypeAlias = Fill | Attach | Submit | Endorse | Approve | Return
Deed: TypeAlias = FormDeed | Extend | Remind | Correct | Close | Publish


@frozen
class Step:
    """A deed and when it is done."""

    at: dt.datetime
    deed: Deed


def finished_quarter(
    quarter: Quarter, orgs: Sequence[str], *, has_late: bool, has_correction: bool
) -> tuple[Step, ...]:
    """Return a quarter in which everything was approved in the end, and published."""
    steps: list[Step] = []
    for place, org in enumerate(orgs):
        day = days_before(quarter.due, 1 + place % _EARLY)
        if has_late and org == LATE_ONCE:
            day = days_after(quarter.due, 2)
        steps += _all_the_way(org, place, day, days_after(day, 1))
    steps.append(Step(at_work(days_after(quarter.due, _CLOSES_AFTER), 17), Close()))
    if has_correction:
        at = at_work(days_after(quarter.due, _CORRECTED_AFTER), 10)
        steps.append(Step(at, _CORRECTION))
    steps.append(Step(at_work(days_after(quarter.due, _PUBLISHED_AFTER), 9), Publish()))
    return _in_order(steps)


def open_quarter(quarter: Quarter, orgs: Sequence[str]) -> tuple[Step, ...]:
    """Return a quarter that is under way: its forms stand where forms can stand."""
    due, before = quarter.due, days_before(quarter.due, 1)
    steps: list[Step] = []
    for place, org in enumerate(orgs):
        day = days_before(due, 1 + place % 2)
        if org in _UNFINISHED:
            continue
        steps += _all_the_way(org, place, day, days_after(day, 1))
    for org in (UNAPPROVED, UNCERTIFIED):
        steps += _all_the_way(org, 0, due, None)
    for org in (UNENDORSED, STATISTICS):
        steps += _handed_in(org, 0, due)
    steps += _returned(quarter, days_before(due, 2))
    steps.append(Step(at_work(before, 11), Fill(org=LATE, cells=3)))
    steps.append(Step(at_work(before, 14), Fill(org=EXTENDED, cells=2)))
    later = Extend(EXTENDED, days_after(due, _MORE_TIME), "企业报表集中核对，数据晚几天出")
    steps.append(Step(at_work(before, 15), later))
    steps += (Step(at_work(due, 9, 30), proof) for proof in _PROOFS)
    steps.append(Step(at_work(days_after(due, 1), 9), Remind(LATE)))
    known = set(orgs)
    return _in_order(each for each in steps if _org_of(each.deed) in known)


_PROOFS = (
    Attach(
        org=UNAPPROVED,
        indicator=_OUTPUT,
        name="模拟数据-规模以上工业总产值汇总表",
    ),
    Attach(
        org=UNAPPROVED,
        indicator="保障性租赁住房",
        name="模拟数据-保障性租赁住房现场照片",
        is_photo=True,
    ),
    Attach(
        org=UNCERTIFIED,
        indicator="省外到位资金",
        name="模拟数据-省外到位资金验资报告",
    ),
)
_UNFINISHED = frozenset(
    {RETURNED, LATE, EXTENDED, UNENDORSED, STATISTICS, UNAPPROVED, UNCERTIFIED}
)
_CORRECTION = Correct(
    org=RETURNED,
    indicator=_OUTPUT,
    part="0.985",
    reason="统计执法检查核减：两户企业的产值重复计算",
)


def _returned(quarter: Quarter, day: dt.date) -> Iterator[Step]:
    """Yield how a number with a shifted point comes back, with more time to mend it."""
    yield Step(at_work(day, 9), Fill(org=RETURNED, slips={_OUTPUT: 10}))
    name = "模拟数据-东溪区工业总产值报表"
    yield Step(at_work(day, 9, 30), Attach(org=RETURNED, indicator=_OUTPUT, name=name))
    yield Step(at_work(day, 10), Submit(RETURNED))
    yield Step(at_work(day, 16), Endorse(RETURNED))
    next_day = days_after(day, 1)
    reason = f"{_OUTPUT}是上年同期的十倍左右，疑似小数点错位，请核对后重报"
    yield Step(at_work(next_day, 10), Return(RETURNED, reason))
    later = Extend(RETURNED, days_after(quarter.due, _MORE_TIME - 1), "退回重报")
    yield Step(at_work(next_day, 11), later)


def _all_the_way(
    org: str, place: int, day: dt.date, approved: dt.date | None
) -> Iterator[Step]:
    yield from _handed_in(org, place, day)
    yield Step(at_work(day, 15, place), Endorse(org))
    if approved:
        yield Step(at_work(approved, 10, place), Approve(org))


def _handed_in(org: str, place: int, day: dt.date) -> Iterator[Step]:
    yield Step(at_work(day, 9, place), Fill(org=org))
    yield Step(at_work(day, 10, place), Submit(org))


def at_work(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """Return a time of a day in the office."""
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=_ZONE)


def _org_of(deed: Deed) -> str:
    return "" if isinstance(deed, Close | Publish) else deed.org


def _in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps by their time, a second apart where several have the same."""
    ordered = sorted(steps, key=lambda step: step.at)
    seconds = dt.timedelta(seconds=1)
    return tuple(evolve(s, at=s.at + n % 60 * seconds) for n, s in enumerate(ordered))
