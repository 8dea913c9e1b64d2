import pytest

from paitou.figures.columns.units import agree, family, is_unit


@pytest.mark.parametrize(
    "text",
    [
        "亿元",
        "万户",
        "%",
        "个百分点",
        "微克/立方米",
        "公里/平方公里",
        "名次",
        "万亿元",
        "类",
        ":1",
    ],
)
def test_units(text):
    assert is_unit(text)


@pytest.mark.parametrize(
    "text", ["五华区", "地区生产总值", "昆明市统计局", "19单位", "", "2023", "百"]
)
def test_what_is_no_unit(text):
    assert not is_unit(text)


def test_families():
    assert family("亿美元") == family("万元") == "金额"
    assert family("万元/亩") == "金额/"
    assert family("户") == family("万人次") == "数量"


@pytest.mark.parametrize(
    ("one", "other"), [("亿元", "户"), ("%", "亿元"), ("公里", "万人")]
)
def test_money_is_no_count(one, other):
    assert not agree(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("户", "家"), ("万元", "亿元"), ("元/人", "元"), ("怪单位", "亿元")]
)
def test_what_may_stand_for_each_other(one, other):
    assert agree(one, other)
