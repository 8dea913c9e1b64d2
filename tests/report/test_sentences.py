"""Statements as sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import Comparator, Measure, Role, Strength, Unit, When
from paitou.report.sentences import brief, tell, value_words, when_words

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
        "2023—2025年，全市吞吐量年均增长3%以上。",
    ),
    (
        {"measure": Measure.GROWTH, "value": FALL, "unit": PERCENT, "when": LAST},
        "2024年，全市吞吐量比上年下降2.7%以上。",
    ),
    (
        {"measure": Measure.CHANGE_RATE, "value": FALL, "unit": PERCENT, "base": "2020"},
        "到2025年，全市吞吐量较2020年降低2.7%以上。",
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
        "到2025年，全市吞吐量较全国平均水平高3%以上。",
    ),
    (
        {"measure": Measure.CHANGE, "unit": PERCENT, "base": "上年同期"},
        "到2025年，全市吞吐量较上年同期提高3%以上。",
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
        "2023—2025年每年，全市吞吐量增长3%以上。",
    ),
    ({"when": When(kind="open")}, "全市吞吐量不低于3亿吨。"),
    (
        {"role": Role.OUTCOME, "comparator": Comparator.GT, "when": LAST},
        "2024年，全市吞吐量超过3亿吨。",
    ),
]


@pytest.mark.parametrize(("fields", "sentence"), CASES)
def test_each_measure_has_its_sentence(port, fields, sentence):
    assert tell(evolve(port.statements[0], indicator="吞吐量", **fields)) == sentence


def test_a_scope_that_the_indicator_repeats_is_said_once(port):
    statement = evolve(port.statements[0], indicator="全市港口吞吐量")
    assert tell(statement) == "到2025年，全市港口吞吐量不低于3亿吨。"


def test_a_list_leaves_the_time_out(port):
    assert brief(port.statements[3]) == "港口吞吐量年均增长8%以上"


def test_ratios_and_minus_are_set_right(port):
    ratio = evolve(port.statements[0], value=Decimal("2.7"), unit=Unit.parse(":1"))
    assert value_words(ratio) == "2.7∶1"
    assert value_words(evolve(port.statements[0], value=Decimal("-110"))) == "−110亿吨"


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


DONE = [
    (
        "三年累计新增吞吐量3亿吨",
        Measure.TOTAL,
        SPAN,
        "2023—2025年，累计新增吞吐量3亿吨以上。",
    ),
    ("改造吞吐量3亿吨", Measure.TOTAL, LAST, "2024年，改造吞吐量3亿吨以上。"),
    ("引进吞吐量3亿吨", Measure.PER_YEAR, EACH, "2023—2025年每年，引进吞吐量3亿吨以上。"),
    ("新增吞吐量达到3亿吨", Measure.LEVEL, LAST, "2024年，吞吐量不低于3亿吨。"),
    ("吞吐量新增3亿吨", Measure.TOTAL, SPAN, "2023—2025年，吞吐量累计不低于3亿吨。"),
]


@pytest.mark.parametrize(("quote", "measure", "when", "sentence"), DONE)
def test_what_is_to_be_done_keeps_its_verb(port, quote, measure, when, sentence):
    item = evolve(
        port.statements[0], indicator="吞吐量", scope="", quote=quote, measure=measure,
        when=when,
    )  # fmt: skip
    assert tell(item) == sentence
    assert brief(item) in sentence


@pytest.mark.parametrize(
    ("quote", "value", "words"),
    [
        ("能耗较2020年下降3%", "-3", "较2020年下降3%以上"),
        ("能耗较2020年增长3%", "3", "较2020年增长3%以上"),
        ("能耗较2020年压到3%", "-3", "较2020年降低3%以上"),
    ],
)
def test_a_change_keeps_its_verb(port, quote, value, words):
    item = evolve(
        port.statements[0], quote=quote, measure=Measure.CHANGE_RATE, unit=PERCENT,
        value=Decimal(value), base="2020",
    )  # fmt: skip
    assert words in tell(item)


@pytest.mark.parametrize(
    ("comparator", "words"),
    [
        (Comparator.LE, "增长3%以内"),
        (Comparator.GT, "增长超过3%"),
        (Comparator.EQ, "增长3%"),
    ],
)
def test_a_bound_stands_where_plans_write_it(port, comparator, words):
    item = evolve(
        port.statements[0], measure=Measure.GROWTH, unit=PERCENT, comparator=comparator
    )
    assert brief(item).endswith(words)
