"""The recipe on public series: as accurate and as honest as docs/outlook.md says."""

import numpy as np
import pytest

from paitou.outlook import forecast_panel
from paitou.outlook.scoring import coverage

outlook_series = pytest.importorskip("outlook_series")
FILES = {name: (period, horizon) for name, period, horizon in outlook_series.FILES}


@pytest.mark.parametrize(("name", "owa"), [("m3_yearly", 0.86), ("tourism_yearly", 0.90)])
def test_yearly_series_are_forecast_within_their_bands(shared, name, owa):
    pytest.importorskip("statsforecast")
    if not (shared / "reference" / "forecast" / f"{name}.csv").is_file():
        pytest.skip("the series are not there")
    period, horizon = FILES[name]
    series = outlook_series.read_series(name)
    paths = forecast_panel({k: one.history for k, one in series.items()}, horizon, period)
    middle = {key: path.mean for key, path in paths.items()}
    assert outlook_series.accuracy(series, middle, period)["owa"] <= owa
    for low, high, least, most in (
        ("lo80", "hi80", 0.73, 0.87),
        ("lo95", "hi95", 0.9, 0.98),
    ):
        inside = [
            coverage(one.actual, getattr(paths[k], low), getattr(paths[k], high))
            for k, one in series.items()
        ]
        assert least <= np.mean(inside) <= most
