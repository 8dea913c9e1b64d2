from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.figures.goal import Goal
from paitou.model import Bound, Period, Unit
from paitou.tracking.fact import Fact
from paitou.tracking.wording import (
    amount,
    asked,
    computed,
    difference,
    listed,
    number,
    percent,
    points,
    said,
)

YI, PERCENT = Unit.parse("亿元"), Unit.parse("%")
LIMIT = Decimal("0.95")


def fact(value, **more):
    return Fact(value=Decimal(value) * YI.scale, period=Period.of_year(2024), **more)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("3000", "3000"), ("3000.10", "3000.1"), ("3000.126", "3000.13"), ("-5", "−5"),
        ("0", "0"), ("-0", "0"), ("0.4325", "0.4325"), ("-0.0012", "−0.0012"),
        ("1E+3", "1000"), ("12.999", "13"),
    ],
)  # fmt: skip
def test_a_number_has_no_idle_digits_and_a_true_minus(value, text):
    assert number(Decimal(value)) == text


@given(st.decimals(-(10**9), 10**9, places=6))
def test_a_number_is_no_other_than_it_was(value):
    shown = Decimal(number(value).replace("−", "-"))
    assert abs(shown - value) <= Decimal("0.005")
    assert "E" not in number(value)


def test_an_amount_is_in_its_unit():
    assert amount(Decimal(300_000_000_000), YI) == "3000亿元"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "2024年900亿元"),
        ({"bound": Bound.AT_LEAST, "qualifier": "突破"}, "2024年至少900亿元"),
        ({"bound": Bound.AT_MOST, "qualifier": "不超过"}, "2024年至多900亿元"),
        ({"bound": Bound.ABOUT, "qualifier": "约"}, "2024年约900亿元"),
        ({"bound": Bound.ABOUT, "qualifier": "近"}, "2024年近900亿元"),
        ({"bound": Bound.AT_LEAST, "is_partial": True}, "2024年累计900亿元"),
        ({"unit": Unit.parse("万元")}, "2024年9000000万元"),
        ({"high": Decimal(950) * YI.scale}, "2024年900—950亿元"),
    ],
)
def test_a_fact_is_said_as_it_was_published(more, words):
    assert said(fact(900, **more), YI) == words


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (Goal(low=Decimal(30)), "不低于30%"),
        (Goal(low=Decimal(30), is_strict=True), "超过30%"),
        (Goal(high=Decimal(30), more_is_better=False), "不高于30%"),
        (Goal(high=Decimal(30), is_strict=True, more_is_better=False), "低于30%"),
        (Goal(low=Decimal(35), high=Decimal(40)), "在35%至40%之间"),
    ],
)
def test_a_goal_is_said_by_its_bounds(goal, words):
    assert asked(goal, PERCENT) == words


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0.666666", "66.7%"), ("0.5", "50.0%"), ("0.9999", "99.9%"), ("0.9496", "94.9%"),
        ("0.95", "95.0%"), ("0.99", "99.0%"),
    ],
)  # fmt: skip
def test_a_share_is_never_rounded_up_to_all_or_to_the_limit(share, text):
    assert percent(Decimal(share), LIMIT) == text


@given(st.decimals(0, "0.999999", places=6))
def test_a_share_stays_on_its_side(share):
    shown = Decimal(percent(share, LIMIT).removesuffix("%")) / 100
    assert shown < 1
    assert (shown >= LIMIT) == (share >= LIMIT)


def test_a_difference_of_percentages_is_in_points():
    assert difference(Decimal("-0.01"), PERCENT) == "0.01个百分点"
    assert difference(Decimal(-5) * YI.scale, YI) == "5亿元"


def test_points_have_one_place_and_no_sign():
    assert (points(Decimal("-5.94")), points(3.0)) == ("5.9个百分点", "3个百分点")


def test_only_what_was_computed_says_how():
    assert computed(fact(1)) == ""
    assert computed(fact(1, inferred=True, formula="各期相加")) == "（测算：各期相加）"


def test_periods_are_listed():
    assert listed([Period.of_year(2023), Period.of_year(2025)]) == "2023年、2025年"
