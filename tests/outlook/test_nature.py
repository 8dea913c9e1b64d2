import numpy as np
import pytest

from paitou.outlook import forecast
from paitou.outlook.nature import Nature, nature_of


def test_what_was_never_negative_has_a_floor():
    assert nature_of(np.array([0.0, 1])).low == 0
    assert nature_of(np.array([-1.0, 1])).low is None


def test_a_growth_rate_goes_back_to_its_mean():
    path = forecast([4.0, 6, 8, 6, 11], 4, 1, Nature(reverts=True))
    assert path.mean[0] == pytest.approx(7 + 0.4 * 4)
    assert 7 < path.mean[3] < 7.2


def test_a_share_near_its_end_moves_little():
    free = forecast([96.0, 97], 3)
    bounded = forecast([96.0, 97], 3, 1, Nature(low=0, high=100))
    assert (bounded.hi95 <= 100).all()
    assert bounded.lo95[0] > free.lo95[0]
