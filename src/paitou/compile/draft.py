"""A statement in the making: what the grammar read, as indices into one passage."""

from __future__ import annotations

from decimal import Decimal

from attrs import define, field

from paitou.compile.quantity import Amount
from paitou.compile.when import Time
from paitou.model import Comparator, Measure


@define(kw_only=True)
class Draft:
    """One reading of one amount. Indices are into the passage's text."""

    amount: Amount
    start: int
    end: int
    indicator: str
    indicator_at: tuple[tuple[int, int], ...]
    measure: Measure
    comparator: Comparator
    value: Decimal | str
    value_high: Decimal | None = None
    unit: str = ""
    scope: str | None = None
    base: str | None = None
    base_at: tuple[int, int] | None = None
    comparator_at: tuple[int, int] | None = None
    strength_at: tuple[int, int] | None = None
    is_stretch: bool = False
    is_universal: bool = False
    is_origin: bool = False  # the value that a change started from (由18小时)
    origin_words: str = ""
    is_mismatched: bool = False
    is_each: bool = False  # a change in each year (每年提高2个百分点)
    said: Time | None = None
    verb: str = field(default="")
