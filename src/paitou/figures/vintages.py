"""Several values of one period, reported at different times → the one that holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from paitou.model import Figure

_CONFIDENCE = {"high": 2, "medium": 1, "": 1, "low": 0}
_UNDATED = dt.date.min


def current(vintages: Iterable[Figure]) -> Figure | None:
    """Return the vintage that holds, whatever order they come in.

    The further revised wins (census, final, preliminary …), then the later known, then the
    better source, then the more exact value; two that tie in all of this are a conflict,
    which `check_figures` reports, and the lower id is taken so that the answer is stable.
    """
    best: Figure | None = None
    for figure in vintages:
        if best is None or outranks(figure, best):
            best = figure
    return best


def outranks(one: Figure, other: Figure) -> bool:
    """Return whether `one` holds where both are known."""
    a = one.state.rank if one.value is not None else -1
    b = other.state.rank if other.value is not None else -1
    if a != b:
        return a > b
    if one.known_on != other.known_on:
        return (one.known_on or _UNDATED) > (other.known_on or _UNDATED)
    return _precedence(one) > _precedence(other)


def same_value(one: Figure, other: Figure) -> bool:
    """Return whether two values agree as far as the less exact one says: 99.7 and 99.73."""
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return one.value == other.value
    a, b = one.value * one.unit.scale, other.value * other.unit.scale
    return abs(a - b) <= max(_rounding(one), _rounding(other))


def _precedence(figure: Figure) -> tuple[int, int, str]:
    # The lower id wins a tie; ids are hexadecimal, so turn the order round.
    confidence = _CONFIDENCE.get(figure.confidence, 1)
    return confidence, _digits(figure), figure.id.translate(_TURNED)


_HEX = "0123456789abcdef"
_TURNED = str.maketrans(_HEX, _HEX[::-1])


def _digits(figure: Figure) -> int:
    if not isinstance(figure.value, Decimal):
        return 0
    exponent = figure.value.as_tuple().exponent
    return len(figure.value.as_tuple().digits) if isinstance(exponent, int) else 0


def _rounding(figure: Figure) -> Decimal:
    """Return half a unit of the last place that the value was written with."""
    assert isinstance(figure.value, Decimal)  # noqa: S101 (asked by `same_value`)
    exponent = figure.value.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    return Decimal(5).scaleb(places - 1) * figure.unit.scale
