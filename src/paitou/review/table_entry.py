"""The text of a TOML file → its tables, each with its line and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define

from paitou.review.entry import Entry, fault_issues
from paitou.review.toml_text import parse_toml
from paitou.review.values import TomlValue


@define(kw_only=True)
class TableEntry(Entry):
    """A table; `is_row` where it is one of several under [[…]]."""

    is_row: bool = False

    @property
    def name(self) -> str:
        """Return the header as it is written; of what stands before any, the file."""
        inner = ".".join(self.path)
        if not inner:
            return self.file
        return f"[[{inner}]]" if self.is_row else f"[{inner}]"

    def table(self, key: str) -> TableEntry | None:
        """Return the table under [key]; None where there is none."""
        if key not in self.data:
            return None
        if isinstance(data := self.data[key], dict):
            return self._inner(key, data)
        self._misshapen(key, f"[{'.'.join((*self.path, key))}]")
        return None

    def rows(self, key: str) -> Iterator[TableEntry]:
        """Yield the tables under [[key]]."""
        data = self.data.get(key, [])
        rows = data if isinstance(data, list) else [data]
        if not isinstance(data, list) or not all(isinstance(row, dict) for row in rows):
            self._misshapen(key, f"[[{'.'.join((*self.path, key))}]]")
        for nth, row in enumerate(rows):
            if isinstance(row, dict):
                yield self._inner(key, row, nth, is_row=True)

    def _inner(
        self, key: str, data: dict[str, TomlValue], nth: int = 0, *, is_row: bool = False
    ) -> TableEntry:
        return TableEntry(
            file=self.file,
            toml=self.toml,
            path=(*self.path, key),
            data=data,
            nth=nth,
            issues=self.issues,
            is_row=is_row,
        )

    def _misshapen(self, key: str, shape: str) -> None:
        message = f"{key} 应写成 {shape} 开头的一段，写法不对的没有采用"
        self.note("review-wrong-value", message, f"每一条写成 {shape}", key)


def top_entry(text: str, file: str) -> TableEntry:
    """Return what stands at the top of the text; its issues begin with broken lines."""
    toml = parse_toml(text)
    issues = list(fault_issues(toml, file))
    return TableEntry(file=file, toml=toml, path=(), data=toml.data, issues=issues)
