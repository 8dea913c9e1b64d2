"""How much is done and how much of the time is gone → ahead, on or behind the pace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from attrs import field, frozen

from paitou.model import Period

#: Differences in a later place are noise of computing, not of progress.
_PLACES = 6
_LARGEST = Decimal(10) ** 15  # above it places mean nothing, and overrun the precision
_HUNDRED = Decimal(100)


class PaceWord(StrEnum):
    """Ahead of the time gone by, as far as it, or behind it."""

    AHEAD = "超"
    LEVEL = "达"
    BEHIND = "欠"


@frozen(kw_only=True)
class Pace:
    """How far something is against the time gone by; shares are 1 for all of it.

    Attributes:
        lead_pp: percentage points ahead (+) or behind (−).
    """

    done: Decimal
    required: Decimal
    lead_pp: Decimal
    word: PaceWord = field(converter=PaceWord)


def elapsed_share(span: Period, until: int) -> Decimal:
    """Return how much of a span is gone by the end of a month, from 0 to 1.

    Months gone by ÷ all months (practice.md §3.2): of a year at the end of March 3/12, of
    three years at the end of their second 24/36.

    Args:
        span: a year, several years, or any other period.
        until: the last month counted, numbered as `Period.last_month` is.
    """
    return _share(span, Decimal(until - span.first_month + 1))


def elapsed_on(span: Period, day: dt.date) -> Decimal:
    """Return how much of a span is gone on a day, counted in half months (按半月计).

    From the 15th on half a month is gone, on its last day the whole: in the middle of
    August 7.5/12 = 62.5 % (practice.md §3.2, 云浮).
    """
    gone = Decimal(day.year * 12 + day.month - 1 - span.first_month)
    if (day + dt.timedelta(days=1)).day == 1:
        gone += 1
    elif day.day >= 15:
        gone += Decimal("0.5")
    return _share(span, gone)


def _share(span: Period, gone: Decimal) -> Decimal:
    return min(max(gone, Decimal(0)), Decimal(span.months)) / span.months


def pace_of(done: Decimal, required: Decimal, tolerance_pp: Decimal = Decimal(0)) -> Pace:
    """Return the pace: lead = share done × 100 − share of the time gone × 100.

    practice.md §3.2. A lag of up to `tolerance_pp`, itself included, is on the pace.
    """
    lead = _rounded((done - required) * _HUNDRED, _PLACES)
    if lead > 0:
        word = PaceWord.AHEAD
    else:
        word = PaceWord.LEVEL if -lead <= tolerance_pp else PaceWord.BEHIND
    return Pace(done=done, required=required, lead_pp=lead, word=word)


def pace_words(pace: Pace) -> str:
    """Return the pace as bulletins write it: 欠序时进度12.9个百分点."""
    if pace.word is PaceWord.LEVEL:
        return "达到序时进度"
    return f"{pace.word.value}序时进度{points_text(abs(pace.lead_pp))}个百分点"


def growth_lead(actual_pct: Decimal, target_pct: Decimal) -> Decimal:
    """Return how far growth is above (+) or below (−) its target, in percentage points."""
    return actual_pct - target_pct


def growth_words(lead_pp: Decimal) -> str:
    """Return the lead as bulletins write it: 低于目标增速1.2个百分点."""
    if lead_pp == 0:
        return "与目标增速持平"
    return f"{'高' if lead_pp > 0 else '低'}于目标增速{points_text(abs(lead_pp))}个百分点"


def points_text(points: Decimal, limits: Iterable[Decimal] = ()) -> str:
    """Return percentage points rounded half up to one place, without an idle zero.

    Where one place would show it on another side of 0 or of a limit than it is (30.04 at a
    limit of 30), as many places are kept as tell the truth.
    """
    marks = (Decimal(0), *limits)
    for places in range(1, _PLACES + 1):
        shown = _rounded(points, places)
        if all(_side(shown, mark) == _side(points, mark) for mark in marks):
            break
    text = f"{shown:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(number: Decimal, places: int) -> Decimal:
    if abs(number) > _LARGEST:
        return number
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _side(number: Decimal, mark: Decimal) -> int:
    return (number > mark) - (number < mark)
