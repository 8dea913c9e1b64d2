"""What is taken for granted because nobody published it; a reader may change it."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen


@frozen(kw_only=True)
class Assumption:
    """What is taken for granted of an indicator in a year, because nobody published it.

    Attributes:
        low, high: in `unit`; None is no bound.
        note: why, and where it comes from; it is printed wherever the assumption counts.
    """

    indicator: str
    org: str = ""
    year: int
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    note: str = ""
    where: str = ""
