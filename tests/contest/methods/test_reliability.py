import numpy as np
import pytest

from paitou.contest.methods import (
    expected_agreement,
    reliability,
    reliability_of_quarters,
    shrunken,
)
from paitou.model import UsageError


def test_half_of_one_quarter_is_four_fifths_of_four():
    assert reliability_of_quarters(0.5, 4) == pytest.approx(0.8)
    assert reliability([0, 2], [1, 1]) == pytest.approx(0.5)
    assert reliability([0, 2], [1, 1], quarters=4) == pytest.approx(0.8)
    assert reliability([0, 2], [9, 9]) == 0


def test_agreement_with_the_truth():
    assert expected_agreement(1) == pytest.approx(1)
    assert expected_agreement(0.5) == pytest.approx(0.5)


def test_noisy_units_are_drawn_to_the_mean():
    found = shrunken([0, 10, 20], [0, 1, 9])
    assert found[0] == 0
    assert 10 < found[2] < 20
    assert shrunken([5, 5], [1, 2]).tolist() == [5, 5]
    assert np.isfinite(shrunken([5, 5], [0, 0])).all()


def test_wrong_calls_are_refused():
    for scores, errors in (([1, 1], [0, 0]), ([1], [1]), ([1, 2], [1, -1])):
        with pytest.raises(UsageError):
            reliability(scores, errors)
