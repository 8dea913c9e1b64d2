"""A target and a value in its terms → met, close or missed, and by how much."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.indicators import Polarity
from paitou.model import Comparator, Measure, Statement
from paitou.tracking.reconcile.measures import Reading
from paitou.tracking.reconcile.result import PairVerdict, Side
from paitou.tracking.reconcile.units import is_rate

#: Short by at most so much of a rate (percentage points), or this share of an amount.
CLOSE_POINTS = Decimal("0.5")
CLOSE_SHARE = Decimal("0.1")
_MOVES = frozenset(
    {
        Measure.GROWTH,
        Measure.GROWTH_AVG,
        Measure.GROWTH_EACH,
        Measure.CHANGE,
        Measure.CHANGE_RATE,
    }
)
_CONTROL = ("控制在", "不超过", "控制")
_LESS_ROMAN = "ⅠⅡⅢⅣⅤ"
_ROMANS = {"I": "Ⅰ", "II": "Ⅱ", "III": "Ⅲ", "IV": "Ⅳ", "V": "Ⅴ"}


@frozen(kw_only=True)
class Judgement:
    """The verdict, the shortfall (negative beyond the target) and the side it is met on."""

    verdict: PairVerdict
    shortfall: Decimal | None = None
    side: Side = Side.FLOOR


def judge(target: Statement, reading: Reading, polarity: Polarity) -> Judgement:
    """Return whether the value reaches the target.

    左右 is a floor where more is better, a ceiling where less is; a fall is measured by
    its size (下降3%左右 is reached by 下降3.2%).
    """
    if isinstance(target.value, str) or isinstance(reading.value, str):
        return _grades(str(target.value), str(reading.value))
    side = side_of(target, polarity)
    sign = -1 if target.value < 0 and target.measure in _MOVES else 1
    beyond = reading.tilt
    if side is Side.BOTH:
        short, beyond = abs(reading.value - target.value), 1
    elif side is Side.CEILING:
        limit = target.value if target.value_high is None else target.value_high
        short, beyond = sign * (_high(reading) - limit), -beyond
    else:
        short = sign * (target.value - reading.value)
    needed = 1 if target.comparator in (Comparator.GT, Comparator.LT) else 0
    return _verdict(target, short, side, is_equal_enough=beyond >= needed)


def side_of(target: Statement, polarity: Polarity) -> Side:
    """Return on which side of its value the target is met."""
    if target.comparator in (Comparator.GE, Comparator.GT):
        return Side.FLOOR
    if target.comparator in (Comparator.LE, Comparator.LT):
        return Side.CEILING
    if isinstance(target.value, Decimal) and target.value < 0 and target.measure in _MOVES:
        return Side.FLOOR
    if polarity is Polarity.LESS or any(word in target.quote for word in _CONTROL):
        return Side.CEILING
    return Side.FLOOR if polarity is Polarity.MORE else Side.BOTH


def _high(reading: Reading) -> Decimal:
    if reading.value_high is not None:
        return reading.value_high
    assert isinstance(reading.value, Decimal)  # noqa: S101 (grades went another way)
    return reading.value


def _verdict(
    target: Statement, short: Decimal, side: Side, *, is_equal_enough: bool
) -> Judgement:
    if short < 0 or (short == 0 and is_equal_enough):
        return Judgement(verdict=PairVerdict.MET, shortfall=short, side=side)
    is_close = short <= margin(target)
    verdict = PairVerdict.CLOSE if is_close else PairVerdict.MISSED
    return Judgement(verdict=verdict, shortfall=short, side=side)


def margin(target: Statement) -> Decimal:
    """Return by how much a value may fall short and still be close."""
    if is_rate(target.unit):
        return CLOSE_POINTS
    value = target.value if isinstance(target.value, Decimal) else Decimal(0)
    return abs(value) * CLOSE_SHARE


def _grades(wanted: str, told: str) -> Judgement:
    """A grade is reached by an equal or a better one; unlike sorts cannot be compared."""
    ranks = _rank(wanted), _rank(told)
    if wanted == told or (None not in ranks and ranks[1] <= ranks[0]):  # type: ignore[operator]
        return Judgement(verdict=PairVerdict.MET)
    if None in ranks:
        return Judgement(verdict=PairVerdict.UNKNOWN)
    return Judgement(verdict=PairVerdict.MISSED)


def _rank(grade: str) -> int | None:
    """Return the rank, the best 0: Ⅰ before Ⅱ, AAA before AA, 一 before 二."""
    plain = grade.strip().removesuffix("类").removesuffix("级")
    plain = _ROMANS.get(plain, plain)
    if plain in _LESS_ROMAN and plain:
        return _LESS_ROMAN.index(plain)
    if plain and set(plain) == {"A"}:
        return 9 - len(plain)
    return "一二三四五".index(plain) if plain and plain in "一二三四五" else None
