from decimal import Decimal

import pytest

from paitou.tables import Content, parse_number


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("200", "200", "", ""),
        ("１２３．５", "123.5", "", ""),
        ("1,234.5万元", "1234.5", "万元", ""),
        ("1，234", "1234", "", ""),
        ("1 200 万元", "1200", "万元", ""),
        ("30％", "30", "%", ""),
        ("-5.2%", "-5.2", "%", ""),
        ("−3", "-3", "", ""),
        ("约100家", "100", "家", "约"),
        ("100家以上", "100", "家", "以上"),
        ("≥98%", "98", "%", "≥"),
        ("100多家", "100", "家", "多"),
        ("30万余人", "30", "万人", "余"),
        ("不少于6万套", "6", "万套", "不少于"),
        ("1.2万亿元左右", "1.2", "万亿元", "左右"),
        ("10(亿元)", "10", "亿元", ""),
        ("2.7∶1", "2.7", ":1", ""),
        ("5个百分点", "5", "个百分点", ""),
        ("0", "0", "", ""),
    ],
)
def test_reads_numbers_as_offices_write_them(text, value, unit, qualifier):
    cell = parse_number(text)
    assert cell.content is Content.NUMBER
    assert (cell.value, cell.unit, cell.qualifier) == (Decimal(value), unit, qualifier)


@pytest.mark.parametrize("text", ["", " ", "/", "／", "—", "——", "-", "无", "\u3000"])
def test_signs_for_none_are_not_zero(text):
    cell = parse_number(text)
    assert cell.is_none
    assert cell.value is None


@pytest.mark.parametrize("text", ["3—5家", "3-5家", "3~5家", "3家至5家", "３～５家"])
def test_ranges_keep_both_ends(text):
    cell = parse_number(text)
    assert (cell.low, cell.high, cell.unit) == (Decimal(3), Decimal(5), "家")
    assert cell.value is None


@pytest.mark.parametrize(
    "text",
    [
        "待定",
        "12,5",
        "1,23,456",
        "10 20",
        "10-5",
        "1E+05",
        "3%—5家",
        "5000亿元、力争6000亿元",
    ],
)
def test_what_can_be_read_two_ways_is_not_read(text):
    assert not parse_number(text).is_read


@pytest.mark.parametrize(
    "text", ["9" * 5000, "约" * 5000, "(" * 5000, "1," * 5000, " " * 9999 + "x"]
)
def test_hostile_text_ends_quickly(text):
    assert parse_number(text).content in Content
