"""An indicator of an organisation in a year ↔ the name of its variable."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from paitou.consistency.plan.said import plain
from paitou.figures import Ledger, same_kind
from paitou.indicators import Catalogue
from paitou.model import Unit

#: Behind the id of an indicator: its values in constant prices, or of the same firms.
_COMPARABLE = "~comparable"


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

    @property
    def comparable(self) -> Variable:
        """Return the same as a series of its own, in which its growth is published."""
        return self.at(f"{self.indicator_id}{_COMPARABLE}")

    @property
    def is_comparable(self) -> bool:
        """Return whether it is of such a series: only its growth has a meaning."""
        return self.indicator_id.endswith(_COMPARABLE)

    @property
    def plain_id(self) -> str:
        """Return the id of its indicator, whatever the series."""
        return self.indicator_id.removesuffix(_COMPARABLE)

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
        """Return the unit of an indicator's values: the usual one where it fits."""
        known = self.catalogue.get(indicator_id)
        usual = Unit.parse(known.unit) if known is not None else None
        own = self.units.get(indicator_id, usual or Unit.parse(""))
        return usual if usual and usual.text and same_kind(own, usual) else own

    def words(self, variable: Variable) -> str:
        """Return a variable in words: 2025年地区生产总值."""
        known = self.catalogue.get(variable.plain_id)
        name = known.name if known else self.names.get(variable.plain_id, "")
        place = ""
        if variable.org != self.ledger.places.whole:
            place = self.ledger.places.name(variable.org)
        series = "（可比）" if variable.is_comparable else ""
        return f"{variable.year}年{place}{name or variable.plain_id}{series}"

    def amount(self, value: Fraction, indicator_id: str) -> str:
        """Return a value in its unit, rounded to the nearest for a reader."""
        return f"{shown(value)}{self.unit(indicator_id).text}"


def shown(value: Fraction) -> str:
    """Return a number rounded to what a reader needs, without idle zeros."""
    size = abs(value)
    places = 4 if size < 1 else 2 if size < 1000 else 1 if size < 100_000 else 0
    return f"{plain(round(value * 10**places), places):f}".replace("-", "−")
