import pytest

from paitou.indicators import Additivity, Dimension, Polarity, Prices, standard
from paitou.indicators.entry import read_entry
from paitou.model import Level

WHERE = "indicators.toml 第1项"
SOUND = {"id": "lake-grade", "name": "滇池外海水质", "dimension": "grade"}


def read(**changes):
    return read_entry(SOUND | changes, WHERE, standard())


def test_a_sound_entry() -> None:
    found, issues = read(
        aliases=["滇池水质 "], unit="类", polarity="neutral", additivity="none", note="监测"
    )
    assert issues == []
    assert (found.id, found.name, found.aliases) == (
        "lake-grade",
        "滇池外海水质",
        ("滇池水质",),
    )
    assert (found.dimension, found.polarity) == (Dimension.GRADE, Polarity.NEUTRAL)
    assert found.nominal is None


def test_chinese_words_for_choices() -> None:
    found, issues = read(
        dimension="金额", polarity="越低越好", additivity="地区、年度可加", nominal="现价"
    )
    assert issues == []
    assert (found.dimension, found.polarity) == (Dimension.MONEY, Polarity.LESS)
    assert (found.additivity, found.nominal) == (Additivity.SUM, Prices.NOMINAL)


def test_polarity_comes_from_the_words_where_not_said() -> None:
    assert read(name="群众等候时间")[0].polarity is Polarity.LESS


def test_a_known_id_keeps_what_is_not_said() -> None:
    found, issues = read_entry(
        {"id": "gdp", "aliases": ["昆明总量"], "unit": "万亿元"}, WHERE, standard()
    )
    assert issues == []
    assert found.name == "地区生产总值"
    assert found.unit == "万亿元"
    assert {"昆明总量", "经济总量"} <= set(found.aliases)


def test_a_known_id_may_get_another_name() -> None:
    found, _ = read_entry({"id": "gdp", "name": "经济总量"}, WHERE, standard())
    assert found.name == "经济总量"
    assert "地区生产总值" in found.aliases
    assert "经济总量" not in found.aliases


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"id": "GDP 2"}, "小写字母"),
        ({"id": "x-0123456789"}, "x-"),
        ({"id": 5}, "文字"),
        ({"name": " "}, "名称"),
        ({"aliases": "滇池"}, "一列文字"),
        ({"aliases": ["滇池", 3]}, "一列文字"),
        ({"aliases": [""]}, "空白"),
        ({"dimension": "colour"}, "money(金额)"),
        ({"polarity": True}, "文字"),
        ({"nominal": ""}, "real(不变价)"),
    ],
)
def test_a_wrong_field_is_told(changes, words) -> None:
    found, issues = read(**changes)
    assert found is None
    assert [issue.code for issue in issues] == ["indicator-field-wrong"]
    assert next(iter(changes)) in issues[0].message
    assert words in issues[0].message
    assert issues[0].where == WHERE


def test_missing_fields_are_told() -> None:
    found, issues = read_entry({"id": "lake-grade"}, WHERE, standard())
    assert found is None
    assert [issue.message for issue in issues] == ["缺少 name", "缺少 dimension"]


def test_an_unknown_field_is_only_warned_of() -> None:
    found, issues = read(colour="red")
    assert found
    assert [issue.level for issue in issues] == [Level.WARNING]
    assert "“colour”" in issues[0].message
