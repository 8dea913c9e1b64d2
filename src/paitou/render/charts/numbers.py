"""Decimal values and a unit → the numbers that people read, and the marks of an axis."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from attrs import frozen

from paitou.model import Unit

_SHARES = frozenset({"%", "％", "‰", "百分点", "个百分点", "个点", "pct"})
_WAN, _YI = Decimal(10) ** 4, Decimal(10) ** 8
#: From seven digits on, numbers are set in 万 or 亿.
_LONG = Decimal(10) ** 6
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_CONTEXT = Context(prec=40, rounding=ROUND_HALF_UP)


@frozen
class Scale:
    """In which unit the numbers are written, and by what they are divided for it."""

    unit: str
    divisor: Decimal
    is_share: bool

    @classmethod
    def fitting(cls, unit: str, values: Iterable[Decimal]) -> Scale:
        """Return the unit as given, or in 万 or 亿 where the numbers would be too long."""
        parsed = Unit.parse(unit)
        largest = max((abs(value) for value in values), default=Decimal(0))
        if parsed.base in _SHARES:
            return cls(unit, Decimal(1), is_share=True)
        if largest < _LONG:
            return cls(unit, Decimal(1), is_share=False)
        word, scale = ("亿", _YI) if largest * parsed.scale >= _YI else ("万", _WAN)
        return cls(word + parsed.base, scale / parsed.scale, is_share=False)

    def of(self, value: Decimal) -> Decimal:
        """Return the value in this unit."""
        return _CONTEXT.divide(value, self.divisor)

    def words(self, value: Decimal, against: Decimal | None = None) -> str:
        """Return the number of a value in the data's unit, rounded for reading.

        It is never rounded onto or across `against`, nor a share onto the whole.
        """
        exact = self.of(value)
        short = _rounded(exact, self.is_share)
        bounds = [] if against is None else [self.of(against)]
        bounds += [Decimal(100)] if self.is_share else []
        is_kept = all(exact.compare(end) == short.compare(end) for end in bounds)
        return plain(short if is_kept else exact)


def _rounded(value: Decimal, is_share: bool) -> Decimal:
    places = 1 if is_share or abs(value) >= 1000 else 2
    if value and abs(value) < Decimal(1).scaleb(-places):
        places = 1 - value.adjusted()
    return _to_places(value, places)


def _to_places(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), context=_CONTEXT)


def plain(value: Decimal) -> str:
    """Return the number with thousands set apart and a true minus, no idle zeros."""
    with localcontext(_CONTEXT):
        text = f"{value.normalize():,f}" if value else "0"
    return text.replace("-", "−")


@frozen
class Marks:
    """The ends of an axis and the numbers marked on it."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    @property
    def is_cut(self) -> bool:
        """Tell whether the axis leaves out zero."""
        return self.low > 0 or self.high < 0


def marks_for(values: Iterable[Decimal], from_zero: bool = False) -> Marks:
    """Return an axis that holds the values; no values give 0 to 1.

    It starts at zero where zero is not far, or where it has to (bars).
    """
    held = tuple(values) or (Decimal(0), Decimal(1))
    with localcontext(_CONTEXT):
        low, high = min(held), max(held)
        if low == high == 0:
            high = Decimal(1)
        if from_zero or low * 2 <= high or low == high:
            low, high = min(low, Decimal(0)), max(high, Decimal(0))
        room = (high - low) or Decimal(1)
        bottom = low if low == 0 else low - room * Decimal("0.14")
        top = high + room * Decimal("0.16")
        if low > 0:
            bottom = max(bottom, Decimal(0))
        return Marks(bottom, top, _ticks(bottom, top))


def _ticks(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    raw = (high - low) / 5
    size = Decimal(1).scaleb(raw.adjusted())
    step = next(part * size for part in _STEPS if part * size >= raw)
    first = (low / step).to_integral_value(rounding="ROUND_CEILING")
    count = int((high / step).to_integral_value(rounding="ROUND_FLOOR") - first)
    return tuple((first + i) * step for i in range(count + 1))
