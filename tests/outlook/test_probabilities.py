"""Tests of chances over a panel; the World Bank's GDP table where it is there."""

import csv

import numpy as np
import pytest

from paitou.outlook import Question, chances
from paitou.outlook.scoring import brier, calibration_error

DELTAS = range(-4, 5)


def _panel(years=30, count=12, seed=5):
    rng = np.random.default_rng(seed)
    growth = 0.05 + rng.normal(0, 0.02, (count, years)) + rng.normal(0, 0.02, years)
    values = 100 * np.exp(np.cumsum(growth, axis=1))
    return {
        str(i): {2000 + t: float(v) for t, v in enumerate(row)}
        for i, row in enumerate(values)
    }


def _asked(panel, origin, targets):
    value = panel["0"][origin]
    return [
        Question(series="0", origin=origin, horizon=2, target=value * t) for t in targets
    ]


def test_a_higher_target_is_less_likely():
    panel = _panel()
    found = chances(panel, _asked(panel, 2025, (0.8, 1.0, 1.1, 1.2, 2.0)))
    assert (np.diff(found) <= 0).all()
    assert found[0] > 0.9
    assert found[-1] < 0.1


def test_nothing_after_the_origin_is_used():
    panel = _panel()
    known = {key: {y: v for y, v in s.items() if y <= 2020} for key, s in panel.items()}
    asked = _asked(panel, 2020, (1.0, 1.1, 1.2))
    assert chances(panel, asked) == pytest.approx(chances(known, asked))


def test_without_a_past_there_is_no_chance():
    panel = _panel(years=1)
    assert np.isnan(chances(panel, _asked(panel, 2000, (1.1,)))).all()


def test_values_below_nothing_are_told_in_differences():
    panel = {k: {y: v - 150 for y, v in s.items()} for k, s in _panel().items()}
    asked = [Question(series="0", origin=2025, horizon=1, target=t) for t in (-999, 9999)]
    assert chances(panel, asked) == pytest.approx([0.99, 0.01])


@pytest.fixture(scope="module")
def gdp(shared):
    path = shared / "reference" / "forecast" / "wb_gdp_usd_1960_2023.csv"
    if not path.is_file():
        pytest.skip("the World Bank's GDP table is not there")
    panel = {}
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            series = panel.setdefault(row["Country Code"], {})
            series[int(row["Year"])] = float(row["Value"])
    return panel


def _cases(panel, origins, horizons=range(1, 6)):
    """Targets at own five-year growth −4…+4 points, and whether they were met."""
    for origin in origins:
        for key, series in panel.items():
            if origin in series and origin - 5 in series:
                own = (series[origin] / series[origin - 5]) ** 0.2 - 1
                for horizon in horizons:
                    if origin + horizon in series:
                        for delta in DELTAS:
                            target = series[origin] * (1 + own + delta / 100) ** horizon
                            met = series[origin + horizon] >= target
                            asked = Question(
                                series=key, origin=origin, horizon=horizon, target=target
                            )
                            yield asked, met


@pytest.mark.parametrize("origins", [range(1992, 2004, 3), range(2004, 2021, 4)])
def test_targets_of_countries_are_told_better_than_by_the_base_rate(gdp, origins):
    past = [met for _, met in _cases(gdp, range(1965, min(origins), 4), (1, 3))]
    asked, met = zip(*_cases(gdp, origins), strict=True)
    told = chances(gdp, asked)
    base = brier(np.full(len(met), np.mean(past)), met)
    assert brier(told, met) < 0.8 * base
    assert calibration_error(told, met) < 0.08
