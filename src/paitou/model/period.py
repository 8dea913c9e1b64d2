"""Periods of time: a year, half, quarter, month, or a span of years."""

from __future__ import annotations

import re
from enum import StrEnum

from attrs import frozen


class PeriodKind(StrEnum):
    """How long a period is."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    SPAN = "span"


_FORMS = (
    (PeriodKind.SPAN, re.compile(r"(\d{4})\s*[-—–~～至到]\s*(\d{4})年?")),
    (
        PeriodKind.QUARTER,
        re.compile(r"(\d{4})\s*(?:年第?)?\s*[Qq]?([1-4一二三四])(?:季度)"),
    ),
    (PeriodKind.QUARTER, re.compile(r"(\d{4})-?[Qq]([1-4])")),
    (PeriodKind.HALF, re.compile(r"(\d{4})-?[Hh]([12])")),
    (PeriodKind.HALF, re.compile(r"(\d{4})年?(上|下)半年")),
    (PeriodKind.MONTH, re.compile(r"(\d{4})(?:-|年|/|\.)(\d{1,2})月?(?:底|末)?")),
    (PeriodKind.YEAR, re.compile(r"(\d{4})年?(?:度)?")),
)
_DIGIT = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_COUNT = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}


@frozen(order=True)
class Period:
    """A period: `year` with `part` (half 1–2, quarter 1–4, month 1–12), or years to `last`.

    `part` is 0 for a year and for a span; `last` equals `year` unless the kind is a span.
    """

    year: int
    part: int
    last: int
    kind: PeriodKind

    @classmethod
    def of_year(cls, year: int) -> Period:
        """Return the calendar year."""
        return cls(year, 0, year, PeriodKind.YEAR)

    @classmethod
    def of_years(cls, first: int, last: int) -> Period:
        """Return the span of years from `first` to `last`, both counted."""
        if last < first:
            raise ValueError(f"{first}—{last}: 起止年份颠倒")
        return cls(first, 0, last, PeriodKind.SPAN) if last > first else cls.of_year(first)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period written as 2023, 2023Q1, 2023年第一季度, 2023-06 or 2023-2025.

        Raises:
            ValueError: the text is none of these, or its month or years are impossible.
        """
        text = text.strip()
        for kind, form in _FORMS:
            if found := form.fullmatch(text):
                return cls._from(kind, found)
        raise ValueError(f"“{text}”不是年、季、月或起止年份")

    @classmethod
    def _from(cls, kind: PeriodKind, found: re.Match[str]) -> Period:
        year = int(found[1])
        if kind is PeriodKind.YEAR:
            return cls.of_year(year)
        if kind is PeriodKind.SPAN:
            return cls.of_years(year, int(found[2]))
        part = _DIGIT.get(found[2]) or int(found[2])
        if not 1 <= part <= _COUNT[kind]:
            raise ValueError(f"“{found[0]}”的月份或季度不存在")
        return cls(year, part, year, kind)

    def __str__(self) -> str:
        match self.kind:
            case PeriodKind.YEAR:
                return f"{self.year}"
            case PeriodKind.SPAN:
                return f"{self.year}-{self.last}"
            case PeriodKind.MONTH:
                return f"{self.year}-{self.part:02d}"
            case PeriodKind.QUARTER:
                return f"{self.year}Q{self.part}"
            case PeriodKind.HALF:
                return f"{self.year}H{self.part}"
