import numpy as np

from paitou.outlook.laws import PROBABILITIES, error_quantiles, shipped_law, width


def test_quantiles_rise_and_bands_widen_with_the_years():
    for period in (1, 2, 4, 12):
        for length in (1, 3, 9, 40):
            law = shipped_law(length, 10, period)
            assert law.shape == (10, len(PROBABILITIES))
            assert (np.diff(law, axis=1) >= 0).all()
            wide = width(law)
            assert wide[-1] > wide[0] > 0


def test_beyond_the_table_it_goes_on_widening():
    wide = width(shipped_law(12, 12, 1))
    assert (np.diff(wide[5:]) > 0).all()


def test_half_of_the_sign_of_past_errors_is_believed():
    quantiles = error_quantiles(np.full(50, 2.0))
    middle = PROBABILITIES.index(0.5)
    assert quantiles[0] == 0
    assert quantiles[-1] == 2
    assert 0 <= quantiles[middle] <= 2
