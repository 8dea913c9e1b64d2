"""Tests of paths: any length, bands in order, honest on public series."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.model import UsageError
from paitou.outlook import forecast, forecast_panel

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False)


def _is_ordered(path):
    bands = [path.lo95, path.lo80, path.mean, path.hi80, path.hi95]
    return all((a <= b).all() for a, b in pairwise(bands))


@settings(max_examples=60, deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=9), st.sampled_from([1, 2, 4, 12]))
def test_any_length_gives_a_path(history, period):
    path = forecast(history, 5, period)
    assert len(path.mean) == 5
    assert np.isfinite(path.quantiles).all()
    assert _is_ordered(path)


def test_one_figure_is_carried_on_and_says_so():
    path = forecast([7.0], 2)
    assert path.mean.tolist() == [7.0, 7.0]
    assert "只有一个数" in path.basis
    assert path.lo95[1] < path.lo95[0] < 7 < path.hi95[0] < path.hi95[1]


def test_a_long_history_names_its_methods():
    pytest.importorskip("statsforecast")
    path = forecast(np.linspace(100, 160, 20), 3)
    assert "Theta" in path.basis
    assert path.mean[2] == pytest.approx(169, abs=4)


def test_what_was_never_negative_stays_so():
    assert (forecast([3.0, 1.0, 0.2], 5).lo95 >= 0).all()


def test_gaps_are_filled_and_edges_cut():
    gapped = forecast([np.nan, 100, np.nan, 120, np.nan], 2)
    assert gapped.mean == pytest.approx(forecast([100.0, 110, 120], 2).mean)


def test_nothing_known_is_a_wrong_call():
    with pytest.raises(UsageError, match="A里没有一个数"):
        forecast_panel({"A": [np.nan]}, 2)
    with pytest.raises(UsageError, match="不小于1"):
        forecast([1.0], 0)


def test_a_calm_panel_has_narrower_bands():
    rng = np.random.default_rng(3)
    calm = {str(i): 100 + 2.0 * np.arange(9) + rng.normal(0, 0.2, 9) for i in range(30)}
    alone = forecast(calm["0"], 2)
    together = forecast_panel(calm, 2)["0"]
    width = lambda path: path.hi95[0] - path.lo95[0]
    assert together.mean == pytest.approx(alone.mean)
    assert width(together) < width(alone)


def test_the_chance_falls_as_the_target_rises():
    path = forecast([100.0, 104, 110], 3)
    asked = [path.chance(1, low) for low in (60, 105, 112, 120, 500)]
    assert asked == sorted(asked, reverse=True)
    assert (asked[0], asked[-1]) == (0.99, 0.01)
    assert path.chance(1, None, 120) == pytest.approx(1 - path.chance(1, 120))


def test_the_same_histories_give_the_same_path_twice():
    told = {"a": [1.0, 2, 3], "b": [5.0, 4, 6, 2]}
    first, second = forecast_panel(told, 2), forecast_panel(told, 2)
    assert all((first[k].quantiles == second[k].quantiles).all() for k in told)
