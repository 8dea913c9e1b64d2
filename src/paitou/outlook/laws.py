"""How long a history is and how far ahead is looked → how wrong forecasts usually are.

The table is measured on the training data of M3 and Tourism (Makridakis and Hibon 2000;
Athanasopoulos et al. 2011), on the window before the test; `benchmarks/bench_outlook.py
--write-errors` makes it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import numpy as np

from paitou.outlook.arrays import Floats

PROBABILITIES = (
    0.005, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.995,
)  # fmt: skip
_LOW, _HIGH = PROBABILITIES.index(0.1), PROBABILITIES.index(0.9)
_TABLE = "errors.tsv"
_QUARTERS = 4
#: Errors grow at least with the root of time and at most with time.
_SLOWEST, _FASTEST = 0.5, 1.0


def error_quantiles(errors: Floats) -> Floats:
    """Return quantiles of errors, half of them as they are and half without their sign.

    The sign of past errors is half believed: it was often that of one common shock.
    """
    found = errors[np.isfinite(errors)]
    as_they_are = np.quantile(found, PROBABILITIES)
    mirrored = np.quantile(np.concatenate([found, -found]), PROBABILITIES)
    quantiles: Floats = (as_they_are + mirrored) / 2
    return quantiles


def shipped_law(length: int, horizon: int, period: int) -> Floats:
    """Return the quantiles of errors in usual changes, a row a step.

    Months and halves take the table of quarters by the years ahead; steps beyond the table
    widen as its last ones do.
    """
    tables = _tables()["year" if period == 1 else "quarter"]
    years = length / period
    table = tables[max(since for since in tables if since <= years or since == min(tables))]
    ratio = 1.0 if period == 1 else _QUARTERS / period
    steps = np.arange(1, horizon + 1) * ratio
    last = len(table)
    rows = table[np.clip(np.ceil(steps).astype(int), 1, last) - 1]
    law: Floats = rows * np.maximum(steps / last, 1.0)[:, None] ** _growth(table)
    return law


def width(law: Floats) -> Floats:
    """Return half of the 80 % band of each step."""
    half: Floats = (law[:, _HIGH] - law[:, _LOW]) / 2
    return half


def widening(law: Floats) -> Floats:
    """Return the law with no step narrower than those before it, as chance made some."""
    below = np.array(PROBABILITIES) < 0.5
    widened: Floats = np.where(
        below, np.minimum.accumulate(law), np.maximum.accumulate(law)
    )
    return widened


def _growth(table: Floats) -> float:
    wide, last = width(table), len(table)
    grown = np.log(wide[-1] / wide[last // 2 - 1]) / np.log(last / (last // 2))
    return float(np.clip(grown, _SLOWEST, _FASTEST))


@cache
def _tables() -> dict[str, dict[float, Floats]]:
    text = files("paitou.outlook").joinpath("data", _TABLE).read_text("utf-8")
    return _read(line for line in text.splitlines() if line and not line.startswith("#"))


def _read(lines: Iterable[str]) -> dict[str, dict[float, Floats]]:
    rows: dict[str, dict[float, list[list[float]]]] = {}
    for line in lines:
        kind, since, _, *quantiles = line.split("\t")
        lot = rows.setdefault(kind, {}).setdefault(float(since), [])
        lot.append([float(q) for q in quantiles])
    return {
        kind: {since: widening(np.array(lot)) for since, lot in lots.items()}
        for kind, lots in rows.items()
    }
