from fractions import Fraction

import pytest

from paitou.tracking.methods import Direction, Goal, Series, shares

UP, DOWN = Direction.POSITIVE, Direction.NEGATIVE


def judge(function, points, **goal):
    return function(Series(tuple(points.items())), Goal(**goal))


@pytest.mark.parametrize(
    ("latest", "year", "status"),
    [
        (0.7, 2023, "ahead"),
        (0.7, 2025, "on_schedule"),
        (0.3, 2023, "on_schedule"),  # a third of the way in a third of the time
        (0.29999, 2023, "behind"),
        (0.69999, 2025, "behind"),
        (0.69999, 2027, "behind"),
    ],
)
def test_share_done_against_share_of_time(latest, year, status):
    points, goal = {2022: 0.1, year: latest}, {"target": 0.7, "target_year": 2025}
    assert judge(shares.judge_target_consistency, points, **goal).status == status


def test_both_shares_are_told():
    goal = {"target": 10000, "target_year": 2025}
    said = judge(shares.judge_target_consistency, {2022: 7541.37, 2023: 7864.76}, **goal)
    assert "完成进度 13.15%，时间进度 33.33%，滞后" in said.why
    assert (said.value, said.expected) == (pytest.approx(0.1315326), pytest.approx(1 / 3))


@pytest.mark.parametrize(
    ("latest", "index", "status"),
    [
        (20, 10, "reached"),
        (15, 5, "as_expected"),
        (14.99, 4.99, "below_expected"),
        (10, 0, "below_expected"),
        (9.99, -0.01, "regressed"),
    ],
)
def test_the_current_status_index(latest, index, status):
    points, goal = {2020: 10, 2025: latest}, {"target": 20, "direction": UP}
    said = judge(shares.judge_current_status, points, **goal)
    assert (said.value, said.expected, said.status) == (index, 5, status)


@pytest.mark.parametrize(
    ("latest", "status"), [(90, "green"), (89.99, "yellow"), (75, "yellow"), (74.99, "red")]
)
def test_the_share_in_percent(latest, status):
    said = judge(shares.judge_service_share, {2020: 0, 2021: latest}, target=100)
    assert (said.value, said.status) == (latest, status)


def test_a_fall_is_progress_where_down_is_better():
    said = judge(shares.judge_service_share, {2020: 200, 2021: 100}, target=0)
    assert said.value == 50


def test_words_hang_on_exact_fractions():
    third = Fraction(1, 3)
    assert shares.consistency_status(third, third) == "on_schedule"


@pytest.mark.parametrize(
    ("goal", "reason"),
    [
        ({"target_year": 2025}, "没有目标值"),
        ({"target": 20}, "没有写明目标年份"),
        ({"target": 10, "target_year": 2025}, "目标值等于"),
        ({"target": 5, "direction": UP, "target_year": 2025}, "已经达到目标"),
    ],
)
def test_what_cannot_be_judged_is_said(goal, reason):
    said = judge(shares.judge_target_consistency, {2022: 10, 2023: 11}, **goal)
    assert (said.status, reason in said.why) == ("not_assessable", True)


def test_a_share_too_large_to_write_is_refused():
    said = judge(shares.judge_service_share, {2020: 0, 2021: 1e308}, target=5e-324)
    assert said.status == "not_assessable"
