"""Columns with outliers → columns a mean can bear, with each cell that was changed."""

from __future__ import annotations

import math

import attrs
import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, Truths, table, vector
from paitou.model import UsageError


@attrs.frozen(kw_only=True)
class Limits:
    """When a column needs treatment, and how many cells may be moved."""

    skew: float = 2.0
    kurtosis: float = 3.5
    cells: int = 5


@attrs.frozen
class Shape:
    """How lopsided and how heavy-tailed a column is (sample-corrected G1 and G2)."""

    skew: float
    kurtosis: float

    def passes(self, limits: Limits) -> bool:
        """Return whether the column is usable as it is: one of the two is small enough."""
        return abs(self.skew) < limits.skew or self.kurtosis < limits.kurtosis


@attrs.frozen(kw_only=True, eq=False)
class Treatment:
    """What was done to one column; `high` and `low` mark the cells that were moved."""

    values: Floats
    high: Truths
    low: Truths
    logged: bool
    before: Shape
    after: Shape

    @property
    def moved(self) -> int:
        """How many cells were moved to the next value."""
        return int(self.high.sum() + self.low.sum())


_DEFAULTS = Limits()


def shape(x: npt.ArrayLike) -> Shape:
    """Return skewness G1 and excess kurtosis G2 of the values that are there.

    G1 = √n·Σd³/(Σd²)^1.5·√(n(n−1))/(n−2); G2 = ((n+1)(r−3)+6)(n−1)/((n−2)(n−3)) with
    r = n·Σd⁴/(Σd²)². Joanes, Gill (1998).
    """
    given = np.asarray(x, dtype=np.float64)
    values = vector(given[~np.isnan(given)], "指标值")
    n = values.size
    if n < 4:
        raise UsageError(f"偏度与峰度至少要4个数值，现有{n}个。")
    if values.min() == values.max():
        raise UsageError("各单位取值相同，偏度与峰度无意义。")
    away = (values - values.mean()) / np.abs(values - values.mean()).max()
    square = float((away**2).sum())
    skew = math.sqrt(n) * float((away**3).sum()) / square**1.5
    heavy = n * float((away**4).sum()) / square**2
    return Shape(
        skew * math.sqrt(n * (n - 1)) / (n - 2),
        ((n + 1) * (heavy - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)),
    )


def treat(
    x: npt.ArrayLike, limits: Limits = _DEFAULTS
) -> tuple[Floats, tuple[Treatment, ...]]:
    """Return the treated table, and what was done to each column. Missing stays missing.

    While a column does not pass, the cells at its far end move to the next value; if too
    many would move, it is put back and becomes ln(x − min + 0.01·(max − min)).
    """
    cells = table(x, "指标值")
    done = []
    for place, column in enumerate(cells.T, start=1):
        try:
            done.append(treat_column(column, limits))
        except UsageError as fault:
            raise UsageError(f"第{place}个指标：{fault}") from fault
    return np.column_stack([one.values for one in done]), tuple(done)


def treat_column(x: npt.ArrayLike, limits: Limits = _DEFAULTS) -> Treatment:
    """Return one column's treatment."""
    column = np.array(x, dtype=np.float64)
    before = shape(column)
    winsorised = _winsorise(column, before, limits)
    if winsorised.after.passes(limits):
        return winsorised
    low, high = np.nanmin(column), np.nanmax(column)
    logs = np.log(column - low + 0.01 * (high - low))
    nowhere = np.zeros(column.shape, dtype=np.bool_)
    return Treatment(
        values=logs,
        high=nowhere,
        low=nowhere,
        logged=True,
        before=before,
        after=shape(logs),
    )


def _winsorise(column: Floats, before: Shape, limits: Limits) -> Treatment:
    values = column.copy()
    moved = {1: np.zeros(column.shape, dtype=np.bool_)}
    moved[-1] = moved[1].copy()
    now = before
    while not now.passes(limits) and moved[1].sum() + moved[-1].sum() < limits.cells:
        side = 1 if now.skew >= 0 else -1
        turned = values * side
        stack = turned == np.nanmax(turned)
        rest = values[~stack & ~np.isnan(values)]
        if rest.size == 0 or rest.min() == rest.max():
            break
        values[stack] = (rest * side).max() * side
        moved[side] = stack
        now = shape(values)
    return Treatment(
        values=values,
        high=moved[1],
        low=moved[-1],
        logged=False,
        before=before,
        after=now,
    )
