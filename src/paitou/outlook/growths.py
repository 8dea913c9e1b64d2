"""Comparable series side by side → the growth to expect of each, known on a day.

Own growth is drawn towards that of the panel, and the panel's towards its own long run:
James–Stein shrinkage as in Efron and Morris (1975), by fixed weights or by weights that the
panel's own past has taught (ridge regression towards the fixed ones).
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping

import numpy as np
from attrs import define, field

from paitou.outlook.arrays import Floats

_SPANS = (1, 3, 5, 10)
_PANEL_SPANS = (1, 3, 5)
#: Of own growth over three years beyond the panel's, and of the panel's over three years
#: beyond its long run, so much is carried on. Chosen on origins up to 2003 of the World
#: Bank's GDP table (docs/outlook.md).
_OWN, _PANEL = 0.3, 0.3
#: The fixed weights count as so many years of evidence, on own growth and on the panel's.
_YEARS_OWN, _YEARS_PANEL = 20.0, 60.0
#: Growth beyond so many times the usual is cut off before weights are learned.
_CUT = 4.0
#: Weights are learned from this column on, when a first span of years has been seen.
_START = 8


@define
class Growths:
    """A panel of series, and what growth it led one to expect at each of its years.

    Everything asked of a year uses that year and earlier ones only.

    Attributes:
        values: a row a series, a column a year; logarithms where all are positive.
        row: the row of each series.
        first: the year of the first column.
    """

    values: Floats
    row: dict[str, int]
    first: int
    is_log: bool
    _features: dict[int, tuple[float, Floats]] = field(factory=dict, repr=False)
    _weights: dict[tuple[int, int], Floats] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, panel: Mapping[str, Mapping[int, float]]) -> Growths:
        """Return the panel, series by id, each with its values by year."""
        years = [year for series in panel.values() for year in series]
        first, last = min(years, default=0), max(years, default=0)
        values = np.full((len(panel), last - first + 1), np.nan)
        for row, series in zip(values, panel.values(), strict=True):
            for year, value in series.items():
                row[year - first] = value
        known = values[np.isfinite(values)]
        is_log = bool((known > 0).all())
        row_of = {key: at for at, key in enumerate(panel)}
        return cls(np.log(values) if is_log else values, row_of, first, is_log)

    def growth(self, at: int, span: int) -> Floats:
        """Return the growth a year over the years that end with a column; else nan."""
        if at < span:
            return np.full(len(self.values), np.nan)
        grown: Floats = (self.values[:, at] - self.values[:, at - span]) / span
        return grown

    def ahead(self, at: int, horizon: int) -> Floats:
        """Return the growth a year over the years that follow a column."""
        return self.growth(at + horizon, horizon)

    def fixed(self, at: int) -> Floats:
        """Return the growth to expect from a column on, by the fixed weights."""
        long_run, features = self.features(at)
        expected: Floats = long_run + features @ _prior()
        return expected

    def learned(self, at: int, horizon: int) -> Floats:
        """Return the growth to expect, by weights that the years before have taught."""
        long_run, features = self.features(at)
        cut = self._cut(at)
        expected: Floats = long_run + np.clip(features, -cut, cut) @ self.weights(
            at, horizon
        )
        return expected

    def features(self, at: int) -> tuple[float, Floats]:
        """Return the panel's long run, and for each series how it departs from it."""
        if at not in self._features:
            own = {span: self.growth(at, span) for span in _SPANS}
            middle = {span: _median(own[span]) for span in _SPANS}
            yearly = [_median(self.growth(year, 1)) for year in range(1, at + 1)]
            long_run = float(np.mean(yearly)) if yearly else 0.0
            beyond = [np.nan_to_num(own[span] - middle[span]) for span in _SPANS]
            shared = [middle[s] - long_run if at >= s else 0.0 for s in _PANEL_SPANS]
            common = [np.full(len(self.values), each) for each in shared]
            self._features[at] = long_run, np.column_stack([*beyond, *common])
        return self._features[at]

    def weights(self, at: int, horizon: int) -> Floats:
        """Return the weights of the features, learned from what followed earlier years."""
        if (at, horizon) not in self._weights:
            self._weights[at, horizon] = self._learn(at, horizon)
        return self._weights[at, horizon]

    def _learn(self, at: int, horizon: int) -> Floats:
        cut, prior = self._cut(at), _prior()
        square, cross = np.zeros((len(prior), len(prior))), np.zeros(len(prior))
        for then in range(_START, at - horizon + 1):
            long_run, features = self.features(then)
            grown = self.ahead(then, horizon) - long_run
            seen = np.isfinite(grown)
            if seen.any():
                x = np.clip(features[seen], -cut, cut)
                rest = np.clip(grown[seen], -2 * cut, 2 * cut) - x @ prior
                square += x.T @ x / seen.sum()
                cross += x.T @ rest / seen.sum()
        own, panel = _YEARS_OWN, _YEARS_PANEL
        years = np.array([own] * len(_SPANS) + [panel] * len(_PANEL_SPANS))
        # A feature of usual size is a quarter of the cut.
        learned: Floats = prior + np.linalg.solve(
            square + np.diag(years * (cut / _CUT) ** 2), cross
        )
        return learned

    def _cut(self, at: int) -> float:
        """Return how large a departure is still believed: four times the usual one."""
        sizes = []
        for then in range(1, at + 1):
            _, features = self.features(then)
            own = np.abs(features[:, _SPANS.index(3)])
            if (own > 0).any():
                sizes.append(np.median(own[own > 0]))
        return _CUT * float(np.mean(sizes)) if sizes else 1.0


def _prior() -> Floats:
    weights = np.zeros(len(_SPANS) + len(_PANEL_SPANS))
    weights[_SPANS.index(3)] = _OWN
    weights[len(_SPANS) + _PANEL_SPANS.index(3)] = _PANEL
    return weights


def _median(values: Floats) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        found = float(np.nanmedian(values))
    return found if np.isfinite(found) else 0.0
