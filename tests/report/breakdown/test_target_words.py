from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import Comparator, Strength, Unit
from paitou.report.breakdown.target_words import read_target, target_words


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("工业增加值", "≥300亿元"),
        ("单位能耗", "降低13.5%"),
        ("“链主”企业", "累计3—5家"),
        ("引进企业", "累计≥60家"),
        ("市场主体", "年均增长≥15%"),
    ],
)
def test_a_target_in_one_cell_and_back(statement, indicator, words):
    target = statement(indicator)
    assert target_words(target) == words
    assert read_target(target, f" {words} ").changed == ()


def test_stretch_approximate_and_graded_targets(statement):
    target = statement("工业增加值")
    stretch = evolve(target, strength=Strength.STRETCH, comparator=Comparator.GT)
    assert target_words(stretch) == "力争>300亿元"
    assert target_words(evolve(target, comparator=Comparator.APPROX)) == "300亿元左右"
    graded = evolve(target, value="Ⅲ", unit=Unit.parse("类"), measure="grade")
    assert target_words(graded) == "≥Ⅲ类"
    assert read_target(graded, "≥Ⅱ类").value == "Ⅱ"


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        ("320", {"value": Decimal(320)}),
        ("３２０亿元", {"value": Decimal(320)}),
        ("300亿元以上", {}),
        ("0.03万亿元", {"value": Decimal("0.03"), "unit": "万亿元"}),
        ("不超过300亿元", {"comparator": Comparator.LE}),
        ("达到320亿元以上", {"value": Decimal(320)}),
        ("力争≥320亿元", {"value": Decimal(320), "strength": Strength.STRETCH}),
        ("300—320亿元", {"comparator": Comparator.RANGE, "value_high": Decimal(320)}),
    ],
)
def test_a_changed_cell_corrects_what_it_says_and_no_more(statement, written, fields):
    correction = read_target(statement("工业增加值"), written)
    assert {name: getattr(correction, name) for name in correction.changed} == fields


def test_a_fall_stays_a_fall(statement):
    assert read_target(statement("单位能耗"), "降低≥14%").value == Decimal(-14)


@pytest.mark.parametrize("written", ["待定", "/", "30家", "300亿元、力争320亿元"])
def test_what_is_no_target_is_refused(statement, written):
    with pytest.raises(ValueError, match=r"."):
        read_target(statement("工业增加值"), written)
