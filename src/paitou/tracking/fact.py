"""A value that may be argued from, published or computed."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.model import Bound, Period, Unit


@frozen(kw_only=True)
class Fact:
    """A value that may be argued from, in the base of its unit.

    Attributes:
        unit: the unit that it was published in, None where that says nothing.
        inferred: whether it was computed; `formula` then says how, in words.
        is_partial: whether it is the running value of a flow before its year has ended.
    """

    value: Decimal
    period: Period
    unit: Unit | None = None
    bound: Bound = Bound.EXACT
    qualifier: str = ""
    high: Decimal | None = None
    figures: tuple[str, ...] = ()
    inferred: bool = False
    is_partial: bool = False
    formula: str = ""
