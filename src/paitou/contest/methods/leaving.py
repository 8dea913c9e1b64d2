"""Points and weights → the scores there would be without an indicator, pillar or source."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import (
    Floats,
    Integers,
    full_table,
    shares_for,
    table,
    weights_for,
)
from paitou.model import UsageError


def leave_one_out(
    points: npt.ArrayLike,
    weights: npt.ArrayLike,
    groups: Sequence[Hashable] | npt.NDArray[np.generic],
) -> Floats:
    """Return units × groups: the weighted mean of the indicators outside each group.

    `groups` names the group of each indicator (its pillar, its source, or itself). Columns
    come in the sorted order of the names. A unit with no cell outside a group has nan.
    """
    cells = table(points)
    chosen = weights_for(weights, cells.shape[1])
    belongs, count = _grouped(groups, cells.shape[1])
    if count < 2:
        raise UsageError("只有一个组，去掉后没有指标可计分，请至少分成两组。")
    kept = np.where(np.arange(count) == belongs[:, None], 0.0, chosen[:, None])
    if not (kept.sum(axis=0) > 0).all():
        raise UsageError("某一组占了全部权重，去掉后其余权重之和为0，无法计分。")
    missing = np.isnan(cells)
    total = np.where(missing, 0.0, cells) @ kept
    there = (~missing).astype(np.float64) @ kept
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(there > 0, total / there, np.nan), dtype=np.float64)


def leave_one_indicator_out(
    points: npt.ArrayLike,
    weights: npt.ArrayLike,
    pillars: Sequence[Hashable] | npt.NDArray[np.generic],
) -> Floats:
    """Return units × indicators: the score where the pillar's other indicators take over.

    s^(−k) = s − P + (P − W_k z_k)·V/(V − W_k), with P the weighted part and V the weight of
    the pillar; a pillar of one indicator leaves with it, and the other pillars take over.
    """
    cells = full_table(points)
    shares = shares_for(weights, cells.shape[1])
    belongs, count = _grouped(pillars, cells.shape[1])
    member = (belongs[:, None] == np.arange(count)).astype(np.float64)
    parts = cells * shares
    scores = parts.sum(axis=1)
    pillar, weight = (parts @ member)[:, belongs], (shares @ member)[belongs]
    alone = np.isclose(weight, shares, rtol=1e-12, atol=0)
    if (alone & np.isclose(shares, 1)).any():
        raise UsageError("某一指标占了全部权重，去掉后无法计分。")
    rest = np.where(alone, 1.0, weight - shares)
    kept = scores[:, None] - pillar + (pillar - parts) * weight / rest
    left = np.where(alone, 1 - shares, 1.0)
    without = (scores[:, None] - parts) / left
    return np.asarray(np.where(alone, without, kept), dtype=np.float64)


def _grouped(
    groups: Sequence[Hashable] | npt.NDArray[np.generic], count: int
) -> tuple[Integers, int]:
    """Return the number of each indicator's group, and how many groups there are."""
    names = np.asarray(groups)
    if names.shape != (count,):
        raise UsageError(f"须为每个指标写明所属的组：指标{count}个，现有{names.size}个。")
    found, belongs = np.unique(names, return_inverse=True)
    return np.asarray(belongs, dtype=np.int64), len(found)
