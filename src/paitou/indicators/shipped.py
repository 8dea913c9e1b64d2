"""Turns the tables in `data/` into indicators; they are ours, so a fault in them is a bug."""

from __future__ import annotations

from pathlib import Path

from paitou.indicators.indicator import Additivity, Dimension, Indicator, Polarity, Prices
from paitou.model import InternalError

DATA = Path(__file__).parent / "data"
ALIAS_SIGN = "|"


COLUMNS = "id name aliases dimension unit polarity additivity nominal note".split()

_DIMENSIONS = {member.value: member for member in Dimension}
_POLARITIES = {member.value: member for member in Polarity}
_ADDITIVITIES = {member.value: member for member in Additivity}
_PRICES = {member.value: member for member in Prices} | {"": None}


def read_shipped() -> list[Indicator]:
    """Return the indicators of every table, in the order of files and rows."""
    from csv import reader

    found: list[Indicator] = []
    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = reader(file)
            if next(rows) != COLUMNS:
                raise InternalError(f"{path.name}: 表头应为 {','.join(COLUMNS)}")
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
