"""An amount with its unit; money and counts are never mixed."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.model.unit import Unit


@frozen
class Quantity:
    """A value in the unit as written: 1.2 万亿元."""

    value: Decimal
    unit: Unit

    @property
    def amount(self) -> Decimal:
        """Return the value in the unit's base: 1.2 万亿元 is 1200000000000 元."""
        return self.value * self.unit.scale

    def same_amount(self, other: Quantity) -> bool:
        """Return whether both are the same amount of the same base unit."""
        return self.unit.base == other.unit.base and self.amount == other.amount

    def __str__(self) -> str:
        return f"{self.value}{self.unit.text}"
