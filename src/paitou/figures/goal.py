"""A statement's comparator, value and polarity → what counts as reaching it."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve, frozen

from paitou.indicators import Polarity
from paitou.model import Bound, Comparator, Measure, Statement

_FLOORS = frozenset({Comparator.GE, Comparator.GT})
_CEILINGS = frozenset({Comparator.LE, Comparator.LT})
_STRICT = frozenset({Comparator.GT, Comparator.LT})
#: Measures whose sign says rise or fall, so that 下降2.7%以上 is a ceiling of −2.7.
_SIGNED = frozenset(
    {
        Measure.GROWTH,
        Measure.GROWTH_AVG,
        Measure.GROWTH_EACH,
        Measure.CHANGE,
        Measure.CHANGE_RATE,
    }
)
#: Reported with these, a value equal to a floor is below it.
_FALLS_SHORT = re.compile("近|不足|低于|小于|不到|<")
_SAYS_FLOOR = re.compile("以上|不低于|不少于|不小于|至少|高于|超过|大于|突破|≥|>")
_HUNDRED = Decimal(100)


@frozen(kw_only=True)
class Goal:
    """Bounds that the value of a target has to keep, in the base of its unit.

    Attributes:
        low, high: the floor and the ceiling, None where there is none.
        is_strict: whether a value equal to the bound falls short (超过, 低于).
        more_is_better: whether the floor is the one that people strive for.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    is_strict: bool = False
    more_is_better: bool = True

    @property
    def aim(self) -> Decimal:
        """Return the bound that progress is measured against."""
        first, second = (
            (self.low, self.high) if self.more_is_better else (self.high, self.low)
        )
        value = first if first is not None else second
        assert value is not None  # noqa: S101 (a goal has a bound)
        return value

    def moved(self, value: Decimal) -> Goal:
        """Return the same goal with another value as its bound."""
        return evolve(
            self,
            low=value if self.low is not None else None,
            high=value if self.high is not None else None,
        )

    def decide(
        self, value: Decimal, bound: Bound = Bound.EXACT, qualifier: str = ""
    ) -> bool | None:
        """Return whether a value keeps the bounds; None where its own bound leaves it open.

        突破800 reaches a floor of 800 and leaves one of 900 open; 近60% is below 60 %.
        """
        if value == self.low and _FALLS_SHORT.search(qualifier):
            return False
        high_enough = self._above(value, bound)
        low_enough = self._below(value, bound)
        if high_enough is False or low_enough is False:
            return False
        return None if high_enough is None or low_enough is None else True

    def _above(self, value: Decimal, bound: Bound) -> bool | None:
        if self.low is None:
            return True
        if value > self.low or (value == self.low and not self._excludes(bound)):
            return None if bound is Bound.AT_MOST else True
        return None if bound is Bound.AT_LEAST else False

    def _below(self, value: Decimal, bound: Bound) -> bool | None:
        if self.high is None:
            return True
        if value < self.high or (value == self.high and not self._excludes(bound)):
            return None if bound is Bound.AT_LEAST else True
        return None if bound is Bound.AT_MOST else False

    def _excludes(self, bound: Bound) -> bool:
        # 突破3000亿 reported of a target 突破3000亿 is more than 3000.
        return self.is_strict and bound is Bound.EXACT

    def nearness(self, value: Decimal) -> Decimal | None:
        """Return how much of the aim a value is, 1 for all; None where that says nothing.

        Of a ceiling it is aim ÷ value, so that more than allowed is less than 1.
        """
        bound = self.nearest(value)
        if bound <= 0 or value <= 0:
            return None
        return value / bound if bound == self.low else bound / value

    def nearest(self, value: Decimal) -> Decimal:
        """Return the bound that a value is held against: of a band the one it breaks."""
        if self.low is None or self.high is None:
            return self.aim
        return self.low if abs(value - self.low) < abs(value - self.high) else self.high

    def falls_short(self, value: Decimal) -> bool:
        """Return whether a value that breaks the goal is below it."""
        return self.low is not None and value <= self.low

    @property
    def is_floor(self) -> bool:
        """Return whether more brings the value nearer to the aim."""
        return self.low is not None and (self.more_is_better or self.high is None)


def goal_of(statement: Statement, polarity: Polarity) -> Goal | None:
    """Return the goal of a target; None where its value is no number (a grade).

    左右 is a floor where more is better and a ceiling where less is; where neither is, it
    is a band of its last digit (statements.md, rulings; practice.md §12.2).
    """
    if not isinstance(statement.value, Decimal):
        return None
    scale = statement.unit.scale
    value = statement.value * scale
    more = _more_is_better(statement, polarity)
    strict = statement.comparator in _STRICT
    if statement.comparator is Comparator.RANGE and statement.value_high is not None:
        return _ranged(value, statement.value_high * scale, polarity)
    if statement.comparator in (Comparator.APPROX, Comparator.EQ):
        return _around(value, statement, polarity)
    is_floor = _is_floor(statement, polarity)
    return Goal(
        low=value if is_floor else None,
        high=None if is_floor else value,
        is_strict=strict,
        more_is_better=more if more == is_floor else is_floor,
    )


def _more_is_better(statement: Statement, polarity: Polarity) -> bool:
    if statement.measure in _SIGNED and _magnitude(statement) < 0:
        return False
    return polarity is not Polarity.LESS


def _magnitude(statement: Statement) -> Decimal:
    return statement.value if isinstance(statement.value, Decimal) else Decimal(0)


def _is_floor(statement: Statement, polarity: Polarity) -> bool:
    """Whether the bound is one from below; the comparator speaks of the size of a fall."""
    floor = statement.comparator in _FLOORS
    if statement.measure in _SIGNED and _magnitude(statement) < 0:
        return not floor
    if floor and polarity is Polarity.LESS and statement.comparator is Comparator.GE:
        # A bare value of something that is to be kept low (能耗达到0.5) is a ceiling.
        return bool(_SAYS_FLOOR.search(statement.quote))
    return floor


def _ranged(low: Decimal, high: Decimal, polarity: Polarity) -> Goal:
    if polarity is Polarity.LESS:
        return Goal(high=high, more_is_better=False)
    if polarity is Polarity.MORE:
        return Goal(low=low)
    return Goal(low=low, high=high)


def _around(value: Decimal, statement: Statement, polarity: Polarity) -> Goal:
    signed_fall = statement.measure in _SIGNED and value < 0
    if polarity is Polarity.NEUTRAL and not signed_fall:
        half = _last_digit(statement) * statement.unit.scale / 2
        return Goal(low=value - half, high=value + half)
    if polarity is Polarity.LESS or signed_fall:
        return Goal(high=value, more_is_better=False)
    return Goal(low=value)


def _last_digit(statement: Statement) -> Decimal:
    exponent = _magnitude(statement).as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
