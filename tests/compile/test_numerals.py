"""Numerals: digits, Chinese numerals, Roman grades."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.compile.numerals import arabic_value, chinese_value, roman_value

DIGITS = "零一二三四五六七八九"


def section(number: int) -> str:
    """Write 1–9999: 3050 is 三千零五十."""
    words, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + unit
        gap = not digit
    return words


def written(number: int) -> str:
    """Write a number below 10¹²: 20030000 is 二千零三万."""
    if number == 0:
        return "零"
    parts = [number // 10**8, number // 10**4 % 10**4, number % 10**4]
    words = ""
    for part, size in zip(parts, ("亿", "万", ""), strict=True):
        if part:
            words += "零" if words and part < 1000 else ""
            words += section(part) + size
    return words


@given(st.integers(0, 10**12 - 1))
def test_chinese_numerals_round_trip(number):
    assert chinese_value(written(number)) == number


@given(st.integers(0, 9999), st.text("0123456789", min_size=1, max_size=4))
def test_chinese_decimals_round_trip(whole, part):
    words = written(whole) + "点" + "".join(DIGITS[int(d)] for d in part)
    assert chinese_value(words) == Decimal(f"{whole}.{part}")


@given(st.integers(0, 10**12), st.integers(0, 999))
def test_thousands_commas(whole, part):
    assert arabic_value(f"{whole:,}.{part:03}") == Decimal(f"{whole}.{part:03}")


@pytest.mark.parametrize(
    ("text", "value"),
    [("两", 2), ("十", 10), ("十五", 15), ("两千三", 2003), ("二〇二五", 2025)],
)
def test_as_people_write_them(text, value):
    assert chinese_value(text) == value


@pytest.mark.parametrize("text", ["三点", "点五", "三个", "十二点十"])
def test_what_is_no_numeral(text):
    assert chinese_value(text) is None


def test_roman_grades():
    assert [roman_value(c) for c in "ⅠⅢⅤⅫ"] == [1, 3, 5, 12]
