import pytest

from paitou.tracking.methods import Direction, Goal, Series
from paitou.tracking.methods import united_nations as un

UP, DOWN = Direction.POSITIVE, Direction.NEGATIVE


def judge(points, function=un.judge_unsd_2023, **goal):
    return function(Series(tuple(points.items())), Goal(**goal))


@pytest.mark.parametrize(
    ("function", "value", "status"),
    [
        (un.reach_status_2023, 0.95, "on_track"),
        (un.reach_status_2023, 0.9499, "acceleration_needed"),
        (un.reach_status_2023, 0.1, "acceleration_needed"),
        (un.reach_status_2023, 0.0999, "stagnation_or_regression"),
        (un.growth_status_2023, 0.02, "on_track"),
        (un.growth_status_2023, 0.0199, "acceleration_needed"),
        (un.growth_status_2023, 0.005, "acceleration_needed"),
        (un.growth_status_2023, 0.0049, "stagnation_or_regression"),
        (un.ratio_status_2020, 0.95, "on_track"),
        (un.ratio_status_2020, 0.9499, "acceleration_needed"),
        (un.ratio_status_2020, 0.5, "acceleration_needed"),
        (un.ratio_status_2020, 0.4999, "limited_or_no_progress"),
        (un.ratio_status_2020, -0.1, "limited_or_no_progress"),
        (un.ratio_status_2020, -0.1001, "deterioration"),
        (un.growth_status_2020, 0.01, "on_track"),
        (un.growth_status_2020, 0.0099, "acceleration_needed"),
        (un.growth_status_2020, 0.005, "acceleration_needed"),
        (un.growth_status_2020, 0.0049, "limited_or_no_progress"),
        (un.growth_status_2020, -0.01, "limited_or_no_progress"),
        (un.growth_status_2020, -0.0101, "deterioration"),
    ],
)
def test_thresholds(function, value, status):
    assert function(value) == status


def test_growth_goes_on_to_the_target_year():
    # 100 doubles in two years, and again in the two that are left: 300 of 400 are made
    said = judge({2026: 100, 2028: 200}, target=500, direction=UP, base_year=2026)
    assert (said.value, said.score) == (pytest.approx(0.75), 2)


@pytest.mark.parametrize(("latest", "score"), [(99, 3), (98.9, 1), (100, 3)])
def test_a_share_within_a_point_of_the_whole_is_there(latest, score):
    said = judge({2015: 98.9, 2020: latest}, target=100, direction=UP)
    assert said.score == score


def test_a_count_near_a_target_of_100_is_not_a_share():
    points = {2015: 200, 2020: 100.5}
    assert judge(points, target=100, direction=DOWN).value is not None


def test_what_is_met_is_on_track_whatever_the_trend():
    assert judge({2015: 12, 2020: 11}, target=10, direction=UP).status == "on_track"


def test_what_came_after_the_target_year_does_not_count():
    points = {2015: 10, 2020: 14, 2025: 30}
    said = judge(points, target=20, target_year=2020, direction=UP)
    assert said.value == pytest.approx(0.4)


def test_an_earlier_base_serves_where_too_little_came_later():
    assert judge({2012: 100, 2014: 200, 2020: 300}, direction=UP).why.startswith("2014 年")
    later = judge({2014: 1, 2016: 2, 2020: 3}, direction=UP)
    assert later.why.startswith("2016 年")


def test_the_ratio_of_2020():
    said = judge({2015: 14.5, 2019: 10.1}, un.judge_unsd_2020, target=7.25)
    assert (round(said.value, 3), said.status) == (1.914, "on_track")


@pytest.mark.parametrize("function", [un.judge_unsd_2020, un.judge_unsd_2023])
@pytest.mark.parametrize(
    ("points", "goal"),
    [
        ({2015: 0, 2020: 5}, {"target": 9}),
        ({2015: 5, 2020: 0}, {"target": -1, "base_year": 2020}),
        ({2015: 5, 2020: -1}, {"direction": UP}),
        ({2015: 5, 2020: 6}, {}),
        ({2015: 5, 2020: 4}, {"target": 5, "direction": UP}),
        ({2031: 5, 2032: 4}, {"target": 3}),
    ],
)
def test_what_cannot_be_judged_is_said(function, points, goal):
    said = judge(points, function, **goal)
    assert (said.status, said.value) == ("not_assessable", None)
