import numpy as np
import pytest

from paitou.contest.methods import denominate, impute_by_group, screen
from paitou.model import UsageError

NAN = float("nan")


def test_a_figure_is_put_over_its_denominator():
    found = denominate([[10, 4], [NAN, 6]], [[2, 1], [1, NAN]])
    np.testing.assert_array_equal(found, [[5, 4], [NAN, NAN]])
    with pytest.raises(UsageError, match="0"):
        denominate([1.0], [0.0])
    with pytest.raises(UsageError, match="形状"):
        denominate([1.0, 2.0], [1.0, 2.0, 3.0])


def test_a_gap_is_filled_from_its_group_and_marked():
    found, which = impute_by_group([[1, 5], [NAN, NAN], [9, NAN]], ["甲", "甲", "乙"])
    np.testing.assert_array_equal(found, [[1, 5], [1, 5], [9, NAN]])
    assert which.tolist() == [[False, False], [True, True], [False, False]]
    with pytest.raises(UsageError, match="一一对应"):
        impute_by_group([[1.0]], [])


def test_units_with_too_little_data_are_marked():
    assert screen([[1, 2, 3], [1, NAN, NAN]], 2 / 3).tolist() == [True, False]
    with pytest.raises(UsageError, match="完整率"):
        screen([[1.0]], 90)
