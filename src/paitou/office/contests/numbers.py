"""Exact points, values and places → the words and digits that a table shows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.contest.explaining.digits import plain, printed

#: A value is shown as it was reported; this is only what a wrong one is cut to.
_PLACES = 6


def points_words(value: Fraction | Decimal, decimals: int) -> str:
    """Return points with the rulebook's places: 11.09, −0.50."""
    return f"{printed(Fraction(value), decimals):f}".replace("-", "−")


def value_words(value: Fraction | Decimal) -> str:
    """Return a raw value without needless zeros."""
    return plain(value, _PLACES)


def signed_words(value: Fraction | Decimal, decimals: int) -> str:
    """Return a difference with its sign: +0.42, −1.10, 0.00."""
    told = points_words(value, decimals)
    return f"+{told}" if printed(Fraction(value), decimals) > 0 else told


@frozen
class Movement:
    """How many places an organisation rose since the round before; None has no before."""

    places: int | None

    @property
    def shape(self) -> str:
        """Return the mark that stands before the words."""
        if not self.places:
            return ""
        return "▲" if self.places > 0 else "▼"

    @property
    def count(self) -> int:
        """Return how many places it is, up or down."""
        return abs(self.places or 0)

    @property
    def words(self) -> str:
        """Return the movement in words, empty where there is nothing to compare with."""
        if self.places is None:
            return ""
        if not self.places:
            return "持平"
        return f"{'上升' if self.places > 0 else '下降'}{self.count}位"


def movement(before: int | None, now: int | None) -> Movement:
    """Return the movement from one rank to another; either may be missing."""
    return Movement(None if before is None or now is None else before - now)
