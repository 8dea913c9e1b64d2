"""Frozen figures and a day → what differs from what was approved, by form and in total."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen
from django.db.models import QuerySet

from paitou.indicators import Additivity, Catalogue
from paitou.model import Measure
from paitou.office.reporting.models import Reported

_ADDED_UP = frozenset({Additivity.SUM, Additivity.STOCK})


@frozen(kw_only=True)
class Changed:
    """A number that was corrected: as it was approved, and every vintage since."""

    first: Reported
    later: tuple[Reported, ...]

    @property
    def now(self) -> Reported:
        """Return the vintage that holds."""
        return self.later[-1]

    @property
    def amount(self) -> Decimal | None:
        """Return by how much it differs in the unit of the first, None of no number."""
        one, other = self.first.figure, self.now.figure
        if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
            return None
        if one.unit.base != other.unit.base or one.value_high or other.value_high:
            return None
        return other.value * (other.unit.scale / one.unit.scale) - one.value

    @property
    def words(self) -> str:
        """Return by how much it differs as people write it: +3.5亿元."""
        return "" if self.amount is None else _signed(self.amount, self.first.unit)


@frozen(kw_only=True)
class OfForm:
    """What was corrected in one organisation's form."""

    org: str
    submission: int
    changed: tuple[Changed, ...]


@frozen(kw_only=True)
class Total:
    """An indicator, and what its corrections come to over all that reported it."""

    indicator: str
    count: int
    words: str


@frozen(kw_only=True)
class Changes:
    """What differs from what was approved.

    Attributes:
        numbers: how many numbers were approved in all.
    """

    numbers: int
    forms: tuple[OfForm, ...]

    @property
    def changed(self) -> tuple[Changed, ...]:
        """Return every number that differs."""
        return tuple(one for form in self.forms for one in form.changed)

    def totals(self, catalogue: Catalogue) -> tuple[Total, ...]:
        """Return what the corrections of each indicator come to, where it can be added."""
        named: dict[tuple[str, str], list[Changed]] = {}
        for one in self.changed:
            named.setdefault((one.first.indicator, one.first.unit), []).append(one)
        return tuple(
            Total(indicator=name, count=len(found), words=_sum(found, unit, catalogue))
            for (name, unit), found in named.items()
        )


def changes_of(rows: QuerySet[Reported], as_of: dt.date) -> Changes:
    """Return what differs by what was known on a day, form by form.

    What was corrected back to the same value does not differ.
    """
    vintages: dict[tuple[str, str], list[Reported]] = {}
    known = rows.filter(known_on__lte=as_of).select_related("submission__round")
    for row in known.order_by("book", "submission__round", "submission__org", "pk"):
        vintages.setdefault((row.book, row.key), []).append(row)
    forms: dict[int, list[Changed]] = {}
    names: dict[int, str] = {}
    for first, *later in vintages.values():
        if later and later[-1].words != first.words:
            number = first.submission_id
            forms.setdefault(number, []).append(Changed(first=first, later=tuple(later)))
            names[number] = first.submission.org_name
    return Changes(
        numbers=len(vintages),
        forms=tuple(
            OfForm(org=names[number], submission=number, changed=tuple(found))
            for number, found in forms.items()
        ),
    )


def _sum(found: Iterable[Changed], unit: str, catalogue: Catalogue) -> str:
    """Return the sum in words, empty where these are not added up."""
    total = Decimal(0)
    for one in found:
        known = catalogue.get(one.first.indicator_id)
        is_added = known is not None and known.additivity in _ADDED_UP
        if one.amount is None or not is_added or one.first.measure != Measure.LEVEL:
            return ""
        total += one.amount
    return _signed(total, unit)


def _signed(amount: Decimal, unit: str) -> str:
    text = f"{abs(amount):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    sign = "+" if amount > 0 else "−" if amount < 0 else ""
    return f"{sign}{text}{unit}"
