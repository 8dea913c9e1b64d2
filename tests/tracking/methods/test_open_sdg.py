import csv
import math

import pytest

from paitou.tracking.methods import Direction, Goal, Series, Thresholds, read_cases
from paitou.tracking.methods.open_sdg import OPEN_SDG, judge_open_sdg, limit_coefficient

UP, DOWN = Direction.POSITIVE, Direction.NEGATIVE


def judge(points, **goal):
    return judge_open_sdg(Series(tuple(points.items())), Goal(**goal))


@pytest.fixture(scope="module")
def reference(shared):
    path = shared / "reference" / "progress" / "cases.csv"
    if not path.is_file():
        pytest.skip("../shared/reference/progress/cases.csv is not there")
    return path


def number(text):
    return float(text) if text else None


def test_every_published_case(reference):
    cases, issues = read_cases(reference)
    with reference.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert issues == ()
    assert len(cases) == len(rows)
    for case, row in zip(cases, rows, strict=True):
        said, where = case.judge(OPEN_SDG), row["case_id"]
        value, score = number(row["v240_progress_value"]), number(row["v240_score"])
        assert said.status == (row["v240_status"] or "not_assessable"), where
        assert said.value == (value and pytest.approx(value, abs=1e-9)), where
        assert said.score == (score and pytest.approx(score, abs=1e-6)), where


def test_poverty_in_canada():
    said = judge({2015: 14.5, 2019: 10.1}, direction=DOWN, target=7.25)
    assert (said.status, round(said.value, 3)) == ("substantial_progress", 1.914)


def test_output_of_kunming_in_2023():
    goal = {"direction": UP, "target": 10000, "base_year": 2022, "target_year": 2025}
    said = judge({2022: 7541.37, 2023: 7864.76}, **goal)
    assert (said.status, round(said.value, 3)) == ("limited_progress", 0.435)
    assert "2022 年 7541.37" in said.why


@pytest.mark.parametrize(
    ("rate", "status"),
    [
        (0.0151, "substantial_progress"),
        (0.0149, "moderate_progress"),
        (0.0051, "moderate_progress"),
        (0.0049, "limited_progress"),
        (0.0, "limited_progress"),
        (-0.0001, "deterioration"),
    ],
)
def test_thresholds_without_a_target(rate, status):
    assert judge({2015: 100, 2016: 100 * (1 + rate)}, direction=UP).status == status
    assert judge({2015: 100, 2016: 100 * (1 - rate)}, direction=DOWN).status == status


@pytest.mark.parametrize(
    ("ratio", "status"),
    [
        (0.951, "substantial_progress"),
        (0.949, "moderate_progress"),
        (0.601, "moderate_progress"),
        (0.599, "limited_progress"),
        (0.0, "limited_progress"),
        (-0.001, "deterioration"),
    ],
)
def test_thresholds_with_a_target(ratio, status):
    value = 100 * (1 + 0.05 * ratio)
    target = 100 * 1.05**15
    said = judge({2015: 100, 2016: value}, direction=UP, target=target)
    assert (said.status, said.value) == (status, pytest.approx(ratio, abs=1e-9))


@pytest.mark.parametrize(("ratio", "score"), [(-0.6, -5), (0, -2.5), (0.6, 0), (1.3, 5)])
def test_the_score_runs_from_minus_5_to_5(ratio, score):
    value, target = 100 * (1 + 0.05 * ratio), 100 * 1.05**15
    said = judge({2015: 100, 2016: value}, direction=UP, target=target)
    assert said.score == pytest.approx(score, abs=1e-3)


@pytest.mark.parametrize(
    ("base", "limit", "factor"),
    [(100, 100, 0), (200, 100, 1), (0, 100, 1), (0, 0, 1), (90, 100, 0.3736)],
)
def test_thresholds_shrink_near_the_limit(base, limit, factor):
    assert limit_coefficient(base, limit) == pytest.approx(factor, abs=1e-4)


def test_at_its_limit_a_series_that_holds_has_the_full_score():
    held = judge({2015: 100, 2020: 100}, direction=UP, limit=100)
    fallen = judge({2015: 100, 2020: 99}, direction=UP, limit=100)
    assert (held.status, held.score) == ("substantial_progress", 5)
    assert (fallen.status, fallen.score < -2.5) == ("deterioration", True)


def test_own_thresholds_move_the_class_and_not_the_value():
    points = {2015: 100, 2016: 101}
    given = judge(points, direction=UP, thresholds=Thresholds(high=0.01, med=0.004))
    assert (given.status, judge(points, direction=UP).status) == (
        "substantial_progress",
        "moderate_progress",
    )
    assert given.value == judge(points, direction=UP).value


def test_a_target_of_zero_is_nearly_zero():
    assert judge({2015: 5, 2020: 0}, direction=DOWN, target=0).status == "target_achieved"
    goal = {"direction": DOWN, "target": 0, "target_year": 2030}
    near = math.pow(0.001 / 5, 1 / 15) - 1
    assert judge({2015: 5, 2016: 4}, **goal).value == pytest.approx(-0.2 / near)


@pytest.mark.parametrize(
    ("points", "goal", "status"),
    [
        ({2015: 10, 2020: 9.5}, {"target": 10, "direction": UP}, "not_assessable"),
        ({2015: 10, 2020: 10.5}, {"target": 10, "direction": UP}, "not_assessable"),
        ({2014: 8}, {"direction": UP}, "not_assessable"),
        ({2015: 8, 2020: 9}, {"target": 12, "target_year": 2015}, "not_assessable"),
        ({2015: 8}, {"direction": UP}, "not_available"),
        ({2015: 8}, {"direction": UP, "target": 7}, "target_achieved"),
        ({2015: 8}, {"direction": UP, "target": 9}, "not_available"),
        ({2015: 5, 2020: -4}, {"direction": DOWN}, "not_available"),
        ({}, {}, "not_available"),
        ({2015: 1, 2020: math.nan}, {}, "not_assessable"),
        ({2015: 1, 2020: 2}, {"target": math.inf}, "not_assessable"),
        ({2015: 1e-300, 2016: 1e300}, {"direction": UP}, "not_assessable"),
        ({2015: 5, 2020: 6}, {"direction": UP, "target": -3}, "target_achieved"),
        ({2015: 5, 2020: 4}, {"direction": DOWN, "target": -3}, "not_assessable"),
    ],
)
def test_what_cannot_be_computed_is_said(points, goal, status):
    said = judge(points, **goal)
    assert said.status == status
    assert said.why


def test_the_base_year_gives_way_to_the_next_with_data():
    late = judge({2014: 50, 2016: 100, 2017: 101}, direction=UP)
    assert late.value == pytest.approx(0.01)


def test_the_sentence_gives_the_ratio_that_was_judged():
    said = judge({2015: 12, 2020: 9}, direction=UP, target=10)
    assert "比值 R=-4.6281，倒退" in said.why
