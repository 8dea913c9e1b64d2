from decimal import Decimal

import pytest

from paitou.model import Quantity, Unit
from paitou.tracking.reconcile.units import converted, is_rate, same_kind

SAME = (
    ("万亿元", "亿元"),
    ("万人", "人"),
    ("家", "户"),
    ("套（间）", "套"),
    ("万公里", "公里"),
    ("公顷", "万亩"),
    ("亿斤", "万吨"),
    ("亿度", "亿千瓦时"),
    ("万", "人次"),
)
OTHER = (("%", "个百分点"), ("人次", "人"), ("元", "美元"), ("公里", "个"), ("万", "元"))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_units_of_one_kind(one, other):
    assert same_kind(Unit.parse(one), Unit.parse(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_units_of_two_kinds(one, other):
    assert not same_kind(Unit.parse(one), Unit.parse(other))


@pytest.mark.parametrize(
    ("value", "unit", "into", "expected"),
    [
        ("1.2", "万亿元", "亿元", "12000"),
        ("76.28", "亿斤", "万吨", "381.4"),
        ("2", "平方公里", "亩", "3000"),
        ("3", "万公里", "公里", "30000"),
    ],
)
def test_values_are_converted(value, unit, into, expected):
    quantity = Quantity(Decimal(value), Unit.parse(unit))
    assert converted(quantity, Unit.parse(into)) == Decimal(expected)


def test_differences_of_shares_are_points():
    assert is_rate(Unit.parse("%"))
    assert not is_rate(Unit.parse("倍"))
