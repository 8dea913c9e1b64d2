from decimal import Decimal

import pytest

from paitou.figures.qualifiers import Said, bound_of, is_missing, read_cell
from paitou.model import Bound, FigureState


def number(text):
    said = read_cell(text)
    return said.value, said.unit, said.qualifier, said.bound


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "bound"),
    [
        ("7864.76", "7864.76", "", "", Bound.EXACT),
        ("-3.6", "-3.6", "", "", Bound.EXACT),
        ("１，２３４．５", "1234.5", "", "", Bound.EXACT),
        ("1,234.5亿元", "1234.5", "亿元", "", Bound.EXACT),
        ("突破800", "800", "", "突破", Bound.AT_LEAST),
        ("超1000亿元", "1000", "亿元", "超", Bound.AT_LEAST),
        ("2400家以上", "2400", "家", "以上", Bound.AT_LEAST),
        ("140余万户", "140", "万户", "余", Bound.AT_LEAST),
        ("不超过5%", "5", "%", "不超过", Bound.AT_MOST),
        ("3以内", "3", "", "以内", Bound.AT_MOST),
        ("近60%", "60", "%", "近", Bound.ABOUT),
        ("约120万户", "120", "万户", "约", Bound.ABOUT),
        ("82%左右", "82", "%", "左右", Bound.ABOUT),
        ("预计245", "245", "", "预计", Bound.EXACT),
        ("预计突破245亿元", "245", "亿元", "预计突破", Bound.AT_LEAST),
        ("不足3家", "3", "家", "不足", Bound.AT_MOST),
    ],
)
def test_a_number_with_its_words(text, value, unit, qualifier, bound):
    assert number(text) == (Decimal(value), unit, qualifier, bound)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3—5", "3", "5"),
        ("3-5家", "3", "5"),
        ("1.2至1.5", "1.2", "1.5"),
        ("-3—-1", "-3", "-1"),
    ],
)
def test_a_range(text, low, high):
    said = read_cell(text)
    assert (said.value, said.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "value", "way"),
    [
        ("增长5.5%", "5.5", 1),
        ("同比增长5.5%", "5.5", 1),
        ("下降2.7%", "-2.7", -1),
        ("比上年减少8天", "-8", -1),
        ("↓", None, 0),
        ("持平", "0", 0),
        ("与上年同期基本持平", "0", 0),
    ],
)
def test_which_way_it_went(text, value, way):
    if value is None:
        with pytest.raises(ValueError, match="不是数"):
            read_cell(text)
        return
    said = read_cell(text)
    assert (said.value, said.way) == (Decimal(value), way)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Ⅲ", "Ⅲ"),
        ("III类", "Ⅲ"),
        ("IV", "Ⅳ"),
        ("三类", "Ⅲ"),
        ("四类水质", "Ⅳ"),
        ("劣Ⅴ类", "劣Ⅴ"),
        ("劣五类", "劣Ⅴ"),
        ("劣V", "劣Ⅴ"),
        ("水质达到Ⅱ类", "Ⅱ"),
    ],
)
def test_grades_of_water(text, grade):
    assert read_cell(text).value == grade


def test_a_bare_number_is_a_grade_only_where_grades_stand():
    assert read_cell("3", graded=True).value == "Ⅲ"
    assert read_cell("3").value == Decimal(3)
    with pytest.raises(ValueError, match="不是数"):
        read_cell("劣三类")


def test_ranks():
    assert read_cell("第3名", placed=True).value == Decimal(3)
    assert read_cell("并列第2", placed=True).qualifier == "并列"


@pytest.mark.parametrize("text", ["/", "／", "—", "——", "-", "无", "不涉及", "暂无"])
def test_there_is_none(text):
    assert read_cell(text) == Said()


@pytest.mark.parametrize("text", ["", "…", "未公布", "待报"])
def test_not_known_yet_is_no_figure(text):
    assert is_missing(text)


@pytest.mark.parametrize(
    "text",
    [
        "待定",
        "二十",
        "NaN",
        "Infinity",
        "1e5",
        "1.2.3",
        "=1+1",
        "<b>1</b>",
        "3/14",
        "力争800",
        "2023年",
        "目标1000",
        "9" * 400,
        "增长-5%",
        "1" + "0" * 400,
        "7864.76①",
        "12abc",
        "x" * 10**6,
        "(3.2)",
        "５.５.５",
        "80%以上90%以下",
    ],
)
def test_nothing_is_guessed(text):
    with pytest.raises(ValueError, match=r"."):
        read_cell(text)


def test_states_and_prices_in_a_cell():
    assert read_cell("245(预计)").state is FigureState.ESTIMATED
    assert read_cell("245（快报）").state is FigureState.PRELIMINARY
    assert read_cell("5.2%(可比)").prices == "real"
    assert read_cell("名义增长5.2%").prices == "nominal"


def test_qualifiers_that_contradict_each_other():
    assert bound_of("预计突破") is Bound.AT_LEAST
    with pytest.raises(ValueError, match="矛盾"):
        bound_of("突破以内")
