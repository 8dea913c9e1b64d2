"""Periods of time: a year, half, quarter, month, months to date, or a span of years."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from functools import lru_cache

from attrs import field, frozen


class PeriodKind(StrEnum):
    """How long a period is."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    TO_DATE = "to_date"
    SPAN = "span"


_YEAR = r"(\d{4})\s*年?"
_DASH = r"\s*[-—–~～至到]\s*"
_END = r"(?:份|底|末)?(?:累计)?"
_FORMS = (
    (PeriodKind.SPAN, re.compile(rf"(\d{{4}})年?{_DASH}(\d{{4}})年?")),
    (
        PeriodKind.QUARTER,
        re.compile(r"(\d{4})\s*(?:年第?)?\s*[Qq]?([1-4一二三四])(?:季度)"),
    ),
    (PeriodKind.QUARTER, re.compile(r"(\d{4})-?[Qq]([1-4])")),
    (PeriodKind.HALF, re.compile(r"(\d{4})-?[Hh]([12])")),
    (PeriodKind.HALF, re.compile(r"(\d{4})年?(上|下)半年")),
    (PeriodKind.MONTH, re.compile(r"(\d{4})(?:-|年|/|\.|-?[Mm])(\d{1,2})月?(?:底|末)?")),
    (PeriodKind.YEAR, re.compile(r"(\d{4})年?(?:度|末|底|全年)?")),
)
#: Written by the month or the quarter that they run to, from January on.
_TO_DATE = (
    re.compile(rf"{_YEAR}-?[Mm]?0?1月?{_DASH}[Mm]?(\d{{1,2}})月{_END}"),
    re.compile(rf"{_YEAR}-?[Mm]0?1{_DASH}[Mm]?(\d{{1,2}})"),
    re.compile(rf"{_YEAR}前(\d{{1,2}}|[一二三四五六七八九十]+)个月{_END}"),
)
_TO_QUARTER = (
    re.compile(rf"{_YEAR}-?[Qq]1{_DASH}[Qq]?([1-4])"),
    re.compile(rf"{_YEAR}(?:前|一至|[1一]{_DASH})([二三四234])个?季度{_END}"),
)
_DIGIT = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_DIGIT |= {"五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11}
_COUNT = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}
_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}


@frozen(order=True, cache_hash=True)
class Period:
    """A period: `year` with `part` (half 1–2, quarter 1–4, month 1–12), or years to `last`.

    `part` is 0 for a year and for a span, and the last month for months to date, which are
    cumulative from January on; `last` equals `year` unless the kind is a span. January to
    March is the first quarter, to June the first half, to December the year.
    """

    year: int
    part: int
    last: int
    kind: PeriodKind
    #: Its first and last month, counted from the year 0: 12 × year + month − 1.
    first_month: int = field(init=False, eq=False, repr=False)
    last_month: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        # Asked for a million times where figures are looked up, so worked out once.
        object.__setattr__(self, "first_month", self._first_month())
        object.__setattr__(self, "last_month", self._last_month())

    @classmethod
    def of_year(cls, year: int) -> Period:
        """Return the calendar year."""
        return _year(year)

    @classmethod
    def of_years(cls, first: int, last: int) -> Period:
        """Return the span of years from `first` to `last`, both counted."""
        if last < first:
            raise ValueError(f"{first}—{last}: 起止年份颠倒")
        return cls(first, 0, last, PeriodKind.SPAN) if last > first else cls.of_year(first)

    @classmethod
    def to_date(cls, year: int, month: int) -> Period:
        """Return January to `month` of the year, by its shortest name."""
        if not 1 <= month <= 12:
            raise ValueError(f"“{year}年1—{month}月”不存在")
        named = {
            1: (1, PeriodKind.MONTH),
            3: (1, PeriodKind.QUARTER),
            6: (1, PeriodKind.HALF),
            12: (0, PeriodKind.YEAR),
        }
        part, kind = named.get(month, (month, PeriodKind.TO_DATE))
        return cls(year, part, year, kind)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Return the period written as 2023, 2023Q1, 2023年1—9月, 2023-06 or 2023-2025.

        Raises:
            ValueError: the text is none of these, or its month or years are impossible.
        """
        text = text.strip()
        for kind, form in _FORMS:
            if found := form.fullmatch(text):
                return cls._from(kind, found)
        for months, forms in ((1, _TO_DATE), (3, _TO_QUARTER)):
            for form in forms:
                if found := form.fullmatch(text):
                    return cls.to_date(int(found[1]), months * _number(found[2]))
        raise ValueError(f"“{text}”不是年、季、月或起止年份")

    @classmethod
    def _from(cls, kind: PeriodKind, found: re.Match[str]) -> Period:
        year = int(found[1])
        if kind is PeriodKind.YEAR:
            return cls.of_year(year)
        if kind is PeriodKind.SPAN:
            return cls.of_years(year, int(found[2]))
        part = _number(found[2])
        if not 1 <= part <= _COUNT[kind]:
            raise ValueError(f"“{found[0]}”的月份或季度不存在")
        return cls(year, part, year, kind)

    def _first_month(self) -> int:
        length = _MONTHS.get(self.kind)
        return self.year * 12 + (length * (self.part - 1) if length else 0)

    def _last_month(self) -> int:
        if self.kind is PeriodKind.TO_DATE:
            return self.year * 12 + self.part - 1
        length = _MONTHS.get(self.kind)
        return self.year * 12 + length * self.part - 1 if length else self.last * 12 + 11

    @property
    def months(self) -> int:
        """Return how many months it lasts."""
        return self.last_month - self.first_month + 1

    @property
    def last_day(self) -> dt.date:
        """Return its last day."""
        year, month = divmod(self.last_month + 1, 12)
        return dt.date(year, month + 1, 1) - dt.timedelta(days=1)

    @property
    def is_from_january(self) -> bool:
        """Return whether it lies in one year and begins with it, as figures to date do."""
        return self.kind is not PeriodKind.SPAN and self.first_month == self.year * 12

    def shifted(self, years: int) -> Period:
        """Return the same part of another year."""
        return Period(self.year + years, self.part, self.last + years, self.kind)

    @property
    def label(self) -> str:
        """Return the period as Chinese readers write it: 2023年1—9月."""
        match self.kind:
            case PeriodKind.YEAR:
                return f"{self.year}年"
            case PeriodKind.SPAN:
                return f"{self.year}—{self.last}年"
            case PeriodKind.MONTH:
                return f"{self.year}年{self.part}月"
            case PeriodKind.QUARTER:
                return f"{self.year}年{'一二三四'[self.part - 1]}季度"
            case PeriodKind.HALF:
                return f"{self.year}年{'上下'[self.part - 1]}半年"
            case PeriodKind.TO_DATE:
                return f"{self.year}年1—{self.part}月"

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
            case PeriodKind.TO_DATE:
                return f"{self.year}M01-{self.part:02d}"


@lru_cache(maxsize=4096)
def _year(year: int) -> Period:
    return Period(year, 0, year, PeriodKind.YEAR)


def _number(written: str) -> int:
    return _DIGIT.get(written) or int(written)
