"""A fault in a plan, a table or a decision, as a value: what, where, and how to mend it."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen


class Level(StrEnum):
    """How much an issue matters: 错误, 警告, 提示."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """Return the Chinese word for the level."""
        return {"error": "错误", "warning": "警告", "hint": "提示"}[self.value]


@frozen(kw_only=True)
class Issue:
    """One fault; docs/issues.md documents each `code`, `message` and `remedy` are Chinese.

    Attributes:
        where: file and place in tables and decisions ("breakdown.csv 第3行"), or empty.
        start, end: offsets into the document's text, None where the fault has no words.
    """

    code: str
    level: Level = field(converter=Level)
    message: str
    remedy: str
    where: str = ""
    start: int | None = None
    end: int | None = None
