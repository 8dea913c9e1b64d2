import pytest

from paitou.outlook.scoring import brier, calibration_error, coverage, msis


def test_brier_of_a_coin_is_a_quarter():
    assert brier([0.5, 0.5], [True, False]) == 0.25


def test_calibration_error_of_what_came_as_often_as_told():
    assert calibration_error([0.5] * 4, [1, 0, 1, 0]) == 0
    assert calibration_error([0.9] * 2, [0, 0]) == pytest.approx(0.9)


def test_coverage_counts_the_ends():
    assert coverage([1, 2, 9], [1, 0, 0], [2, 2, 8]) == pytest.approx(2 / 3)


def test_msis_is_the_width_and_twice_the_miss_over_what_was_left_out():
    assert msis([5, 12], [0, 0], [10, 10], scale=2) == pytest.approx((20 + 40 * 2) / 4)
