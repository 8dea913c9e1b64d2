"""A table of a review.toml with its line, and what is found wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import Factory, define

from paitou.model import Issue, Level
from paitou.review.toml_text import TomlText
from paitou.review.values import Reader, TomlValue, text

Read = TypeVar("Read")


@define(kw_only=True)
class Entry:
    """One table under its header; `issues` gathers what is wrong with it and its fields."""

    file: str
    toml: TomlText
    path: tuple[str, ...]
    data: Mapping[str, TomlValue]
    nth: int = 0
    issues: list[Issue] = Factory(list)

    @property
    def where(self) -> str:
        """Return file and line of the header."""
        return self.place()

    @property
    def name(self) -> str:
        """Return the header as it is written; of what stands before any, the file."""
        if not self.path:
            return self.file
        inner = ".".join(self.path)
        return f"[{inner}]" if len(self.path) > 1 else f"[[{inner}]]"

    def place(self, key: str = "") -> str:
        """Return file and line of a key, or of the header."""
        return f"{self.file} 第{self.toml.line(self.path, self.nth, key)}行"

    def note(
        self,
        code: str,
        message: str,
        remedy: str,
        key: str = "",
        level: Level = Level.ERROR,
    ) -> None:
        """Add an issue."""
        where = self.place(key)
        self.issues.append(
            Issue(code=code, level=level, message=message, remedy=remedy, where=where)
        )

    def get(self, key: str, reader: Reader[Read]) -> Read | None:
        """Return the field read; None where it is absent or wrong."""
        if key not in self.data:
            return None
        try:
            return reader(self.data[key])
        except ValueError as error:
            message = f"{self.name} 的 {key} {error}，这一项没有采用"
            self.note("review-wrong-value", message, "按提示改正后重新装载", key)
            return None

    def text(self, key: str) -> str:
        """Return a text field; empty where it is absent or wrong."""
        return self.get(key, text) or ""

    def require(self, *keys: str) -> bool:
        """Return whether all keys are there; note those that are not."""
        absent = [key for key in keys if self.data.get(key) in (None, "", [])]
        if absent:
            message = f"{self.name} 缺少 {'、'.join(absent)}，这一条没有采用"
            self.note("review-incomplete", message, f"补上 {'、'.join(absent)}")
        return not absent

    def check_keys(self, known: frozenset[str]) -> None:
        """Note every key that means nothing here."""
        for key in self.data:
            if key not in known:
                near = difflib.get_close_matches(key, known, n=1)
                remedy = (
                    f"是否为 {near[0]}？"
                    if near
                    else f"可用的键：{'、'.join(sorted(known))}"
                )
                message = f"{self.name} 不认识键“{key}”，这一项没有采用"
                self.note("review-unknown-key", message, remedy, key)


def fault_issues(toml: TomlText, file: str) -> Iterator[Issue]:
    """Yield an issue for everything that could not be read at all."""
    for fault in toml.faults:
        twice = fault.is_duplicate
        lost = "以前面的为准" if twice else "所在的一段没有采用，其余照常"
        yield Issue(
            code="review-duplicate" if twice else "review-unreadable",
            level=Level.ERROR,
            message=f"{file} 这一行{fault.trouble}，{lost}",
            remedy="合并或删去重复的一段" if twice else "按提示改正这一行",
            where=f"{file} 第{fault.line}行",
        )
