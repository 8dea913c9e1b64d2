"""Turns the tables in `data/` into indicators; they are ours, so a fault in them is a bug."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paitou.indicators.indicator import Indicator

DATA = Path(__file__).parent / "data"
ALIAS_SIGN = "|"


def read_shipped() -> Iterator[Indicator]:
    """Yield the indicators of every table, in the order of files and rows."""
    from csv import reader

    for path in sorted(DATA.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = reader(file)
            head = next(rows)
            for row in rows:
                yield _indicator(dict(zip(head, row, strict=True)))


def _indicator(row: dict[str, str]) -> Indicator:
    aliases = row.pop("aliases")
    return Indicator(aliases=tuple(aliases.split(ALIAS_SIGN)) if aliases else (), **row)
