"""Public series with a held-out end, and the measures of the M competitions."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np  # noqa: TID253
from attrs import frozen
from numpy.typing import NDArray  # noqa: TID253

from material import ROOT

FOLDER = ROOT.parent / "shared" / "reference" / "forecast"
#: File, steps a year, steps held out.
FILES = (
    ("m3_yearly", 1, 6),
    ("tourism_yearly", 1, 4),
    ("m3_quarterly", 4, 8),
    ("tourism_quarterly", 4, 8),
)
Floats = NDArray[np.float64]


@frozen
class Series:
    """What was known, and what came after."""

    history: Floats
    actual: Floats


def read_series(name: str, folder: Path = FOLDER) -> dict[str, Series]:
    """Return the series of a file by their ids."""
    parts: dict[str, tuple[list[float], list[float]]] = {}
    with (folder / f"{name}.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            train, test = parts.setdefault(row["unique_id"], ([], []))
            (train if row["split"] == "train" else test).append(float(row["y"]))
    return {key: Series(np.array(a), np.array(b)) for key, (a, b) in parts.items()}


def earlier(series: dict[str, Series], horizon: int) -> dict[str, Series]:
    """Return the same series as they were a horizon before: what came after is known."""
    return {
        key: Series(one.history[:-horizon], one.history[-horizon:])
        for key, one in series.items()
        if len(one.history) > horizon
    }


def mase_scale(history: Floats, period: int) -> float:
    """Return the mean absolute change on the year before (Hyndman and Koehler 2006)."""
    lag = period if len(history) > period else 1
    return float(np.abs(history[lag:] - history[:-lag]).mean())


def naive2(history: Floats, horizon: int, period: int) -> Floats:
    """Return the last value, seasonally adjusted where the M4 test finds a season."""
    if not _is_seasonal(history, period):
        return np.repeat(history[-1], horizon)
    season = _season(history, period)
    at = len(history) + np.arange(horizon)
    level = history[-1] / season[(len(history) - 1) % period]
    return level * season[at % period]


def _is_seasonal(history: Floats, period: int) -> bool:
    if period == 1 or len(history) < 3 * period or (history <= 0).any():
        return False
    x = history - history.mean()
    if not (total := float(x @ x)):
        return False
    r = np.array([x[k:] @ x[:-k] / total for k in range(1, period + 1)])
    limit = 1.645 * np.sqrt((1 + 2 * (r[:-1] ** 2).sum()) / len(history))
    return bool(abs(r[-1]) > limit)


def _season(history: Floats, period: int) -> Floats:
    smooth = np.convolve(history, np.ones(period) / period, "valid")
    if period % 2 == 0:
        smooth = np.convolve(smooth, [0.5, 0.5], "valid")
    start = period // 2
    ratio = history[start : start + len(smooth)] / smooth
    at = (np.arange(len(smooth)) + start) % period
    season = np.array([ratio[at == part].mean() for part in range(period)])
    return season * period / season.sum()


def _smape(actual: Floats, path: Floats) -> float:
    return float(
        np.mean(200 * np.abs(actual - path) / (np.abs(actual) + np.abs(path) + 1e-12))
    )


def accuracy(
    series: dict[str, Series], paths: dict[str, Floats], period: int
) -> dict[str, float]:
    """Return sMAPE, MASE and OWA: the mean of both, each against Naive2's."""
    rows = []
    for key, one in series.items():
        scale = mase_scale(one.history, period)
        plain = naive2(one.history, len(one.actual), period)
        for path in (paths[key], plain):
            error = np.abs(one.actual - path).mean()
            rows.append((_smape(one.actual, path), error / scale if scale else np.nan))
    ours, plain = np.nanmean(rows[::2], axis=0), np.nanmean(rows[1::2], axis=0)
    owa = float((ours / plain).mean())
    return {"smape": float(ours[0]), "mase": float(ours[1]), "owa": owa}
