import math

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from paitou.tracking.methods import (
    METHODS,
    NOT_ASSESSABLE,
    Direction,
    Goal,
    Series,
    Thresholds,
)

NUMBERS = st.floats() | st.sampled_from([0.0, -0.0, 100.0, 5e-324, -1e308, 1e308])
YEARS = st.integers(2005, 2035) | st.integers()
ALL = st.sampled_from(list(METHODS.values()))
POINTS = st.lists(st.tuples(YEARS, NUMBERS), max_size=8).map(tuple)


def optional(strategy):
    return st.none() | strategy


GOALS = st.builds(
    Goal,
    direction=optional(st.sampled_from(Direction)),
    target=optional(NUMBERS),
    base_year=optional(YEARS),
    target_year=optional(YEARS),
    limit=optional(NUMBERS),
    thresholds=st.builds(
        Thresholds, high=optional(NUMBERS), med=optional(NUMBERS), low=optional(NUMBERS)
    ),
)
PLAIN = st.floats(0.01, 1e6)
CALM = st.dictionaries(st.integers(2015, 2025), PLAIN, min_size=2, max_size=6)
CALM_GOALS = st.builds(
    Goal,
    direction=st.sampled_from(Direction),
    target=optional(PLAIN),
    target_year=st.integers(2026, 2035),
)


@given(ALL, POINTS, GOALS)
def test_no_number_raises(method, points, goal):
    said = method.function(Series(points), goal)
    assert said.status in {*method.words, NOT_ASSESSABLE}
    assert said.why.endswith("。")
    for number in (said.value, said.score, said.expected):
        assert number is None or math.isfinite(number)


@given(ALL, POINTS, GOALS, st.randoms())
def test_the_order_of_points_does_not_matter(method, points, goal, random):
    mixed = list(points)
    random.shuffle(mixed)
    assert method.function(Series(points), goal) == method.function(
        Series(tuple(mixed)), goal
    )


def negative(goal):
    return evolve(
        goal,
        direction=next(other for other in Direction if other is not goal.direction),
        target=None if goal.target is None else -goal.target,
    )


@given(ALL, CALM, CALM_GOALS)
def test_direction_is_mirrored(method, values, goal):
    assume(method.id != "aarr")  # logarithms: values above zero only
    series = Series(tuple(values.items()))
    mirrored = Series(tuple((year, -value) for year, value in values.items()))
    said = method.function(series, goal)
    other = method.function(mirrored, negative(goal))
    assume("1 个百分点" not in said.why)  # shares in percent are not below zero
    assert (said.status, said.value, said.score) == (
        other.status,
        other.value,
        other.score,
    )


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.id)
@pytest.mark.parametrize(
    ("points", "reason"),
    [
        (((2020, 1.0), (2020, 2.0)), "2020 年有不止一个数值"),
        (((2020, 1.0), (2021, math.inf)), "2021 年的数值不是有限的数"),
        (((2020, 1.0), (20201, 2.0)), "年份 20201"),
    ],
)
def test_a_broken_series_is_refused_with_its_reason(method, points, reason):
    said = method.function(Series(points), Goal(direction=Direction.POSITIVE, target=9.0))
    assert (said.status, reason in said.why) == (NOT_ASSESSABLE, True)


def test_every_method_says_what_it_is():
    for key, method in METHODS.items():
        assert key == method.id
        assert method.name
        assert method.formula
        assert method.source


@pytest.mark.parametrize("name", ["eurostat", "unsd-2020", "aarr", "target-consistency"])
def test_thresholds_from_memory_are_marked(name):
    assert "阈值未见原文" in METHODS[name].source
