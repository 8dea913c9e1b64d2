"""Raw data → data fit to be scored: per denominator, gaps filled, thin units marked."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, Truths, floats, proportion, table
from paitou.model import UsageError


def denominate(x: npt.ArrayLike, denominators: npt.ArrayLike) -> Floats:
    """Return x per unit of its denominator; missing where either is missing."""
    over, under = floats(x, "指标值"), floats(denominators, "分母")
    if (under == 0).any():
        raise UsageError("分母有0，无法折算，请更正或按缺数处理。")
    try:
        return np.asarray(over / under, dtype=np.float64)
    except ValueError as fault:
        raise UsageError(f"分母的形状{under.shape}与指标值{over.shape}不符。") from fault


def impute_by_group(x: npt.ArrayLike, groups: Sequence[Hashable]) -> tuple[Floats, Truths]:
    """Return the data with the mean of its group in each gap, and which cells were filled.

    A gap in a group that has no value at all stays a gap.
    """
    cells = table(x, "指标值")
    if len(groups) != len(cells):
        raise UsageError(f"分组须与单位一一对应：单位{len(cells)}个，分组{len(groups)}个。")
    found, missing = cells.copy(), np.isnan(cells)
    for group in set(groups):
        members = [place for place, own in enumerate(groups) if own == group]
        there = ~missing[members]
        count = there.sum(axis=0)
        total = np.where(there, cells[members], 0.0).sum(axis=0)
        means = np.where(count > 0, total / np.maximum(count, 1), np.nan)
        found[members] = np.where(there, cells[members], means)
    return found, missing & ~np.isnan(found)


def screen(x: npt.ArrayLike, share: float) -> Truths:
    """Return which units have at least this share of their cells."""
    least = proportion(share, "数据完整率", ends=True)
    present = 1 - np.isnan(table(x, "指标值")).mean(axis=1)
    return np.asarray(present >= least - 1e-12, dtype=np.bool_)
