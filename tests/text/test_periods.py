import pytest

from paitou.model import PlanPeriod
from paitou.text.periods import (
    chinese_number,
    five_year_span,
    plan_period,
    to_year,
    years_between,
)


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("一五", (1953, 1957)),
        ("八五", (1991, 1995)),
        ("“九五”", (1996, 2000)),
        ("十五", (2001, 2005)),
        ("十一五", (2006, 2010)),
        ("十四五", (2021, 2025)),
        ("“十五五”规划", (2026, 2030)),
        ("第十个五年计划", (2001, 2005)),
        ("第十四个五年规划", (2021, 2025)),
    ],
)
def test_a_five_year_plan_is_known_by_its_name(name, years):
    assert five_year_span(name) == years


@pytest.mark.parametrize("name", ["", "五", "四上", "15年", "小康"])
def test_other_words_are_no_five_year_plan(name):
    assert five_year_span(name) is None


@pytest.mark.parametrize(
    "title",
    [
        "数据行动计划（2023—2025年）",
        "数据行动计划(2023-2025)",
        "数据行动计划（2023 —— 2025 年）",
        "数据行动计划（2023年至2025年）",
        "数据行动计划（２０２３～２０２５年）",
        "数据行动计划（二〇二三—二〇二五年）",
    ],
)
def test_years_of_a_title_are_read_in_any_dash_and_digits(title):
    assert plan_period(title) == PlanPeriod(start=2023, end=2025)


def test_a_quoted_plan_gives_the_years_of_a_title():
    assert plan_period("“十四五”现代物流发展规划") == PlanPeriod(start=2021, end=2025)
    assert plan_period("国民经济和社会发展第十个五年计划纲要") == PlanPeriod(
        start=2001, end=2005
    )


@pytest.mark.parametrize(
    "title", ["政府工作报告", "二十五个重点项目计划", "三年行动方案", ""]
)
def test_a_title_without_years_gives_none(title):
    assert plan_period(title) is None


def test_years_that_run_backwards_are_no_period():
    assert years_between("2025—2023年") is None
    assert years_between("0001—9999") is None


def test_chinese_numbers_below_a_hundred():
    words = {"九": 9, "十": 10, "十四": 14, "二十": 20, "二十三": 23, "": 0, "甲": 0}
    assert {word: chinese_number(word) for word in words} == words
    assert to_year("二〇二三") == to_year("2023") == 2023
