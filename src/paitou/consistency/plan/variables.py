"""An indicator of an organisation in a year ↔ the name of its variable."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from paitou.figures import Ledger
from paitou.indicators import Catalogue
from paitou.model import Unit


@frozen(order=True)
class Variable:
    """The value of an indicator for an organisation (its key) in a year."""

    indicator_id: str
    org: str
    year: int

    @property
    def name(self) -> str:
        """Return the name that it has in the system."""
        return f"{self.indicator_id}|{self.org}|{self.year}"

    @classmethod
    def named(cls, name: str) -> Variable:
        """Return the variable of a name."""
        indicator_id, org, year = name.split("|")
        return cls(indicator_id, org, int(year))

    def at(self, indicator_id: str, org: str | None = None) -> Variable:
        """Return another indicator of the same year, and place unless another is given."""
        return Variable(indicator_id, self.org if org is None else org, self.year)

    def in_year(self, year: int) -> Variable:
        """Return the same in another year."""
        return Variable(self.indicator_id, self.org, year)


@frozen(kw_only=True, slots=False)
class Naming:
    """How variables are called for readers, and the units that their values are in."""

    catalogue: Catalogue
    ledger: Ledger
    names: dict[str, str]
    units: dict[str, Unit]

    def unit(self, indicator_id: str) -> Unit:
        """Return the unit of an indicator's values in the system."""
        known = self.catalogue.get(indicator_id)
        if known is not None and known.unit:
            return Unit.parse(known.unit)
        return self.units.get(indicator_id, Unit.parse(""))

    def words(self, variable: Variable) -> str:
        """Return a variable in words: 2025年地区生产总值."""
        known = self.catalogue.get(variable.indicator_id)
        name = known.name if known else self.names.get(variable.indicator_id, "")
        place = ""
        if variable.org != self.ledger.places.whole:
            place = self.ledger.places.name(variable.org)
        return f"{variable.year}年{place}{name or variable.indicator_id}"

    def amount(self, value: Fraction, indicator_id: str) -> str:
        """Return a value in its unit, rounded for a reader."""
        return f"{shown(value)}{self.unit(indicator_id).text}"


def shown(value: Fraction) -> str:
    """Return a number rounded to what a reader needs, without idle zeros."""
    places = 2 if abs(value) < 1000 else 1 if abs(value) < 100_000 else 0
    text = f"{float(value):.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")
