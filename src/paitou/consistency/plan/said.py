"""The number of a sentence ↔ where it stands in a constraint, rounded so that it does."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.consistency.repair import Relaxation

_HUNDRED = 100
#: Figures that a reader needs of a rate, and the most decimals of any number.
_FIGURES, _MOST = 3, 6
_RATES = frozenset({"%", "‰", "百分点", "个百分点"})


@frozen(kw_only=True)
class Said:
    """A number as it is written in its unit, and what the constraint makes of it.

    Attributes:
        high: the upper end of a range, as written; None where there is one number.
        scale: the bound is the number times this; None where the number is a weight.
        years: the weight is 1 + number ÷ 100 to the power of this; 0 where it is a multiple
            of the number itself.
        is_around: whether the bounds lie half a last place to both sides of the number.
        is_whole: whether only whole numbers make sense (户, 人).
    """

    value: Decimal
    high: Decimal | None = None
    unit: str = ""
    scale: Fraction | None = None
    years: int = 0
    is_around: bool = False
    is_whole: bool = False

    def before(self, change: Relaxation) -> Decimal:
        """Return the number that a change gives way at, as it is written."""
        return self.high if change.side == "hi" and self.high is not None else self.value

    def after(self, change: Relaxation) -> Decimal | None:
        """Return the number that would have to be written instead; None where none does.

        A floor that gives way is rounded down and a ceiling up, so that what is printed,
        typed in, is enough; 左右 is rounded to the nearest, as its half place covers it.
        """
        up = change.side == "hi"
        if self.scale is not None:
            return self._rounded(change.after / self.scale, up)
        if change.factor is None:
            return None
        if not self.years:
            return self._rounded(Fraction(self.before(change)) * change.factor, up)
        weight = (1 + Fraction(self.before(change)) / _HUNDRED) ** self.years
        return self._rate(weight * change.factor, up)

    def words(self, number: Decimal) -> str:
        """Return a number for a reader: 6073亿元, 下降4.2%."""
        if number < 0:
            return f"下降{-number:f}{self.unit}"
        return f"{number:f}{self.unit}"

    def _rounded(self, exact: Fraction, up: bool) -> Decimal:
        places = 0 if self.is_whole else places_of(exact, self.unit)
        scaled = exact * 10**places
        if self.is_around:
            whole = round(scaled)
        else:
            whole = -(-scaled.numerator // scaled.denominator) if up else scaled.__floor__()
        return plain(whole, places)

    def _rate(self, weight: Fraction, up: bool) -> Decimal:
        """Return the yearly rate, checked without roots: it must be on the safe side."""
        guess = Fraction(float(weight) ** (1 / self.years) - 1) * _HUNDRED
        places = places_of(guess, "%")
        step = Fraction(1, 10**places)
        whole = (guess / step).__floor__()

        def compounded(steps: int) -> Fraction:
            return (1 + steps * step / _HUNDRED) ** self.years

        while compounded(whole) > weight:
            whole -= 1
        while compounded(whole + 1) <= weight:
            whole += 1
        if up and compounded(whole) < weight:
            whole += 1
        return plain(whole, places)


def places_of(value: Fraction, unit: str = "") -> int:
    """Return how many decimals a reader needs: 3 figures of a rate, 5 of an amount."""
    size, figures = abs(value), _FIGURES if unit in _RATES else _FIGURES + 2
    if not size:
        return 0
    digits = len(str(size.__floor__())) if size >= 1 else 0
    most = _MOST if size < 1 else 4 if size < 10 else 2  # 1.0715万亿元, 6073.25亿元
    return max(0, min(most, figures - digits))


def plain(whole: int, places: int) -> Decimal:
    """Return a number of so many decimals without idle zeros."""
    value = Decimal(whole).scaleb(-places)
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return value.normalize()
