"""What TOML holds → ids, marks, shares, pairs and tables of them, or what is wrong."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from decimal import Decimal

from paitou.figures.columns.units import is_unit
from paitou.model import Unit
from paitou.review.values import Read, Reader, TomlValue, number, text

Pair = tuple[Decimal, Decimal]

_BLANK = re.compile(r"\s")
_LONGEST_ID = 64
_LARGEST_COUNT = 100_000
_MOST_NUMBERS = 1000
#: Looking for near words among more than these would be slower than it is useful.
_MOST_NEAR = 300


def name(value: TomlValue) -> str:
    """Return an id: short, without blanks."""
    found = text(value)
    if not found or len(found) > _LONGEST_ID or _BLANK.search(found):
        raise ValueError(f"应是不含空格、不超过 {_LONGEST_ID} 个字的编号")
    return found


def flag(value: TomlValue) -> bool:
    """Return true or false."""
    if isinstance(value, bool):
        return value
    raise ValueError("只能写 true 或 false")


def whole(value: TomlValue) -> int:
    """Return a whole number from 0."""
    if type(value) is int and 0 <= value <= _LARGEST_COUNT:
        return value
    raise ValueError(f"应是 0 到 {_LARGEST_COUNT} 之间的整数")


def places(value: TomlValue) -> int:
    """Return to how many places a score is printed."""
    found = whole(value)
    if found > 8:
        raise ValueError("应在 0 到 8 之间")
    return found


def amount(value: TomlValue) -> Decimal:
    """Return a number; units stand elsewhere."""
    try:
        return number(value)
    except ValueError as error:
        is_text = isinstance(value, str)
        told = f"“{value[:20]}”不是数，数不加单位" if is_text else str(error)
        raise ValueError(told) from None


def marks(value: TomlValue) -> Decimal:
    """Return a number of marks, 0 or more."""
    found = amount(value)
    if found < 0:
        raise ValueError("不能是负数")
    return found


def positive(value: TomlValue) -> Decimal:
    """Return a number above 0."""
    found = amount(value)
    if found <= 0:
        raise ValueError("应大于 0")
    return found


def share(value: TomlValue) -> Decimal:
    """Return a share above 0 and up to 1."""
    found = amount(value)
    if not 0 < found <= 1:
        raise ValueError("应大于 0、不大于 1，如 0.3")
    return found


def direction(value: TomlValue) -> int:
    """Return 1 where more is better, −1 where less is."""
    if isinstance(value, bool) or value not in (1, -1):
        raise ValueError("只能写 1(越大越好)或 -1(越小越好)")
    return int(value)


def unit(value: TomlValue) -> Unit:
    """Return a unit of measure; the empty text is the bare number."""
    found = text(value)
    if found and not is_unit(found):
        raise ValueError(f"“{found[:20]}”读不出计量单位，没有单位的不写")
    return Unit.parse(found)


def numbers(value: TomlValue) -> tuple[Decimal, ...]:
    """Return a list of numbers."""
    if not isinstance(value, list) or not value or len(value) > _MOST_NUMBERS:
        raise ValueError("应是数的列表，如 [0.7, 0.3]")
    return tuple(amount(each) for each in value)


def pair(value: TomlValue) -> Pair:
    """Return lowest and highest."""
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("应写成 [最低值, 最高值]")
    low, high = amount(value[0]), amount(value[1])
    if low > high:
        raise ValueError(f"的最低值 {low:f} 大于最高值 {high:f}")
    return low, high


def table(reader: Reader[Read]) -> Reader[dict[str, Read]]:
    """Return a reader of a table whose values are all of one sort."""

    def read(value: TomlValue) -> dict[str, Read]:
        if isinstance(value, dict):
            return {key.strip(): _inner(key, each, reader) for key, each in value.items()}
        raise ValueError("应写成 { 名称 = 值 }")

    return read


def bounds(value: TomlValue) -> dict[str, Pair]:
    """Return lowest and highest by group; a pair alone is for any group."""
    return {"": pair(value)} if isinstance(value, list) else table(pair)(value)


def nearest(word: str, known: Collection[str]) -> str:
    """Return a question after a near word, empty where there is none."""
    if len(known) > _MOST_NEAR or len(word) > _LONGEST_ID:
        return ""
    near = difflib.get_close_matches(word, sorted(known), n=1)
    return f"是否为 {near[0]}？" if near else ""


def _inner(key: str, value: TomlValue, reader: Reader[Read]) -> Read:
    try:
        return reader(value)
    except ValueError as error:
        raise ValueError(f"里 {key[:20]} {error}") from None
