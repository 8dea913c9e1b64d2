"""Measure outlooks on public series: accuracy, bands, chances, districts and speed.

    python benchmarks/bench_outlook.py [WHAT …]

WHAT: accuracy, bands, unseen, chances, districts, speed. Without a name everything is
measured, in about five minutes on one core.
"""

from __future__ import annotations

import argparse
import csv
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path as File
from unittest.mock import patch

import numpy as np  # noqa: TID253

from measuring import on_one_core
from outlook_errors import PERIODS, table
from outlook_series import (
    FILES,
    FOLDER,
    Floats,
    Series,
    accuracy,
    earlier,
    mase_scale,
    read_series,
)
from paitou.outlook import forecast, forecast_panel, laws, members, probabilities
from paitou.outlook.drift import drift_path
from paitou.outlook.growths import Growths
from paitou.outlook.hierarchy import forecast_parts
from paitou.outlook.members import member_paths
from paitou.outlook.path import Path
from paitou.outlook.probabilities import Question, chances
from paitou.outlook.scoring import brier, calibration_error, coverage, msis
from paitou.outlook.steadiness import usual_width

_BANDS = ((80, "lo80", "hi80"), (95, "lo95", "hi95"))


def main() -> int:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", default=list(_WORK))
    asked = parser.parse_args()
    if not FOLDER.is_dir():
        print(f"{FOLDER} is not there")
        return 2
    print(on_one_core())
    warnings.simplefilter("ignore")
    for what in asked.what:
        print(f"\n== {what}")
        _WORK[what]()
    return 0


def _accuracy() -> None:
    """OWA of methods and of ways to combine them: the window before the test / the test."""
    print(f"{'':<44}" + "".join(f"{name:>20}" for name, _, _ in FILES))
    rows: dict[str, list[str]] = {}
    for name, period, horizon in FILES:
        test = read_series(name)
        for ways in zip(
            *(_ways(each, period, horizon) for each in (earlier(test, horizon), test)),
            strict=True,
        ):
            (label, before), (_, after) = ways
            rows.setdefault(label, []).append(f"{before:.3f} / {after:.3f}")
    for label, cells in rows.items():
        print(f"{label:<44}" + "".join(f"{cell:>20}" for cell in cells))


def _ways(
    series: dict[str, Series], period: int, horizon: int
) -> Iterator[tuple[str, float]]:
    every = {}
    for key, one in series.items():
        drift = drift_path(one.history, horizon, period)
        every[key] = {**member_paths(one.history, horizon, period), "drift": drift}
    choices: dict[str, tuple[tuple[str, ...], Callable[..., Floats]]] = {
        "drift": (("drift",), np.median),
        "DOT, else drift": (("DOT",), np.median),
        "AutoTheta, else drift": (("AutoTheta",), np.median),
        "AutoETS, else drift": (("AutoETS",), np.median),
        "mean(AutoTheta, AutoETS)": (("AutoTheta", "AutoETS"), np.mean),
        "mean(DOT, AutoETS)": (("DOT", "AutoETS"), np.mean),
        "median(DOT, AutoTheta, AutoETS)": (("DOT", "AutoTheta", "AutoETS"), np.median),
        "mean of all four": (("DOT", "AutoTheta", "AutoETS", "drift"), np.mean),
        "median of all four (the recipe)": (
            ("DOT", "AutoTheta", "AutoETS", "drift"),
            np.median,
        ),
    }
    for label, (names, how) in choices.items():
        paths = {}
        for key, told in every.items():
            chosen = [told[name] for name in names if name in told] or [told["drift"]]
            paths[key] = np.maximum(how(chosen, axis=0), 0.0)
        yield label, accuracy(series, paths, period)["owa"]


def _bands() -> None:
    """Coverage and MSIS: the whole file as a panel, panels of 20, each series alone."""
    for name, period, horizon in FILES:
        series = read_series(name)
        told = {key: one.history for key, one in series.items()}
        small: dict[str, Path] = {}
        keys = sorted(told)
        for start in range(0, len(keys), 20):
            lot = {key: told[key] for key in keys[start : start + 20]}
            small |= forecast_panel(lot, horizon, period)
        alone = {key: forecast(each, horizon, period) for key, each in told.items()}
        _tell(name, "panel", series, forecast_panel(told, horizon, period), period)
        _tell(name, "panels of 20", series, small, period)
        _tell(name, "each alone", series, alone, period)


