"""An amount that no statement took → the class of number it is."""

from __future__ import annotations

from paitou.compile import words
from paitou.compile.quantity import Amount


def leftover(text: str, amount: Amount) -> str:
    """Return the class of an amount that the grammar bound to nothing."""
    unit = amount.base_unit
    if unit in words.DURATIONS:
        return "duration"
    if text[amount.end : amount.end + 1] == "的":
        return "attribute"
    return "attribute" if unit else "unexplained"
