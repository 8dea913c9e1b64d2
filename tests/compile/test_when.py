"""Times that a sentence says, and the years that a value is for."""

import pytest

from compile.written import THREE_YEARS, YEAR_REVIEWED, time
from paitou.compile.when import Calendar, times, when_of
from paitou.model import Measure

ANNUAL = Calendar(year=2025, first=2025, last=2025)


def said(text, calendar=THREE_YEARS):
    return [(t.start, t.end) for t in times(text, 0, len(text), calendar)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("到2025年", (2025, 2025)),
        ("2023—2025年", (2023, 2025)),
        ("“十四五”期间", (2021, 2025)),
        ("“十四五”末", (2025, 2025)),
        ("十五五时期", (2026, 2030)),
        ("未来三年", (2023, 2025)),
        ("三年累计", (2023, 2025)),
        ("三年建设", (2023, 2025)),
        ("用三年时间", (2023, 2025)),
        ("去年", (2022, 2022)),
        ("明年", (2024, 2024)),
        ("今年", (2023, 2023)),
        ("过去五年", (2018, 2022)),
    ],
)
def test_times_that_are_said(text, years):
    assert said(text) == [years]


@pytest.mark.parametrize(
    "text",
    [
        *("三年行动计划", "2023年版", "十年禁渔", "每年", "2025—2023年"),
        *("连续三年", "前三年", "按一九九三年价格", "用五年时间"),
    ],
)
def test_words_that_are_no_times(text):
    assert said(text) == []


def test_this_year_of_a_review_is_the_year_reviewed():
    assert said("全年", YEAR_REVIEWED) == [(2024, 2024)]


def test_a_year_to_compare_with():
    text = "较2020年增长"
    [found] = times(text, 0, len(text), THREE_YEARS)
    assert found.compares


@pytest.mark.parametrize(
    ("text", "in_it"),
    [
        *(("2024年增长6%", True), ("2024年,新建10所", True)),
        *(("到2024年", False), ("2024年底前", False), ("2024年6月", False)),
        *(("2024年价格总水平", True), ("2024年全年", True)),
        *(("2024年以来", False), ("与2024年相比", False), ("2024年的3倍", False)),
    ],
)
def test_the_year_in_which_and_the_year_by_which(text, in_it):
    [found] = times(text, 0, len(text), THREE_YEARS)
    assert found.is_year is in_it


def test_where_it_was_said():
    text = "工作目标:到2025年,产值"
    [found] = times(text, 0, len(text), THREE_YEARS)
    assert text[found.at : found.until] == "到2025年"


@pytest.mark.parametrize(
    ("measure", "three_years", "annual", "reviewed"),
    [
        (Measure.LEVEL, "by 2025", "by 2025", "in 2024"),
        (Measure.TOTAL, "over 2023-2025", "by 2025", "in 2024"),
        (Measure.GROWTH, "by 2025", "in 2025", "in 2024"),
        (Measure.GROWTH_AVG, "over 2023-2025", "by 2025", "in 2024"),
        (Measure.MAINTAIN, "each 2023-2025", "by 2025", "in 2024"),
        (Measure.PER_YEAR, "each 2023-2025", "each 2025", "each 2024"),
        (Measure.CHANGE_RATE, "by 2025", "by 2025", "in 2024"),
    ],
)
def test_a_value_without_a_time_takes_the_document_s(
    measure, three_years, annual, reviewed
):
    found = [
        time(when_of(measure, None, c, "plan"))
        for c in (THREE_YEARS, ANNUAL, YEAR_REVIEWED)
    ]
    assert found == [three_years, annual, reviewed]


@pytest.mark.parametrize(
    ("measure", "text", "when"),
    [
        (Measure.LEVEL, "到2024年", "by 2024"),
        (Measure.TOTAL, "到2025年", "over 2023-2025"),
        (Measure.TOTAL, "“十四五”期间", "over 2021-2025"),
        (Measure.LEVEL, "“十四五”期间", "by 2025"),
        (Measure.CHANGE_RATE, "“十四五”期间", "over 2021-2025"),
        (Measure.MAINTAIN, "2024—2025年", "each 2024-2025"),
        (Measure.PER_YEAR, "到2025年", "each 2023-2025"),
        (Measure.TOTAL, "2024年", "in 2024"),
        (Measure.GROWTH_AVG, "2023年", "over 2023-2025"),
        (Measure.GROWTH_AVG, "2025年", "over 2023-2025"),
        (Measure.LEVEL, "2024年", "by 2024"),
    ],
)
def test_a_value_with_a_time(measure, text, when):
    [found] = times(text, 0, len(text), THREE_YEARS)
    assert time(when_of(measure, found, THREE_YEARS, "clause")) == when


@pytest.mark.parametrize(
    ("measure", "when"),
    [
        (Measure.TOTAL, "in 2024"),
        (Measure.GROWTH, "in 2024"),
        (Measure.LEVEL, "by 2024"),
        (Measure.MAINTAIN, "each 2023-2025"),
        (Measure.PER_YEAR, "each 2023-2025"),
        (Measure.GROWTH_AVG, "over 2023-2025"),
    ],
)
def test_in_one_of_the_plan_s_years(measure, when):
    inside = Calendar(year=2023, first=2024, last=2024, whole=(2023, 2025))
    assert time(when_of(measure, None, inside, "plan")) == when


def test_a_document_without_years_leaves_it_open():
    nowhere = Calendar(year=None, first=None, last=None)
    assert time(when_of(Measure.LEVEL, None, nowhere, "plan")) == "open"