def _unseen() -> None:
    """Each series alone, with a table of errors that was measured on the other source."""
    for family in ("m3", "tourism"):
        names = [name for name, _, _ in FILES if not name.startswith(family)]
        rows = {
            kind: {
                since: laws.widening(np.array(law))
                for since, law in table(names, period).items()
            }
            for kind, period in PERIODS.items()
        }
        usual_width.cache_clear()
        with patch.object(laws, "_tables", lambda rows=rows: rows):
            for name, period, horizon in FILES:
                if name.startswith(family):
                    series = read_series(name)
                    paths = {
                        key: forecast(one.history, horizon, period)
                        for key, one in series.items()
                    }
                    _tell(name, f"alone, table of {names[0]} …", series, paths, period)
    usual_width.cache_clear()


def _tell(
    name: str,
    how: str,
    series: Mapping[str, Series],
    paths: Mapping[str, Path],
    period: int,
) -> None:
    parts = []
    for level, low, high in _BANDS:
        inside = np.mean(
            [
                coverage(one.actual, getattr(paths[key], low), getattr(paths[key], high))
                for key, one in series.items()
            ]
        )
        parts.append(f"{level} %: {inside:.3f}")
    scores = [
        msis(one.actual, paths[key].lo95, paths[key].hi95, scale)
        for key, one in series.items()
        if (scale := mase_scale(one.history, period))
    ]
    print(f"{name:<20}{how:<32}{'  '.join(parts)}  MSIS {np.mean(scores):.2f}")


def _gdp() -> dict[str, dict[int, float]]:
    panel: dict[str, dict[int, float]] = {}
    with (FOLDER / "wb_gdp_usd_1960_2023.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            panel.setdefault(row["Country Code"], {})[int(row["Year"])] = float(
                row["Value"]
            )
    return panel


def _cases(
    panel: Mapping[str, Mapping[int, float]],
) -> Iterator[tuple[Question, int, bool]]:
    """Targets at own five-year growth −4…+4 points over one to five years."""
    for key, series in panel.items():
        for origin in sorted(series):
            if origin - 5 in series:
                own = (series[origin] / series[origin - 5]) ** 0.2 - 1
                for horizon in range(1, 6):
                    for delta in range(-4, 5):
                        if origin + horizon in series:
                            target = (
                                series[origin] * max(1 + own + delta / 100, 0) ** horizon
                            )
                            asked = Question(
                                series=key, origin=origin, horizon=horizon, target=target
                            )
                            yield asked, delta, series[origin + horizon] >= target


def _chances() -> None:
    """Brier against the base rate known at the time; origins to 2003 chose the weights."""
    panel = _gdp()
    cases = list(_cases(panel))
    origin = np.array([asked.origin for asked, _, _ in cases])
    horizon = np.array([asked.horizon for asked, _, _ in cases])
    delta = np.array([each for _, each, _ in cases])
    came = np.array([met for _, _, met in cases], dtype=float)
    ways = {
        "fixed weights": patch.object(
            Growths, "learned", lambda self, at, _: self.fixed(at)
        ),
        "learned weights": patch.object(
            Growths, "fixed", lambda self, at: self.learned(at, _HORIZON[0])
        ),
        "mean of both (the recipe)": patch.object(probabilities, "_LEAST", 0.01),
    }
    for span, years in (("1980–2003", range(1980, 2004)), ("2004–2022", range(2004, 2023))):
        chosen = np.isin(origin, years)
        base = {
            "base rate of the horizon": _base(origin, horizon, 0 * delta, came, years),
            "base rate of horizon and points": _base(origin, horizon, delta, came, years),
        }
        for way, patched in ways.items():
            with patched:
                told = _told(
                    panel, [c[0] for c, take in zip(cases, chosen, strict=True) if take]
                )
            ours = brier(told, came[chosen])
            error = calibration_error(told, came[chosen])
            print(f"{span}  {way:<28}Brier {ours:.4f}  calibration error {error:.3f}")
            for label, rate in base.items():
                plain = brier(rate[chosen], came[chosen])
                worse = [
                    year
                    for year in years
                    if (at := origin[chosen] == year).any()
                    and brier(told[at], came[chosen][at])
                    >= brier(rate[chosen][at], came[chosen][at])
                ]
                better = f"{1 - ours / plain:6.1%} better; worse in {worse or 'no year'}"
                print(f"{'':<12}against {label:<33}{plain:.4f}  {better}")


