"""Turns the tables in `data/` into indicators; a fault in these is a fault of ours."""

from __future__ import annotations

from pathlib import Path

from paitou.indicators.indicator import Additivity, Dimension, Indicator, Polarity, Prices
from paitou.model import InternalError

DATA = Path(__file__).parent / "data"
#: The one table that is not of indicators.
RELATIONS = "relations.csv"
ALIAS_SIGN = "|"


HEAD = "id,name,aliases,dimension,unit,polarity,additivity,nominal,note"

_DIMENSIONS = {member.value: member for member in Dimension}
_POLARITIES = {member.value: member for member in Polarity}
_ADDITIVITIES = {member.value: member for member in Additivity}
_PRICES = {member.value: member for member in Prices} | {"": None}


def read_shipped() -> list[Indicator]:
    """Return the indicators of every table, in the order of files and rows."""
    from csv import reader

    found: list[Indicator] = []
    for path in sorted(each for each in DATA.glob("*.csv") if each.name != RELATIONS):
        with path.open(encoding="utf-8", newline="") as file:
            rows = reader(file)
            if next(rows) != HEAD.split(","):
                raise InternalError(f"{path.name}: 表头应为 {HEAD}")
            found += map(_indicator, rows)
    return found


def _indicator(row: list[str]) -> Indicator:
    id_, name, aliases, dimension, unit, polarity, additivity, nominal, note = row
    return Indicator(
        id=id_,
        name=name,
        aliases=tuple(aliases.split(ALIAS_SIGN)) if aliases else (),
        dimension=_DIMENSIONS[dimension],
        unit=unit,
        polarity=_POLARITIES[polarity],
        additivity=_ADDITIVITIES[additivity],
        nominal=_PRICES[nominal],
        note=note,
    )
