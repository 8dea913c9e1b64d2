"""A numeral with what follows it: magnitude, unit, range, ratio, fraction, 多 and 余."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compile.written import amounts
from paitou.compile.quantity import NUMERAL, amount_at


def amount(text):
    return amount_at(text, NUMERAL.search(text))


@pytest.mark.parametrize(
    ("text", "value", "unit", "base"),
    [
        ("1.2万亿元", "1.2", "万亿元", "元"),
        ("3,500亿元", "3500", "亿元", "元"),
        ("三千五百亿元", "3500", "亿元", "元"),
        ("十二点五亿元", "12.5", "亿元", "元"),
        ("96万户", "96", "万户", "户"),
        ("3个百分点", "3", "个百分点", "个百分点"),
        ("260万千瓦", "260", "万千瓦", "千瓦"),
        ("7.2公里/平方公里", "7.2", "公里/平方公里", "公里/平方公里"),
        ("28微克/立方米", "28", "微克/立方米", "微克/立方米"),
        ("九成", "9", "成", "成"),
        ("十年一遇", "10", "年一遇", "年一遇"),
    ],
)
def test_value_and_unit_as_written(text, value, unit, base):
    found = amount(text)
    assert (found.value, found.unit, found.base_unit) == (Decimal(value), unit, base)
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [("3—5家", 3, 5, "家"), ("20~30万人", 20, 30, "万人"), ("5%至7%", 5, 7, "%")],
)
def test_a_range_has_its_unit_at_the_end(text, low, high, unit):
    found = amount(text)
    assert (found.value, found.high, found.unit) == (low, high, unit)


def test_what_runs_backwards_is_no_range():
    assert amount("5—3家").high is None


@pytest.mark.parametrize("text", ["160多个", "3万余人", "600余项", "8元多"])
def test_more_than(text):
    assert amount(text).more
    assert amount(text).end == len(text)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("百分之二十五", "25", "%"),
        ("千分之三", "3", "‰"),
        ("三分之二", "66.67", "%"),
        ("9/10万", "9", "/10万"),
        ("1/4的村", "25", "%"),
        ("2.7:1", "2.7", ":1"),
    ],
)
def test_fractions_and_ratios(text, value, unit):
    assert (amount(text).value, amount(text).unit) == (Decimal(value), unit)


def test_parts_of_a_whole():
    assert amount("9.1:38.2:52.7").parts == (Decimal("38.2"), Decimal("52.7"))


@pytest.mark.parametrize(
    ("text", "count"), [("翻番", 1), ("翻一番", 1), ("翻两番", 2), ("翻了两番", 2)]
)
def test_doublings(text, count):
    [found] = amounts(f"产值{text}。")
    assert (found.value, found.unit) == (count, "番")


def test_a_grade_keeps_its_class():
    found = amount("Ⅳ类水质")
    assert (found.value, found.unit, found.kind) == (4, "类", "roman")


def test_a_roman_figure_alone_is_no_amount():
    assert amount("Ⅱ期项目") is None


@given(
    st.text("增长到达约、,—~/:%多余万亿元个ⅢA.", max_size=6),
    st.decimals(0, 10**9, places=2),
    st.sampled_from(["", "%", "万亿元", "个", "公里/平方公里", "个百分点", ":1", "—9户"]),
    st.text("以上左右、。分之1", max_size=4),
)
def test_an_amount_stays_inside_its_text(before, value, unit, after):
    text = f"{before}{value}{unit}{after}"
    found = amounts(text)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
