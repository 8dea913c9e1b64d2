"""What TOML holds (text, number, date, list) → a typed value, or what is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from paitou.model import Period, When, WhenKind
from paitou.review.words import choices_of, choose
from paitou.tables import parse_number

#: What TOML holds: text, number, truth, date, list or table.
TomlValue: TypeAlias = Any
Read = TypeVar("Read")
Choice = TypeVar("Choice", bound=StrEnum)
#: Turns a value into what it means; raises ValueError with the trouble in Chinese.
Reader: TypeAlias = Callable[[TomlValue], Read]

_LISTED = re.compile(r"\s*[、,，;；]\s*")
_LARGEST_EXPONENT = 24


def text(value: TomlValue) -> str:
    """Return a text without blanks at its ends."""
    if isinstance(value, str):
        return value.strip()
    raise ValueError("应是加引号的文字")


def texts(value: TomlValue) -> tuple[str, ...]:
    """Return a list of texts; one text may list several with 、."""
    if isinstance(value, str):
        return tuple(part for part in _LISTED.split(value.strip()) if part)
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise ValueError('应是文字列表，如 ["市财政局", "市商务局"]')
    return tuple(dict.fromkeys(part.strip() for part in value if part.strip()))


def number(value: TomlValue) -> Decimal:
    """Return a number written as such or in quotes, with commas or full-width digits."""
    if isinstance(value, str):
        return _sensible(_typed(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _sensible(Decimal(value))
    raise ValueError("应是数")


def _sensible(read: Decimal) -> Decimal:
    if not read.is_finite() or abs(read.adjusted()) > _LARGEST_EXPONENT:
        raise ValueError("大得没有意义")
    return read


def _typed(written: str) -> Decimal:
    cell = parse_number(written)
    if cell.value is None or cell.unit or cell.qualifier:
        raise ValueError(
            f"“{written[:20]}”不是单个数(单位写在 unit 里，以上、以内写在 comparator 里)"
        )
    return cell.value


def number_or_grade(value: TomlValue) -> Decimal | str:
    """Return a number, or the words of a grade (Ⅲ)."""
    try:
        return number(value)
    except ValueError:
        if isinstance(value, str) and 0 < len(value.strip()) <= 12:
            return value.strip()
        raise


def count(value: TomlValue) -> int:
    """Return a whole number from 1."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError("应是从 1 起的整数")
    return value


def choice(choices: type[Choice]) -> Reader[Choice]:
    """Return a reader of one of the choices, as an identifier or in Chinese."""

    def read(value: TomlValue) -> Choice:
        found = choose(choices, text(value))
        if found is None:
            raise ValueError(f"“{value}”不在可选之列：{choices_of(choices)}")
        return found

    return read


def one_of(*words: str) -> Reader[str]:
    """Return a reader of one of the words."""

    def read(value: TomlValue) -> str:
        if text(value) not in words:
            raise ValueError(f"“{value}”不在可选之列：{'、'.join(words)}")
        return text(value)

    return read


def when(value: TomlValue) -> When:
    """Return the time written as a table of kind, start, end."""
    if not isinstance(value, dict) or not set(value) <= {"kind", "start", "end"}:
        raise ValueError('应写成 { kind = "by", end = 2025 }')
    kind = choice(WhenKind)(value.get("kind", ""))
    start, end = (_year(value.get(key)) for key in ("start", "end"))
    if kind in (WhenKind.BY, WhenKind.IN) and end is None:
        raise ValueError(f"kind 为 {kind.value} 时要写 end(年份)")
    if kind is WhenKind.OVER and (start is None or end is None):
        raise ValueError("kind 为 over 时要写 start 和 end(起止年份)")
    if start is not None and end is not None and end < start:
        raise ValueError("的起止年份颠倒")
    return When(kind=kind, start=start, end=end, source="review")


def _year(value: TomlValue) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1900 <= value <= 2200:
        raise ValueError("的年份应是四位数字，如 2025")
    return value


def day(value: TomlValue) -> dt.date:
    """Return a day, with or without quotes."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(text(value))
    except ValueError:
        raise ValueError("应是日期，如 2024-06-30") from None


def due(value: TomlValue) -> Period | dt.date:
    """Return a day, or a period written as 2024-06, 2024Q2 or 2024."""
    if isinstance(value, dt.date):
        return day(value)
    written = (
        str(value)
        if isinstance(value, int) and not isinstance(value, bool)
        else text(value)
    )
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return Period.parse(written)
