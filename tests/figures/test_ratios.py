from decimal import Decimal

import pytest

from paitou.figures.ratios import numerator_unit, share_factor
from paitou.indicators import standard
from paitou.model import Unit


@pytest.mark.parametrize(
    ("name", "unit", "factor"),
    [
        ("常住人口城镇化率", "%", "100"),
        ("人口出生率", "‰", "1000"),
        ("人均地区生产总值", "元", "1"),
        ("人均地区生产总值", "万元", "0.0001"),
        ("每千人拥有经营主体", "户/千人", "1000"),
        ("每千人拥有经营主体", "户", "1000"),
        ("开发区亩均营业收入", "万元/亩", "0.0001"),
        ("城乡居民收入比", ":1", "1"),
        ("城乡居民收入比", "", "1"),
    ],
)
def test_a_quotient_is_brought_to_the_unit(name, unit, factor) -> None:
    known = standard()
    indicator = known.get(known.resolve(name))
    assert share_factor(Unit.parse(unit), indicator) == Decimal(factor)


def test_a_share_without_a_sign_has_no_unit() -> None:
    known = standard()
    assert share_factor(Unit.parse(""), known.get("urbanisation")) is None


@pytest.mark.parametrize(
    ("share", "whole", "unit"),
    [
        ("%", "亿元", "亿元"),
        (":1", "元", "元"),
        ("户/千人", "万人", "户"),
        ("元", "万人", "元"),
    ],
)
def test_the_numerator_has_its_unit_from_the_others(share, whole, unit) -> None:
    assert numerator_unit(Unit.parse(share), Unit.parse(whole)).text == unit
