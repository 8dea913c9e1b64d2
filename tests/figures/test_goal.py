from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paitou.figures.goal import Goal, goal_of
from paitou.indicators import Polarity
from paitou.model import Bound, Comparator, Unit
from tracking.judged import plan_of, targets

LEVEL = targets(plan_of("到2025年,常住人口城镇化率达到80%。"))[0]
FALL = targets(plan_of("到2025年,单位地区生产总值能耗比2020年降低13.5%。"))[0]
MORE, LESS, NEUTRAL = Polarity.MORE, Polarity.LESS, Polarity.NEUTRAL
FLOOR, CEILING = Goal(low=Decimal(80)), Goal(high=Decimal(80), more_is_better=False)
STRICT = Goal(low=Decimal(80), is_strict=True)
BAND = Goal(low=Decimal(35), high=Decimal(40))
NUMBERS = st.decimals(-1000, 1000, places=3)


def goal(statement, comparator, polarity, **more):
    return goal_of(evolve(statement, comparator=Comparator(comparator), **more), polarity)


@pytest.mark.parametrize(
    ("comparator", "polarity", "bounds"),
    [
        ("ge", MORE, (80, None, False)),
        ("gt", MORE, (80, None, True)),
        ("le", LESS, (None, 80, False)),
        ("lt", LESS, (None, 80, True)),
        ("le", MORE, (None, 80, False)),
        ("gt", LESS, (80, None, True)),
        ("ge", LESS, (None, 80, False)),
        ("approx", MORE, (80, None, False)),
        ("approx", LESS, (None, 80, False)),
        ("approx", NEUTRAL, (Decimal("79.5"), Decimal("80.5"), False)),
        ("eq", MORE, (80, None, False)),
    ],
)
def test_the_comparator_and_the_polarity_make_the_bounds(comparator, polarity, bounds):
    made = goal(LEVEL, comparator, polarity)
    assert (made.low, made.high, made.is_strict) == bounds


@pytest.mark.parametrize(
    ("polarity", "bounds"), [(MORE, (3, None)), (LESS, (None, 5)), (NEUTRAL, (3, 5))]
)
def test_of_a_range_the_end_that_is_striven_for_counts(polarity, bounds):
    ends = {"value": Decimal(3), "value_high": Decimal(5)}
    made = goal(LEVEL, "range", polarity, **ends)
    assert (made.low, made.high) == bounds


@pytest.mark.parametrize("polarity", [MORE, LESS, NEUTRAL])
@pytest.mark.parametrize("comparator", ["ge", "eq", "approx"])
def test_a_fall_of_so_much_or_more_is_a_ceiling(comparator, polarity):
    made = goal(FALL, comparator, polarity)
    assert (made.low, made.high) == (None, Decimal("-13.5"))
    assert not made.is_floor


def test_a_fall_of_no_more_than_so_much_is_a_floor():
    made = goal(FALL, "le", MORE)
    assert (made.low, made.high) == (Decimal("-13.5"), None)


def test_bounds_are_in_the_base_of_the_unit():
    made = goal(LEVEL, "ge", MORE, unit=Unit.parse("亿元"))
    assert made.low == 8_000_000_000


def test_the_last_digit_of_a_round_neutral_value_is_as_written():
    made = goal(LEVEL, "approx", NEUTRAL, value=Decimal("80.0"))
    assert (made.low, made.high) == (Decimal("79.95"), Decimal("80.05"))


def test_a_grade_has_no_goal():
    assert goal(LEVEL, "ge", MORE, value="Ⅲ") is None


@pytest.mark.parametrize(
    ("made", "value", "bound", "qualifier", "answer"),
    [
        (FLOOR, "80", "exact", "", True),
        (FLOOR, "79.999999", "exact", "", False),
        (STRICT, "80", "exact", "", False),
        (STRICT, "80.000001", "exact", "", True),
        (STRICT, "80", "at_least", "突破", True),
        (FLOOR, "80", "at_least", "突破", True),
        (FLOOR, "79", "at_least", "突破", None),
        (FLOOR, "80", "about", "近", False),
        (FLOOR, "80", "about", "约", True),
        (FLOOR, "81", "about", "近", True),
        (FLOOR, "80", "at_most", "不足", False),
        (FLOOR, "80", "at_most", "不超过", None),
        (FLOOR, "79", "at_most", "不超过", False),
        (FLOOR, "90", "at_most", "不超过", None),
        (CEILING, "80", "exact", "", True),
        (CEILING, "80.000001", "exact", "", False),
        (CEILING, "80", "at_most", "不超过", True),
        (CEILING, "81", "at_least", "突破", False),
        (CEILING, "79", "at_least", "突破", None),
        (CEILING, "81", "at_most", "不超过", None),
        (BAND, "35", "exact", "", True),
        (BAND, "40", "exact", "", True),
        (BAND, "34.9", "exact", "", False),
        (BAND, "40.1", "exact", "", False),
        (BAND, "38", "at_least", "突破", None),
        (BAND, "41", "at_least", "突破", False),
    ],
)
def test_a_value_keeps_a_goal_breaks_it_or_leaves_it_open(
    made, value, bound, qualifier, answer
):
    assert made.decide(Decimal(value), Bound(bound), qualifier) is answer


@given(NUMBERS, NUMBERS, NUMBERS)
def test_more_never_breaks_a_floor_nor_less_a_ceiling(aim, one, other):
    low, high = sorted((one, other))
    floor, ceiling = Goal(low=aim), Goal(high=aim, more_is_better=False)
    assert floor.decide(high) or not floor.decide(low)
    assert ceiling.decide(low) or not ceiling.decide(high)


@given(NUMBERS, NUMBERS, st.sampled_from(list(Bound)))
def test_a_bounded_value_says_no_more_than_an_exact_one(aim, value, bound):
    exact, bounded = Goal(low=aim).decide(value), Goal(low=aim).decide(value, bound)
    assert bounded in (exact, None)


@pytest.mark.parametrize(
    ("made", "value", "near"),
    [
        (FLOOR, "76", Decimal("0.95")),
        (FLOOR, "88", Decimal("1.1")),
        (CEILING, "100", Decimal("0.8")),
        (BAND, "28", Decimal("0.8")),
        (BAND, "50", Decimal("0.8")),
        (FLOOR, "0", None),
        (FLOOR, "-5", None),
        (Goal(low=Decimal(0)), "5", None),
        (Goal(low=Decimal(-5)), "-6", None),
    ],
)
def test_nearness_is_the_share_of_the_bound_that_is_nearest(made, value, near):
    assert made.nearness(Decimal(value)) == near


@given(st.decimals("0.001", 1000, places=3), st.decimals("0.001", 1000, places=3))
def test_what_breaks_a_goal_is_less_than_all_of_it(aim, value):
    for made in (Goal(low=aim), Goal(high=aim, more_is_better=False)):
        if made.decide(value) is False:
            assert made.nearness(value) < 1
