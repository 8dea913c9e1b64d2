"""Exact numbers → how they are written in a sum that people check by hand."""

from __future__ import annotations

from fractions import Fraction

_PLACES = 6
_SCALE = 10**_PLACES
_ROUNDED = 4


def said(value: Fraction, places: int = _ROUNDED) -> str:
    """Return the number in decimals: exactly where six places do, else rounded half up."""
    if value.denominator == 1:
        return _signed(value.numerator, str(abs(value.numerator)))
    if _SCALE % value.denominator == 0:
        units = value.numerator * (_SCALE // value.denominator)
        return _signed(units, _plain(abs(units), _PLACES))
    return rounded(value, places)


def rounded(value: Fraction, places: int) -> str:
    """Return the number rounded half up, without zeros at its end."""
    units = half_up(value, places)
    return _signed(units, _plain(abs(units), places))


def half_up(value: Fraction, places: int) -> int:
    """Return the number in units of the last place; halves go away from zero."""
    scale: int = 10**places
    top, bottom = abs(value.numerator) * scale * 2, value.denominator
    units = (top + bottom) // (2 * bottom)
    return units if value.numerator >= 0 else -units


def enclosed(value: Fraction) -> str:
    """Return the number as it stands behind a sign: one below zero in brackets."""
    return f"（{said(value)}）" if value < 0 else said(value)


def less(one: Fraction, other: Fraction) -> str:
    """Return a difference in brackets: （8.2−3.1）."""
    return f"（{said(one)}−{enclosed(other)}）"


def percent(share: Fraction) -> str:
    """Return a share as a percentage with two places: 92.38%."""
    return f"{rounded(share * 100, 2)}%"


def result(value: Fraction) -> str:
    """Return what a sum comes to, with two places: ＝92.38."""
    return f"＝{rounded(value, 2)}"


def plus(value: Fraction) -> str:
    """Return a summand with its sign: ＋0.5, −0.5."""
    return f"−{said(-value)}" if value < 0 else f"＋{said(value)}"


def _plain(units: int, places: int) -> str:
    whole, rest = divmod(units, 10**places)
    digits = f"{rest:0{places}d}".rstrip("0") if places else ""
    return f"{whole}.{digits}" if digits else str(whole)


def _signed(units: int, digits: str) -> str:
    return f"−{digits}" if units < 0 else digits
