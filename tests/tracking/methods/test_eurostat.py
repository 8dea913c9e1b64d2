import pytest

from paitou.tracking.methods import Direction, Goal, Series
from paitou.tracking.methods.eurostat import judge_eurostat, rate_status, ratio_status

UP, DOWN = Direction.POSITIVE, Direction.NEGATIVE


def judge(points, **goal):
    return judge_eurostat(Series(tuple(points.items())), Goal(**goal))


@pytest.mark.parametrize(
    ("ratio", "status"),
    [
        (0.95, "significant_progress"),
        (0.9499, "moderate_progress"),
        (0.6, "moderate_progress"),
        (0.5999, "insufficient_progress"),
        (0.0, "insufficient_progress"),
        (-1e-9, "movement_away"),
    ],
)
def test_thresholds_with_a_target(ratio, status):
    assert ratio_status(ratio) == status


@pytest.mark.parametrize(
    ("rate", "status"),
    [
        (0.01, "significant_progress"),
        (0.00999, "moderate_progress"),
        (0.0005, "moderate_progress"),
        (0.00049, "no_progress"),
        (-0.00049, "no_progress"),
        (-0.0005, "moderate_movement_away"),
        (-0.00999, "moderate_movement_away"),
        (-0.01, "significant_movement_away"),
    ],
)
def test_thresholds_without_a_target(rate, status):
    assert rate_status(rate) == status


def test_the_ratio_is_of_actual_to_needed_growth():
    said = judge({2012: 26.4, 2024: 23.2}, base_year=2012, target=14, direction=DOWN)
    assert (round(said.value, 2), said.status) == (0.31, "insufficient_progress")


def test_the_last_five_years_count_where_no_base_is_given():
    said = judge({2010: 1, 2018: 100, 2019: 100, 2023: 104}, direction=UP)
    assert said.why.startswith("2018 年 100，2023 年 104")


@pytest.mark.parametrize(
    ("goal", "reason"),
    [
        ({}, "没有写明升好还是降好"),
        ({"target": 0, "direction": DOWN}, "有零值"),
        ({"target": 9, "direction": UP}, "已经达到目标"),
        ({"target": 12, "target_year": 2015}, "不晚于基期"),
    ],
)
def test_what_cannot_be_judged_is_said(goal, reason):
    said = judge({2015: 10, 2020: 8}, **goal)
    assert (said.status, reason in said.why) == ("not_assessable", True)
