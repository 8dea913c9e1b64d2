"""Bounded and rounded values → where the true ones lie, and where what is computed does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache, reduce

from attrs import frozen

from paitou.figures.measuring import same_kind
from paitou.model import Bound, Figure, Unit

_ZERO = Decimal(0)
#: What is counted one by one, so that a whole number of it was not rounded.
_COUNTED = (Unit.parse("个"), Unit.parse("人"))


@frozen
class Interval:
    """All values from `low` to `high`, both counted; None where there is no end.

    Interval arithmetic (Moore 1966): what is computed holds for every value inside.
    Products and quotients are of amounts that are not below nothing.
    """

    low: Decimal | None
    high: Decimal | None

    @classmethod
    def of(cls, figure: Figure, *, rounded: bool = False) -> Interval | None:
        """Return where a figure's true value lies, in base units; None for words.

        What was rounded may be half a unit of its last place away, which only `rounded`
        counts in; of 183件 every one was counted.
        """
        if not isinstance(figure.value, Decimal):
            return None
        slack = _slack(figure.value, figure.unit) if rounded else _ZERO
        scale, top = figure.unit.scale, figure.value
        if figure.value_high is not None:
            top = figure.value_high
        low, high = (figure.value - slack) * scale, (top + slack) * scale
        if figure.bound is Bound.AT_LEAST:
            return cls(low, None)
        if figure.bound is Bound.AT_MOST:
            return cls(None, high)
        return cls(low, high)

    @classmethod
    def surely(cls, figure: Figure) -> Interval | None:
        """Return where the true value must lie, rounding counted in.

        约 says too little of how far away it may be to leave an end.
        """
        if figure.bound is Bound.ABOUT and isinstance(figure.value, Decimal):
            return cls(None, None)
        return cls.of(figure, rounded=True)

    @property
    def bound(self) -> Bound | None:
        """Return what its one known end says of the value, None where neither is known."""
        if self.low is None:
            return Bound.AT_MOST if self.high is not None else None
        return Bound.EXACT if self.high is not None else Bound.AT_LEAST

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(_minus(self.low, other.high), _minus(self.high, other.low))

    def __mul__(self, other: Interval) -> Interval:
        return Interval(_times(self.low, other.low), _times(self.high, other.high))

    def __truediv__(self, other: Interval) -> Interval:
        return Interval(_over(self.low, other.high), _over(self.high, other.low))

    def scaled(self, factor: Decimal) -> Interval:
        """Return every value times a number above nothing."""
        return Interval(_times(self.low, factor), _times(self.high, factor))

    def meets(self, other: Interval) -> bool:
        """Return whether a value lies in both."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: Interval) -> bool:
        """Return whether every value is less than every one of the other."""
        return self.high is not None and other.low is not None and self.high < other.low


def total(reaches: Sequence[Interval]) -> Interval:
    """Return where the sum of one or more values lies."""
    return reduce(Interval.__add__, reaches)


def rest(reaches: Sequence[Interval]) -> Interval:
    """Return where the first value without all the others lies."""
    return reduce(Interval.__sub__, reaches)


def mean(reaches: Sequence[Interval]) -> Interval:
    """Return where the mean of one or two values lies."""
    added = total(reaches)
    return added if len(reaches) == 1 else added.scaled(Decimal(1) / len(reaches))


def _slack(value: Decimal, unit: Unit) -> Decimal:
    is_whole = unit.scale == 1 and value == value.to_integral_value()
    return _ZERO if is_whole and _counts_things(unit) else half_place(value)


@lru_cache(maxsize=4096)
def _counts_things(unit: Unit) -> bool:
    return any(same_kind(unit, thing) for thing in _COUNTED)


def half_place(value: Decimal) -> Decimal:
    """Return half a unit of the last place that a value was written with."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)


def decimals(value: Decimal) -> int:
    """Return how many decimals a value was written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


def _minus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a - b


def _times(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a * b


def _over(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None or b <= 0 else a / b
