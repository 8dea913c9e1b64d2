"""A text on its way to a rulebook: its tables, its faults and the line of each part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from attrs import Factory, define

from paitou.contest.rulebooks import values as read
from paitou.contest.rulebooks.formulas import FormulaReader
from paitou.review.table_entry import TableEntry
from paitou.review.values import Read, Reader

Default = TypeVar("Default")
_MOST_ROWS = 2000


@define(kw_only=True)
class Desk:
    """What the readers of the parts share; `places` gathers the line of each part."""

    top: TableEntry
    formulas: FormulaReader
    places: dict[tuple[str, str], str] = Factory(dict)

    def rows(self, kind: str, known: frozenset[str] | None = None) -> Iterator[TableEntry]:
        """Yield the tables under [[kind]] that have an id and a name of their own."""
        for nth, row in enumerate(self.top.rows(kind)):
            if nth == _MOST_ROWS:
                message = f"[[{kind}]] 超过 {_MOST_ROWS} 段，后面的没有采用"
                row.note("rulebook-too-large", message, "拆成几个考核办法")
                return
            if known is not None:
                row.check_keys(known)
            if row.require("id", "name") and (found := row.get("id", read.name)):
                if (kind, found) in self.places:
                    self._twice(row, kind, found)
                    continue
                self.places[kind, found] = row.where
                yield row

    def _twice(self, row: TableEntry, kind: str, name: str) -> None:
        first = self.places[kind, name]
        message = f"{row.name} 的编号 {name} 与 {first} 的重复，以前面的为准"
        row.note("rulebook-duplicate", message, "改用别的编号，或删去一段", "id")


def given(
    entry: TableEntry, key: str, reader: Reader[Read], default: Default
) -> Read | Default:
    """Return the field read, or the default where it is absent or wrong."""
    found = entry.get(key, reader)
    return default if found is None else found
