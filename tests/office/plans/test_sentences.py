"""Statements as sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import Comparator, Measure, Role, Strength, Unit, When
from paitou.office.plans.sentences import brief, tell, value_words, when_words

SPAN = When(kind="over", start=2023, end=2025)
EACH = When(kind="each", start=2023, end=2025)
LAST = When(kind="in", start=2024, end=2024)
FALL = Decimal("-2.7")
PERCENT = Unit.parse("%")
CASES = [
    ({}, "到2025年，全市吞吐量不低于3亿吨。"),
    ({"strength": Strength.STRETCH}, "到2025年，力争全市吞吐量不低于3亿吨。"),
    ({"comparator": Comparator.APPROX}, "到2025年，全市吞吐量为3亿吨左右。"),
    (
        {"comparator": Comparator.RANGE, "value_high": Decimal(5)},
        "到2025年，全市吞吐量为3—5亿吨。",
    ),
    ({"measure": Measure.TOTAL, "when": SPAN}, "2023—2025年，全市吞吐量累计不低于3亿吨。"),
    (
        {"measure": Measure.PER_YEAR, "when": EACH},
        "2023—2025年每年，全市吞吐量不低于3亿吨。",
    ),
    (
        {"measure": Measure.GROWTH_AVG, "unit": PERCENT, "when": SPAN},
        "2023—2025年，全市吞吐量年均增长不低于3%。",
    ),
    (
        {"measure": Measure.GROWTH, "value": FALL, "unit": PERCENT, "when": LAST},
        "2024年，全市吞吐量比上年下降不低于2.7%。",
    ),
    (
        {"measure": Measure.CHANGE_RATE, "value": FALL, "unit": PERCENT, "base": "2020"},
        "到2025年，全市吞吐量较2020年降低不低于2.7%。",
    ),
    (
        {"measure": Measure.MULTIPLE, "unit": Unit.parse("倍"), "base": "2019"},
        "到2025年，全市吞吐量不低于2019年的3倍。",
    ),
    (
        {"measure": Measure.MULTIPLE, "unit": Unit.parse("倍")},
        "到2025年，全市吞吐量不低于原来的3倍。",
    ),
    (
        {"measure": Measure.CHANGE, "unit": PERCENT, "base": "全国平均水平"},
        "到2025年，全市吞吐量较全国平均水平高不低于3%。",
    ),
    (
        {"measure": Measure.CHANGE, "unit": PERCENT, "base": "上年同期"},
        "到2025年，全市吞吐量较上年同期提高不低于3%。",
    ),
    (
        {"measure": Measure.MAINTAIN, "when": EACH},
        "2023—2025年每年，全市吞吐量持续不低于3亿吨。",
    ),
    (
        {"measure": Measure.GRADE, "value": "Ⅲ", "unit": Unit.parse("类")},
        "到2025年，全市吞吐量不低于Ⅲ类。",
    ),
    (
        {"measure": Measure.GROWTH_EACH, "unit": PERCENT, "when": EACH},
        "2023—2025年每年，全市吞吐量增长不低于3%。",
    ),
    ({"when": When(kind="open")}, "全市吞吐量不低于3亿吨。"),
    (
        {"role": Role.OUTCOME, "comparator": Comparator.GT, "when": LAST},
        "2024年，全市吞吐量超过3亿吨。",
    ),
]


@pytest.mark.parametrize(("fields", "sentence"), CASES)
def test_each_measure_has_its_sentence(plan, fields, sentence):
    assert tell(evolve(plan.statements[0], indicator="吞吐量", **fields)) == sentence


def test_a_scope_that_the_indicator_repeats_is_said_once(plan):
    statement = evolve(plan.statements[0], indicator="全市港口吞吐量")
    assert tell(statement) == "到2025年，全市港口吞吐量不低于3亿吨。"


def test_a_list_leaves_the_time_out(plan):
    assert brief(plan.statements[3]) == "港口吞吐量年均增长不低于8%"


def test_ratios_and_minus_are_set_right(plan):
    ratio = evolve(plan.statements[0], value=Decimal("2.7"), unit=Unit.parse(":1"))
    assert value_words(ratio) == "2.7∶1"
    assert value_words(evolve(plan.statements[0], value=Decimal("-110"))) == "−110亿吨"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(kind="by"), "到期末"),
        (When(kind="each"), "每年"),
        (When(kind="over"), "期内"),
        (When(kind="by", start=2023, end=2025), "到2025年"),
        (When(kind="open"), "未写明时限"),
    ],
)
def test_times_without_years_are_told_too(when, words):
    assert when_words(when) == words
