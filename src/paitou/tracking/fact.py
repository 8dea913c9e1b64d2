"""A value that may be argued from, published or computed."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.figures.goal import Goal
from paitou.model import Bound, Period, PeriodKind, Unit


@frozen(kw_only=True)
class Fact:
    """A value that may be argued from, in the base of its unit.

    Attributes:
        unit: the unit that it was published in, None where that says nothing.
        inferred: whether it was computed; `formula` then says how, in words.
        at_end: whether it is what was there at the end of its period.
        until, step: the last month that it speaks of and how many months lie between such
            figures, where its period says neither (a sum of a year and of three quarters).
        is_partial: whether it is the running value of a flow before its year has ended.
    """

    value: Decimal
    period: Period
    unit: Unit | None = None
    bound: Bound = Bound.EXACT
    qualifier: str = ""
    high: Decimal | None = None
    figures: tuple[str, ...] = ()
    inferred: bool = False
    is_partial: bool = False
    at_end: bool = False
    until: int | None = None
    step: int | None = None
    formula: str = ""

    @property
    def last_month(self) -> int:
        """Return the last month that it speaks of."""
        return self.period.last_month if self.until is None else self.until

    @property
    def rhythm(self) -> int:
        """Return how many months lie between figures of its kind."""
        if self.step is not None:
            return self.step
        months = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}
        if self.period.kind is PeriodKind.TO_DATE:
            return 3 if self.period.part % 3 == 0 else 1
        return months.get(self.period.kind, 12)


def decide_fact(goal: Goal, fact: Fact) -> bool | None:
    """Return whether a fact keeps the goal; None where its bound or range is open."""
    low = goal.decide(fact.value, fact.bound, fact.qualifier)
    if fact.high is None:
        return low
    return low if low == goal.decide(fact.high) else None
