"""Tests of what all papers share."""

import datetime as dt

import pytest

from paitou.report.assessment import assess
from paitou.report.paper import Sources, chinese, day_words, grouped, named


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")]
)
def test_headings_are_numbered_in_chinese(number, words):
    assert chinese(number) == words


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("10752.9", "10,752.9"), ("7864.76", "7864.76"), ("2400000", "2,400,000"),
        ("0.123456", "0.123456"), ("超过12345—23456", "超过12,345—23,456"), ("Ⅳ", "Ⅳ"),
    ],
)  # fmt: skip
def test_long_numbers_are_grouped(text, shown):
    assert grouped(text) == shown


def test_a_day_has_no_leading_zero():
    assert day_words(dt.date(2025, 3, 5)) == "2025年3月5日"


def test_names_are_told_once_with_a_word_for_the_rest():
    assert named(["甲", "乙", "甲"], 2) == "甲、乙"
    assert named(["甲", "乙", "丙"], 2) == "甲、乙等"


def test_sources_are_numbered_in_the_order_of_the_text(tracked):
    assessment = assess(tracked, dt.date(2026, 3, 1))
    sources = Sources.of(assessment)
    first = assessment.tracking.standings[0]
    assert sources.numbers(first).startswith("1")
    assert len(sources.annex().blocks[0].rows) == len(sources.figures)
