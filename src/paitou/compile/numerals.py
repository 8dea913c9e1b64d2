"""The characters of a number → its value: digits, Chinese numerals, Roman grades."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "壹": 1}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_ROMAN = {c: i for i, c in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", start=1)}


def arabic_value(text: str) -> Decimal:
    """Return the value of digits with optional thousands commas and decimals."""
    return Decimal(text.replace(",", ""))


def roman_value(text: str) -> int:
    """Return the value of one Roman numeral character (Ⅰ–Ⅻ)."""
    return _ROMAN[text]


def chinese_value(text: str) -> Decimal | None:
    """Return the value of a Chinese numeral (三千五百, 十二点五), None if it is none."""
    whole, point, part = text.partition("点")
    if point and (not whole or not part or any(c not in _DIGITS for c in part)):
        return None
    value = _whole_value(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    return Decimal(f"{value}." + "".join(str(_DIGITS[c]) for c in part))


def _whole_value(text: str) -> int | None:
    if len(text) > 1 and all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    return _by_place(text)


def _by_place(text: str) -> int | None:
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        elif char in _MYRIADS:
            total = _with_myriads(total, section + digit, _MYRIADS[char])
            section = digit = 0
        else:
            return None
    return total + section + digit


def _with_myriads(total: int, section: int, myriad: int) -> int:
    """Add a section counted in 万 or 亿: 一亿零一万 adds, 三万亿 multiplies all before."""
    if 0 < myriad < total:
        return total + section * myriad
    return (total + section or 1) * myriad
