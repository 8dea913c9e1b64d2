"""Numbers that are no amounts, each with its class."""

import pytest

from paitou.compile.quantity import NUMERAL
from paitou.compile.refuse import refuse


def first(text):
    return refuse(text, NUMERAL.search(text))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("date", "2025年"),
        ("date", "6月底前"),
        ("date", "二零二五年"),
        ("reference", "附件3"),
        ("ordinal", "第三批"),
        ("ordinal", "5号线"),
        ("ordinal", "二期工程"),
        ("name", "“8+N”产业链"),
        ("name", "G5高速"),
        ("name", "“三农”工作"),
        ("name", "12345热线"),
        ("structure_count", "6大工程"),
        ("structure_count", "三个方面"),
        ("size_class", "千亿级产业"),
        ("size_class", "220千伏线路"),
        ("size_class", "15分钟生活圈"),
        ("grade_name", "5A级旅游景区"),
        ("grade_name", "二级以上医院"),
        ("rank", "500强企业"),
        ("threshold", "60岁以上老年人"),
        ("duration", "近5年"),
        ("proportion", "每1万人配备"),
        ("period", "十四五规划"),
        ("lexical", "一批项目"),
        ("lexical", "零售业态"),
    ],
)
def test_the_class_of_a_number(name, text):
    assert first(text) == name


@pytest.mark.parametrize(
    "text", ["5公里", "三千五百亿元", "百分之三", "两成", "12个园区", "Ⅲ类", "翻一番"]
)
def test_an_amount_has_no_class(text):
    assert first(text) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rank", "全省前10名"),
        ("reference", "云政发(2022)16号"),
        ("name", "新冠COVID-19疫情"),
        ("date", "2024年6月"),
        ("list_number", "。(2)完善制度"),
    ],
)
def test_what_stands_before_decides_too(name, text):
    *_, last = NUMERAL.finditer(text)
    assert refuse(text, last) == name
