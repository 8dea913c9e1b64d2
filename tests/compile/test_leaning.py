"""A noun left out or cut short leans on the one that the sentence said before."""

import pytest

from compile.written import YEAR_REVIEWED, nouns


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("首位度提高到30%以上、力争达到32%。", ["首位度", "首位度"]),
        ("进出口总额达到19亿元,增长5.4%。", ["进出口总额", "进出口总额"]),
        ("技改投资41亿元,占生产总值比重达到2%。", ["技改投资", "技改投资占生产总值比重"]),
        ("新能源装机达到5万千瓦,利用率达到97%。", ["新能源装机", "新能源利用率"]),
        ("老旧小区310个4.2万户。", ["老旧小区", "老旧小区"]),
        ("公交车420辆,占公交车总数的80%。", ["公交车", "公交车占公交车总数比重"]),
    ],
)
def test_what_is_left_out_is_given_back(text, indicators):
    assert nouns(text, YEAR_REVIEWED) == indicators


def test_another_subject_between_is_no_bridge():
    text = "游客达到90万人次,营商环境持续优化,增长5%。"
    assert nouns(text, YEAR_REVIEWED)[1:] != ["游客"]


def test_the_subject_of_the_clause_before():
    text = "社会物流总额保持稳定增长,2024年超过3000亿元。"
    assert nouns(text, YEAR_REVIEWED) == ["社会物流总额"]


def test_who_reaches_was_said_before():
    assert nouns("助学贷款政策落地,惠及6.2万学生。", YEAR_REVIEWED) == [
        "助学贷款政策落地惠及学生"
    ]


def test_a_verb_may_be_all_that_is_said():
    assert nouns("教育保障有力,投入125亿元。", YEAR_REVIEWED) == ["投入"]
