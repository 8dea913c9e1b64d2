import numpy as np

from paitou.outlook.steadiness import unsteadiness


def test_a_short_past_says_nothing():
    assert unsteadiness(np.array([1.0, 2, 3]), 2, 1) == 1


def test_a_steady_series_is_below_one_and_a_jumping_one_above():
    line = 100 + 3.0 * np.arange(20)
    waves = 100 + 40 * np.sin(np.arange(20) / 3) * np.arange(20)
    assert unsteadiness(line, 2, 1) < 0.7
    assert unsteadiness(waves, 2, 1) > unsteadiness(line, 2, 1)
