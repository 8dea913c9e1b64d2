"""The words before a number: verb, comparator, base, modality."""

import pytest

from paitou.compile.predicate import (
    comparator_after,
    first_verb,
    predicate_before,
    stretch_in,
)


def before(text):
    """Return the predicate that stands before the `5` of the text."""
    return predicate_before(text, 0, text.index("5"))


@pytest.mark.parametrize(
    ("text", "verb", "comparator"),
    [
        ("产值达到5亿元", "reach", ""),
        ("产值超过5亿元", "reach", "gt"),
        ("绿地率大于5%", "", "gt"),
        ("普及率不低于5%", "", "ge"),
        ("时限不超过5天", "reach", "le"),
        ("漏损率低于5%", "", "lt"),
        ("失业率控制在5%", "keep", ""),
        ("时间缩短到5小时", "lower", ""),
        ("产值增长5%", "grow", ""),
        ("能耗下降5%", "fall", ""),
        ("收入约5亿元", "", "approx"),
        ("建成5座", "", ""),
    ],
)
def test_verb_and_comparator(text, verb, comparator):
    found = before(text)
    assert (found.verb, found.comparator) == (verb, comparator)


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("产值较2020年增长5%", "2020年"),
        ("产值比上年增长5%", "上年"),
        ("产值同比增长5%", "上年同期"),
        ("时间在全省总体目标基础上再压缩5%", "全省总体目标"),
        ("占比达到5%", None),
        ("产值增长5%", None),
    ],
)
def test_what_it_is_compared_with(text, base):
    assert before(text).base == base


def test_adverbs_that_change_the_meaning():
    assert before("产值年均增长5%").is_average
    assert before("水质稳定达到5分").is_steady
    assert before("两项均达到5%").is_distributed
    assert before("产值力争达到5亿元").is_stretch
    assert before("能耗累计降低5%").is_cumulative


def test_where_the_predicate_stands():
    text = "服务业增加值稳步提高到5亿元"
    found = before(text)
    assert text[found.start : found.end] == "稳步提高到"
    assert text[slice(*found.comparator_at)] == "提高到"


def test_it_looks_no_further_back_than_told():
    assert predicate_before("产值达到5亿元", 4, 4).verb == ""


@pytest.mark.parametrize(
    ("text", "comparator"),
    [("以上", "ge"), ("及以上", "ge"), ("以内", "le"), ("左右", "approx"), ("大关", "gt")],
)
def test_comparator_after_the_number(text, comparator):
    assert comparator_after(f"5亿元{text},", 3) == (comparator, 3 + len(text))


def test_no_comparator_after():
    assert comparator_after("5亿元,", 3) == ("", 3)


def test_where_a_target_is_striven_for():
    text = "确保三成,力争五成"
    assert stretch_in(text, 0, len(text)) == (5, 7)
    assert stretch_in(text, 0, 4) is None


def test_the_first_verb_of_a_clause():
    assert first_verb("产值持续增长", 0, 6) == 2
    assert first_verb("没有谓语", 0, 4) == -1
