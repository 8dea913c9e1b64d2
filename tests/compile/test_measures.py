"""What a number says of its indicator: measure, bound and sign."""

from decimal import Decimal

import pytest

from compile.written import amounts
from paitou.compile.measures import Surroundings, read
from paitou.compile.predicate import predicate_before
from paitou.compile.when import Time
from paitou.model import Comparator, Measure


def reading(text, **around):
    """Return the reading of the text's only number."""
    usual = {"is_review": False, "is_annual": False, "after": ""}
    [amount] = amounts(text)
    predicate = predicate_before(text, 0, amount.start)
    name = text[: predicate.start]
    return read(
        amount, predicate, Surroundings(**{"name": name, "verb": "", **usual, **around})
    )


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("产值达到5亿元", Measure.LEVEL),
        ("产值年均增长5%", Measure.GROWTH_AVG),
        ("能耗下降5%", Measure.CHANGE_RATE),
        ("入园率提高5个百分点", Measure.CHANGE),
        ("达标率保持在5%", Measure.MAINTAIN),
        ("产值翻两番", Measure.MULTIPLE),
        ("湖体水质达到Ⅲ类", Measure.GRADE),
        ("占GDP比重5%", Measure.LEVEL),
    ],
)
def test_measures_by_the_predicate(text, measure):
    assert reading(text).measure is measure


def test_growth_of_one_year():
    year = Time(at=0, until=5, start=2024, end=2024, is_year=True)
    assert reading("产值增长5%", said=year).measure is Measure.GROWTH
    assert reading("产值比上年增长5%").measure is Measure.GROWTH
    said = reading("产值增长5%", is_annual=True)
    assert said.measure is Measure.GROWTH
    assert reading("产值较2020年增长5%", is_annual=True).measure is (Measure.CHANGE_RATE)


@pytest.mark.parametrize(
    ("verb", "measure"),
    [("新建", Measure.TOTAL), ("打造", Measure.LEVEL), ("累计创建", Measure.LEVEL)],
)
def test_measures_by_the_verb_of_doing(verb, measure):
    assert reading("5个", verb=verb).measure is measure


def test_a_yearly_flow_that_is_reached():
    assert reading("游客达到5万人次", verb="接待").measure is Measure.LEVEL
    assert reading("游客5万人次", verb="接待").measure is Measure.TOTAL
    assert reading("游客达到5万人次", verb="接待", is_annual=True).measure is Measure.TOTAL


def test_each_year_counts_as_a_flow():
    assert reading("5个", verb="引进", is_each=True).measure is Measure.PER_YEAR
    assert reading("投资增长5%", is_each=True).measure is Measure.GROWTH_EACH


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("能耗下降5%", "-5"),
        ("成本减少3亿元", "-3"),
        ("时间缩短到5小时", "5"),
        ("增长5%", "5"),
    ],
)
def test_a_fall_is_negative_only_as_a_change(text, value):
    assert reading(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "times"), [("产值翻两番", 4), ("产值增长2倍", 3), ("产值达到2倍", 2)]
)
def test_multiples(text, times):
    said = reading(text)
    assert (said.value, said.unit) == (times, "倍")


@pytest.mark.parametrize(
    ("text", "around", "comparator"),
    [
        ("产值达到5亿元", {}, "ge"),
        ("产值达到5亿元", {"is_review": True}, "eq"),
        ("时间缩短到5小时", {}, "le"),
        ("失业率控制在5%", {}, "le"),
        ("产值达到5亿元", {"after": "approx"}, "approx"),
        ("不低于5亿元", {}, "ge"),
        ("建成50余家", {}, "gt"),
        ("建成3—5家", {}, "range"),
        ("超过5亿元", {"after": "ge"}, "ge"),
    ],
)
def test_comparators(text, around, comparator):
    assert reading(text, **around).comparator is Comparator(comparator)


def test_a_grade_is_as_written():
    said = reading("湖体水质达到Ⅳ类")
    assert (said.value, said.unit) == ("Ⅳ", "类")
