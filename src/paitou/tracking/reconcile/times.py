"""When a target falls due and what time an outcome speaks of → how the two meet."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum

from attrs import frozen

from paitou.model import Measure, Plan, Role, Statement, WhenKind

#: Values at a point of time; the others are sums or averages over a stretch of it.
_POINTS = frozenset({Measure.LEVEL, Measure.MAINTAIN, Measure.GRADE, Measure.GROWTH})
_STOCKS = frozenset({Measure.LEVEL, Measure.MAINTAIN, Measure.GRADE})
_YEARLY = frozenset({Measure.PER_YEAR, Measure.GROWTH_EACH})
_BASE_YEAR = re.compile(r"[12]\d{3}")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Timing(StrEnum):
    """How the time of an outcome meets that of a target."""

    SAME = "same"
    ONE_OF_MANY = "one_of_many"  # one year of a promise for each of several
    NOT_DUE = "not_due"
    OTHER = "other"


@frozen
class Years:
    """The years of a statement, both counted; `each` where it holds for every one."""

    first: int
    last: int
    each: bool = False


def reviewed_year(later: Plan) -> int | None:
    """Return the last year that a report tells of.

    It is the one before its own, or its own where it tells more of that (a summing-up).
    """
    told = Counter(s.when.end for s in later.statements if s.role is Role.OUTCOME)
    own = later.document.year
    if own is None:
        return max((year for year in told if year), default=None)
    return own if told[own] > told[own - 1] else own - 1


def years_of(
    statement: Statement, plan: Plan, are_many: bool | None = None
) -> Years | None:
    """Return the years that a statement is for; None where neither it nor its text says.

    `are_many` says whether it stands where a text looks back on five years, or on one.
    """
    when, period = statement.when, plan.document.period
    last = when.end or when.start
    if last is None and statement.role is Role.TARGET:
        last = period.end if period else plan.document.year
    elif last is None:
        last = reviewed_year(plan)
    if last is None:
        return None
    each = when.kind is WhenKind.EACH or statement.measure in _YEARLY
    is_span = each or when.kind is WhenKind.OVER
    first = when.start if is_span and when.start else last
    is_flow = statement.measure not in _STOCKS
    if are_many and when.source == "plan" and is_flow and first == last:
        return Years(last - 4, last, each)
    if are_many is False and when.source in ("plan", "section"):
        return Years(last, last, each)
    return Years(min(first, last), last, each)


def timing(
    target: Statement,
    outcome: Statement,
    due: Years | None,
    told: Years | None,
    past: int,
) -> Timing:
    """Return how an outcome's years meet a target's; `past` is the last year told of."""
    if due is None or told is None:
        return Timing.SAME
    if due.last > past and not (due.each and due.first <= past):
        return Timing.NOT_DUE
    if due.each and due.first < due.last:
        return _each(due, told)
    if due.last == told.last and _same_base(target, outcome):
        return Timing.SAME
    if target.measure in _POINTS or due.first == due.last:
        alone = told.first == told.last or told.each
        return Timing.SAME if alone and told.last == due.last else Timing.OTHER
    same_span = told.last == due.last and abs(told.first - due.first) <= 1
    return Timing.SAME if same_span else Timing.OTHER


def _same_base(target: Statement, outcome: Statement) -> bool:
    """Return whether both compare with one year: then it matters only when they end."""
    bases = [
        _BASE_YEAR.search(s.base.translate(_DIGITS)) for s in (target, outcome) if s.base
    ]
    years = {base[0] for base in bases if base}
    return len(bases) == 2 and all(bases) and len(years) == 1


def _each(due: Years, told: Years) -> Timing:
    if told == due:
        return Timing.SAME
    is_one = told.first == told.last and due.first <= told.last <= due.last
    return Timing.ONE_OF_MANY if is_one else Timing.OTHER
