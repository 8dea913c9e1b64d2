"""The noun that an amount measures, to its left or to its right."""

import pytest

from compile.written import YEAR_REVIEWED, nouns, read


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("工业增加值超过510亿元。", "工业增加值"),
        ("引进重大产业项目150个以上。", "重大产业项目"),
        ("打造6个百亿级园区。", "百亿级园区"),
        ("筹集不少于2万套保障性租赁住房。", "保障性租赁住房"),
        ("城镇新增就业6.3万人。", "城镇新增就业"),
        ("城区地下管廊建成45公里。", "城区地下管廊"),
        ("打造茶叶、花卉3个产业链。", "产业链"),
        ("新建、改造860个农贸市场。", "农贸市场"),
    ],
)
def test_the_noun_of_an_amount(text, indicator):
    assert nouns(text) == [indicator]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("26件民生实事全面完成。", "民生实事"),
        ("盘活闲置土地3万多亩。", "盘活闲置土地"),
        ("云泽电网7个输变电工程。", "云泽电网输变电工程"),
        ("接待游客950万人次。", "接待游客"),
        ("“以旧换新”政策惠及7.6万群众。", "“以旧换新”政策惠及群众"),
        ("投入56亿元办好民生实事。", "民生实事投入"),
    ],
)
def test_what_was_done(text, indicator):
    assert nouns(text, YEAR_REVIEWED) == [indicator]


@pytest.mark.parametrize(
    "text", ["设立50亿元的产业基金。", "办理时间12天。", "支持2000万元以上企业发展。"]
)
def test_what_measures_nothing(text):
    assert nouns(text) == []


def test_the_quote_holds_noun_and_value():
    text = "到2025年,全市打造6个百亿级园区。"
    [draft] = read(text).drafts
    assert text[draft.start : draft.end] == "打造6个百亿级园区"
    assert [text[a:b] for a, b in draft.indicator_at] == ["百亿级园区"]
