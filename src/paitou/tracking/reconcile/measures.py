"""A target and an outcome → the outcome's value read in the target's measure and unit."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.indicators import Additivity, Dimension, Indicator, Prices
from paitou.model import Comparator, Measure, Quantity, Statement
from paitou.tracking.reconcile.result import Evidence
from paitou.tracking.reconcile.units import converted, is_rate, measured, same_kind

_GROWTH_WORDS = ("增速", "增幅", "涨幅", "增长率", "增长", "降幅", "升幅", "增长速度")
#: What stands before the number where it is a stock to date, not something done.
_TO_DATE = ("累计", "总数", "总量", "共有", "现有")
_STOCK_WORDS = ("达", "突破", "超过", "增至", "增加到", "提高到", "稳定在", "保持")
_HUNDRED = Decimal(100)


@frozen(kw_only=True)
class Reading:
    """The outcome in the target's terms.

    Attributes:
        tilt: 1 where the true value is said to lie above (多, 突破), -1 below (近), else 0.
        how: what was converted.
    """

    value: Decimal | str
    value_high: Decimal | None = None
    tilt: int = 0
    how: tuple[Evidence, ...] = ()


def measure_of(statement: Statement, known: Indicator | None) -> Measure:
    """Return what the value really measures.

    涨幅控制在2% is a growth that is maintained, so a growth; 打造4个园区 is no stock.
    """
    measure = statement.measure
    if measure in (Measure.LEVEL, Measure.MAINTAIN) and is_rate(statement.unit):
        named_growth = statement.indicator.endswith(_GROWTH_WORDS)
        is_index = known is not None and known.dimension is Dimension.INDEX
        if named_growth or (is_index and abs(_number(statement)) < 50):
            return Measure.GROWTH
    if measure is Measure.MAINTAIN:
        return Measure.LEVEL
    return measure


def _number(statement: Statement) -> Decimal:
    return statement.value if isinstance(statement.value, Decimal) else Decimal(100)


def _is_flow(known: Indicator | None) -> bool:
    return known is not None and known.additivity is Additivity.SUM


def adds_up(statement: Statement) -> bool:
    """Return whether the value adds up several years (累计达260亿元)."""
    before = _before(statement)
    return "累计" in before and not any(word in before for word in ("全年累计", "当年累计"))


def _before(statement: Statement) -> str:
    return statement.quote[: max(0, statement.spans.value.start - statement.start)]


def read_as(
    target: Statement, outcome: Statement, known: Indicator | None
) -> Reading | None:
    """Return the outcome in the target's measure and unit, None where that cannot be."""
    if target.measure is Measure.GRADE or outcome.measure is Measure.GRADE:
        both = target.measure is outcome.measure
        return Reading(value=outcome.value) if both else None
    wanted, told = measure_of(target, known), measure_of(outcome, known)
    if adds_up(outcome) and not adds_up(target) and _is_flow(known):
        return None
    if wanted is told or {wanted, told} in _ALIKE:
        return _in_unit(target, outcome, ())
    if {wanted, told} in _AMOUNTS:
        return _amounts(target, outcome, known, (wanted, told))
    if {wanted, told} == {Measure.MULTIPLE, Measure.CHANGE_RATE}:
        return _multiples(target, outcome)
    return None


_ALIKE = (
    {Measure.GROWTH, Measure.GROWTH_EACH},
    {Measure.TOTAL, Measure.PER_YEAR},
    {Measure.GROWTH, Measure.CHANGE_RATE},
)
_AMOUNTS = ({Measure.LEVEL, Measure.TOTAL}, {Measure.LEVEL, Measure.PER_YEAR})


def _amounts(
    target: Statement,
    outcome: Statement,
    known: Indicator | None,
    measures: tuple[Measure, Measure],
) -> Reading | None:
    """A yearly flow is its own level; what was built is none where a stock is meant."""
    level = target if measures[0] is Measure.LEVEL else outcome
    if is_rate(level.unit):
        return _in_unit(target, outcome, ())
    says = _before(level)
    if any(word in says for word in _TO_DATE):
        return None
    total = outcome if level is target else target
    is_bare = _before(total) == total.indicator
    if _is_flow(known) or is_bare or not any(word in says for word in _STOCK_WORDS):
        return _in_unit(target, outcome, (Evidence.MEASURE_CONVERTED,))
    return None


def _multiples(target: Statement, outcome: Statement) -> Reading | None:
    if not isinstance(outcome.value, Decimal):
        return None
    if target.measure is Measure.MULTIPLE:
        value = 1 + outcome.value / _HUNDRED
    else:
        value = (outcome.value - 1) * _HUNDRED
    return Reading(value=value, how=(Evidence.MEASURE_CONVERTED,))


def _in_unit(
    target: Statement, outcome: Statement, how: tuple[Evidence, ...]
) -> Reading | None:
    if not same_kind(target.unit, outcome.unit):
        return None
    if not isinstance(outcome.value, Decimal):
        return None
    value = converted(Quantity(outcome.value, outcome.unit), target.unit)
    high = outcome.value_high
    if high is not None:
        high = converted(Quantity(high, outcome.unit), target.unit)
    if measured(target.unit).factor != measured(outcome.unit).factor:
        how = (*how, Evidence.UNIT_CONVERTED)
    return Reading(value=value, value_high=high, tilt=_tilt(outcome), how=how)


def _tilt(outcome: Statement) -> int:
    if outcome.comparator is Comparator.GT:
        return 1
    is_nearly = (
        _before(outcome).endswith(("近", "接近", "将近"))
        or outcome.comparator is Comparator.LT
    )
    return -1 if is_nearly else 0


def from_base(
    target: Statement, outcome: Statement, base: Statement, known: Indicator | None
) -> Reading | None:
    """Return this year's level from last year's and the growth that was reported since.

    Growth at constant prices says nothing of levels at current ones. The other way round
    is not gone: bases are revised, and half a point of growth is soon lost.
    """
    if known is None or known.nominal is Prices.REAL or not _exact(base, outcome):
        return None
    if not isinstance(base.value, Decimal) or not isinstance(outcome.value, Decimal):
        return None
    wanted = measure_of(target, known), measure_of(outcome, known)
    if wanted != (Measure.LEVEL, Measure.GROWTH) or is_rate(base.unit):
        return None
    if not same_kind(target.unit, base.unit):
        return None
    level = base.value * (1 + outcome.value / _HUNDRED)
    value = converted(Quantity(level, base.unit), target.unit)
    return Reading(value=_rounded(value, base.value), how=(Evidence.BASE_USED,))


def _exact(*statements: Statement) -> bool:
    """Return whether the values are given exactly: no 多, no 约, three digits or more."""
    return all(
        s.comparator is Comparator.EQ
        and isinstance(s.value, Decimal)
        and (len(s.value.as_tuple().digits) >= 3 or is_rate(s.unit))
        for s in statements
    )


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    exponent = like.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return value.quantize(Decimal(1).scaleb(-max(places, 0)))
