import numpy as np
import pytest

from paitou.outlook.hierarchy import BOTTOM_UP, WLS_STRUCT, forecast_parts, reconcile

RNG = np.random.default_rng(1)


def _parts(count, length):
    return {str(i): 50 + 10 * i + RNG.normal(0, 3, length) for i in range(count)}


@pytest.mark.parametrize(("length", "method"), [(12, BOTTOM_UP), (32, WLS_STRUCT)])
def test_the_sums_are_equal_and_the_difference_stays(length, method):
    parts = _parts(3, length)
    whole = sum(parts.values()) + 7.0
    found = forecast_parts(whole, parts, 4, 4)
    assert found.method == method
    assert found.difference == pytest.approx(np.full(4, 7.0))
    added = sum(found.parts.values()) + found.difference
    assert np.abs(added - found.whole).max() < 1e-9


def test_reconciling_agrees_with_the_matrix_formula():
    whole, parts = np.array([100.0, 90.0]), RNG.normal(30, 5, (3, 2))
    summing = np.vstack([np.ones(3), np.eye(3)])
    weight = np.diag(1 / summing.sum(axis=1))
    solve = np.linalg.solve(summing.T @ weight @ summing, summing.T @ weight)
    expected = solve @ np.vstack([whole, parts])
    assert reconcile(whole, parts) == pytest.approx(expected)


def test_regions_with_twelve_quarters(shared):
    path = shared / "reference" / "forecast" / "hier_tourism17_quarterly.csv"
    if not path.is_file():
        pytest.skip("the table of regions is not there")
    rows = [line.split(",") for line in path.read_text("utf-8").splitlines()[1:]]
    names = list(dict.fromkeys(row[0] for row in rows))
    trips = np.array([[float(r[2]) for r in rows if r[0] == name] for name in names])
    errors = np.array([_mase(trips, start, names) for start in range(0, 65)])
    total, bottom = errors.mean(axis=0)
    assert total <= 1.2
    assert bottom <= 1.1


def _mase(trips, start, names):
    known, came = trips[:, start : start + 12], trips[:, start + 12 : start + 16]
    found = forecast_parts(known.sum(axis=0), dict(zip(names, known, strict=True)), 4, 4)
    scaled = lambda y, f, h: np.abs(y - f).mean() / np.abs(h[4:] - h[:-4]).mean()
    each = [
        scaled(y, f, h) for y, f, h in zip(came, found.parts.values(), known, strict=True)
    ]
    return scaled(came.sum(axis=0), found.whole, known.sum(axis=0)), np.mean(each)
