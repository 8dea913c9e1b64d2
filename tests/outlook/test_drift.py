import numpy as np
import pytest

from paitou.outlook.drift import drift_path


def test_one_figure_is_carried_on():
    assert drift_path(np.array([5.0]), 3, 1).tolist() == [5, 5, 5]


def test_the_drift_is_shrunken_and_fades():
    path = drift_path(np.array([100.0, 104, 110]), 2, 1)
    trust = 2 / 3.5
    assert path == pytest.approx([110 + trust * 5 * 0.9, 110 + trust * 5 * (0.9 + 0.81)])


def test_a_season_is_repeated():
    year = np.array([10.0, 20, 30, 40])
    path = drift_path(np.tile(year, 3), 5, 4)
    assert path == pytest.approx([10, 20, 30, 40, 10])


def test_less_than_a_year_of_quarters_carries_on_the_last():
    assert drift_path(np.array([3.0, 4.0]), 2, 4).tolist() == [4, 4]


def test_a_year_and_a_quarter_sees_the_change_on_the_year():
    path = drift_path(np.array([10.0, 20, 30, 40, 14]), 1, 4)
    assert 20 < path[0] < 24