_HORIZON = [1]


def _told(panel: Mapping[str, Mapping[int, float]], asked: list[Question]) -> Floats:
    """Return the chances, one horizon after the other."""
    told = np.empty(len(asked))
    for horizon in range(1, 6):
        _HORIZON[0] = horizon
        at = [place for place, each in enumerate(asked) if each.horizon == horizon]
        told[at] = chances(panel, [asked[place] for place in at])
    return told


def _base(
    origin: Floats, horizon: Floats, delta: Floats, came: Floats, years: range
) -> Floats:
    """Return how often such targets were met in the outcomes known at each origin."""
    rate = np.full(len(came), np.nan)
    for kind in np.unique(np.column_stack([horizon, delta]), axis=0):
        alike = (horizon == kind[0]) & (delta == kind[1])
        for year in years:
            past = alike & (origin + horizon <= year)
            rate[alike & (origin == year)] = came[past].mean()
    return rate


def _districts() -> None:
    """MASE of 17 regions and of their sum, four quarters ahead, rolling."""
    trips: dict[str, list[float]] = {}
    with (FOLDER / "hier_tourism17_quarterly.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            trips.setdefault(row["Region"], []).append(float(row["trips"]))
    table_of = np.array(list(trips.values()))
    for length in (12, 24, 40):
        total, bottom, gap = [], [], 0.0
        for end in range(length, table_of.shape[1] - 3):
            known, came = table_of[:, end - length : end], table_of[:, end : end + 4]
            found = forecast_parts(known.sum(0), dict(zip(trips, known, strict=True)), 4, 4)
            parts = np.array(list(found.parts.values()))
            gap = max(
                gap, float(np.abs(parts.sum(0) + found.difference - found.whole).max())
            )
            total.append(_mase(known.sum(0), came.sum(0), found.whole))
            bottom += [_mase(*each) for each in zip(known, came, parts, strict=True)]
        print(f"{length} quarters, {found.method:<11}MASE total {np.mean(total):.3f}, "
              f"bottom {np.mean(bottom):.3f}; sums differ by {gap:.0e}")  # fmt: skip


def _mase(history: Floats, actual: Floats, path: Floats) -> float:
    return float(np.abs(actual - path).mean() / mase_scale(history, 4))


_COLD = """
import sys, time
began = time.process_time()
sys.path.insert(0, {folder!r})
from bench_outlook import speed_of
speed_of({name!r}, {period})
print(time.process_time() - began)
"""


def speed_of(name: str, period: int) -> float:
    """Forecast 130 series as a panel, five steps ahead; return the processor's seconds."""
    series = list(read_series(name).items())[::3][:130]
    histories = {key: one.history[-40:] for key, one in series}
    began = time.process_time()
    forecast_panel(histories, 5, period)
    return time.process_time() - began


def _speed() -> None:
    for name, period in (("m3_yearly", 1), ("m3_quarterly", 4)):
        code = _COLD.format(folder=str(File(__file__).parent), name=name, period=period)
        cold = subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, text=True
        )
        speed_of(name, period)
        again = speed_of(name, period)
        members._fitted.cache_clear()
        warm = speed_of(name, period)
        print(f"130 series of {name}, 5 steps: new process {float(cold.stdout):.1f} s, "
              f"warm {warm:.1f} s, asked again {again:.2f} s")  # fmt: skip


_WORK: dict[str, Callable[[], None]] = {
    "accuracy": _accuracy,
    "bands": _bands,
    "unseen": _unseen,
    "chances": _chances,
    "districts": _districts,
    "speed": _speed,
}

if __name__ == "__main__":
    sys.exit(main())
