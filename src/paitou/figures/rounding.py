"""Amounts → percentages of their sum that readers may add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from attrs import field, frozen

from paitou.model import UsageError

NOTE = "由于四舍五入，各项之和可能不等于100%，未作机械调整。"


class Adjustment(StrEnum):
    """What is done where rounded percentages do not add up to 100."""

    LARGEST_REMAINDER = "largest_remainder"
    LEAVE = "leave"


@frozen
class Shares:
    """Percentages in the order of the amounts; `note` is to be printed beside them."""

    values: tuple[Decimal, ...]
    note: str = ""


@frozen(kw_only=True)
class ShareRounding:
    """How percentages are rounded: to how many decimals, and whether to add up."""

    places: int = 1
    adjustment: Adjustment = field(
        converter=Adjustment, default=Adjustment.LARGEST_REMAINDER
    )


def percentages(
    amounts: Sequence[Decimal], rounding: ShareRounding | None = None
) -> Shares:
    """Return each amount as a percentage of their sum; none where the sum is nothing.

    Largest remainder (Hamilton's method): all are rounded down, and what then lacks to 100
    goes by one unit of the last place each to those that lost most, the earlier first where
    two lost the same. No share moves by a whole unit.

    Raises:
        UsageError: an amount is below nothing, so it is no part of a whole.
    """
    if any(amount < 0 for amount in amounts):
        raise UsageError("负数没有占比可言，请先核对各项数值")
    how = rounding or ShareRounding()
    total = sum(amounts, Decimal(0))
    if not total:
        return Shares((), "各项合计为0，没有占比。" if amounts else "")
    exact = [Fraction(amount) * 100 / Fraction(total) for amount in amounts]
    if how.adjustment is Adjustment.LARGEST_REMAINDER:
        return Shares(_largest_remainder(exact, how.places))
    values = tuple(_half_up(share, how.places) for share in exact)
    return Shares(values, "" if sum(values) == 100 else NOTE)


def _largest_remainder(exact: Sequence[Fraction], places: int) -> tuple[Decimal, ...]:
    units = [share * 10**places for share in exact]
    values = [floor(unit) for unit in units]
    lost = [unit - value for unit, value in zip(units, values, strict=True)]
    most = sorted(range(len(lost)), key=lambda place: -lost[place])
    for place in most[: 100 * 10**places - sum(values)]:
        values[place] += 1
    return tuple(Decimal(value).scaleb(-places) for value in values)


def _half_up(share: Fraction, places: int) -> Decimal:
    return Decimal(floor(share * 10**places + Fraction(1, 2))).scaleb(-places)
