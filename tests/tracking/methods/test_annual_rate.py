import math

import pytest

from paitou.tracking.methods import Direction, Goal, Series
from paitou.tracking.methods.annual_rate import (
    judge_annual_rate,
    log_slope,
    needed_rate,
    rate_status,
)
from paitou.tracking.methods.course import find_course

UP, DOWN = Direction.POSITIVE, Direction.NEGATIVE


def judge(points, **goal):
    return judge_annual_rate(Series(tuple(points.items())), Goal(**goal))


@pytest.mark.parametrize(
    ("base", "target", "direction", "percent"),
    [
        (100, 60, DOWN, 3.85),  # stunting: 40 % fewer by 2025
        (100, 50, DOWN, 5.19),  # anaemia: 50 % less
        (100, 70, DOWN, 2.71),  # low birth weight: 30 % less
        (38, 50, UP, 2.13),  # exclusive breastfeeding: from 38 % to 50 %
    ],
)
def test_the_rates_needed_for_the_world_health_assemblys_targets(
    base, target, direction, percent
):
    goal = Goal(direction=direction, target=target, target_year=2025)
    course = find_course(Series(((2012, base), (2013, base))), goal)
    assert round(100 * needed_rate(course), 2) == percent


def test_the_present_rate_is_a_regression_on_every_year():
    points = tuple((2015 + n, 50 * 0.97**n) for n in range(6))
    assert log_slope(points) == pytest.approx(math.log(0.97))
    said = judge(dict(points), target=30, target_year=2030, direction=DOWN)
    assert said.value == pytest.approx(0.03)
    assert said.expected == pytest.approx(1 - 0.6 ** (1 / 15))


@pytest.mark.parametrize(
    ("rate", "status"),
    [
        (0.03, "on_course"),
        (0.0299, "off_course_some_progress"),
        (0.005, "off_course_no_progress"),
        (-0.005, "off_course_no_progress"),
        (-0.0051, "off_course_worsening"),
    ],
)
def test_thresholds(rate, status):
    assert rate_status(rate, 0.03, is_met=False) == status


def test_what_is_met_is_on_course():
    said = judge({2015: 10, 2016: 4, 2017: 5}, target=5, target_year=2018, direction=DOWN)
    assert said.status == "on_course"


@pytest.mark.parametrize(
    ("points", "goal"),
    [
        ({2015: 10, 2020: 8}, {"direction": DOWN}),
        ({2015: 10, 2020: 8}, {"target": 5}),
        ({2015: 10, 2018: 0, 2020: 8}, {"target": 5, "target_year": 2025}),
        ({2015: -10, 2020: -8}, {"target": -5, "target_year": 2025}),
        ({2015: 5e-324, 2016: 1e308}, {"target": 1e300, "target_year": 2025}),
    ],
)
def test_what_cannot_be_judged_is_said(points, goal):
    assert judge(points, **goal).status == "not_assessable"
