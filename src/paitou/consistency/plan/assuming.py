"""The text of check.toml → the assumptions that a reader may change."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from paitou.consistency.plan.said import Said
from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.variables import Naming, Variable
from paitou.consistency.system import Constraint, Kind
from paitou.figures import same_kind
from paitou.model import Assumption, Issue, Unit
from paitou.review import values as read
from paitou.review.table_entry import TableEntry, top_entry

FILE = "check.toml"
_KEYS = frozenset({"indicator", "org", "year", "low", "high", "unit", "note"})


def read_assumptions(
    text: str, file: str = FILE
) -> tuple[tuple[Assumption, ...], tuple[Issue, ...]]:
    """Return the assumptions of the file; of a broken one, whatever can be read."""
    top = top_entry(text, file)
    top.check_keys(frozenset({"assumption"}))
    return tuple(_assumptions(top)), tuple(top.issues)


def _assumptions(top: TableEntry) -> Iterator[Assumption]:
    for entry in top.rows("assumption"):
        entry.check_keys(_KEYS)
        name, year = entry.text("indicator"), entry.get("year", _year)
        if not name or year is None:
            continue
        yield Assumption(
            indicator=name,
            org=entry.text("org"),
            year=year,
            low=entry.get("low", read.number),
            high=entry.get("high", read.number),
            unit=entry.text("unit"),
            note=entry.text("note"),
            where=entry.where,
        )


def assumed(
    assumptions: tuple[Assumption, ...], naming: Naming
) -> Iterator[tuple[Variable, Sourced]]:
    """Yield each assumption that has a unit that fits, with the variable it is of."""
    for number, each in enumerate(assumptions, 1):
        indicator_id = naming.catalogue.resolve(each.indicator)
        unit = Unit.parse(each.unit) if each.unit else naming.unit(indicator_id)
        if not same_kind(unit, naming.unit(indicator_id)):
            continue
        place = naming.ledger.places
        org = place.key(each.org) if each.org else place.whole
        variable = Variable(indicator_id, org, each.year)
        scale = Fraction(unit.scale / naming.unit(indicator_id).scale)
        yield (
            variable,
            Sourced(
                constraint=Constraint(
                    name=f"assumption:{number}",
                    kind=Kind.FACT,
                    terms={variable.name: Fraction(1)},
                    lo=None if each.low is None else Fraction(each.low) * scale,
                    hi=None if each.high is None else Fraction(each.high) * scale,
                ),
                source=Source(
                    kind=SourceKind.ASSUMPTION,
                    id=str(number),
                    words=f"假设{naming.words(variable)}{_bounds(each, unit)}",
                    quote=each.note,
                    said=_said(each, unit, scale),
                ),
            ),
        )


def _said(assumption: Assumption, unit: Unit, scale: Fraction) -> Said | None:
    value = assumption.high if assumption.low is None else assumption.low
    if value is None:
        return None
    high = None if assumption.low is None else assumption.high
    return Said(value=value, high=high, unit=unit.text, scale=scale)


def _bounds(assumption: Assumption, unit: Unit) -> str:
    low = "" if assumption.low is None else f"不低于{assumption.low}{unit.text}"
    high = "" if assumption.high is None else f"不高于{assumption.high}{unit.text}"
    return "、".join(part for part in (low, high) if part)


def _year(value: read.TomlValue) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2200:
        return value
    raise ValueError("应写成年份，如 2025")
