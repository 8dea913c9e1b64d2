"""Exact numbers → digits as people read them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def printed(value: Fraction, decimals: int) -> Decimal:
    """Return an exact number rounded once, half up and away from 0."""
    whole = int(abs(value) * 10**decimals + Fraction(1, 2))
    return Decimal(whole if value >= 0 else -whole).scaleb(-decimals)


def plain(value: Fraction | Decimal, decimals: int = 4) -> str:
    """Return a number without needless zeros: 2.5, −0.125, 92.381."""
    text = f"{printed(Fraction(value), decimals):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace("-", "−")


def mark_words(value: Fraction, decimals: int = 2) -> str:
    """Return points as a sentence has them: 3.25分, and 不到0.01分 for next to nothing."""
    least = Fraction(1, 10**decimals)
    if value and abs(value) * 2 < least:
        return f"不到{plain(least, decimals)}分"
    return f"{plain(value, decimals)}分"
