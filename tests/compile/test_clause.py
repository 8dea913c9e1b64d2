"""A sentence with its numbers becomes drafts of statements, from left to right."""

import pytest

from compile.written import YEAR_REVIEWED, amounts, nouns, read


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("总产值突破5亿元、利润突破3亿元、占比突破30%。", 3),
        ("拥有千亿级企业1户、百亿级企业9户。", 2),
        ("均达到5亿元。", 0),
        ("没有数字。", 0),
    ],
)
def test_one_draft_for_each_value(text, indicators):
    assert len(nouns(text)) == indicators


def test_each_of_several_nouns():
    assert nouns("收缴率和处置率均保持在98%以上。") == ["收缴率", "处置率"]


def test_a_doubling_is_said_of_each():
    assert nouns("货运量、客运量翻一番。") == ["货运量", "客运量"]


def test_a_number_that_delimits_what_the_next_one_measures():
    text = "室温19℃以上达标率提升到93%。"
    memory = read(text)
    assert memory.scopes == {amounts(text)[0].start}
    assert [d.indicator for d in memory.drafts] == ["室温19℃以上达标率"]


def test_parts_of_a_whole_are_three_statements():
    drafts = read("三次产业结构调整为9:38:53。", YEAR_REVIEWED).drafts
    assert [str(d.value) for d in drafts] == ["9", "38", "53"]
    assert drafts[0].indicator == "三次产业结构（第一产业）"


def test_the_topic_is_what_was_said_first_or_reached():
    assert read("进出口总额达到19亿元,其中出口12亿元。").topic == "进出口总额"
