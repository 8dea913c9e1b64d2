"""Points and weights → what each indicator adds to a score, a gap or a change."""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, shares_for, table, vector, weights_for
from paitou.model import UsageError


def contributions(points: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """Return units × indicators of W·z; each row sums to the arithmetic score.

    A missing cell adds nothing (0), and its weight went to the other cells of the unit.
    """
    cells = table(points)
    shares = _shares_of_rows(cells, weights_for(weights, cells.shape[1]))
    return np.asarray(_filled(cells) * shares, dtype=np.float64)


def gap(
    points: npt.ArrayLike,
    weights: npt.ArrayLike,
    ahead: int,
    behind: int,
    method: str = "arithmetic",
) -> Floats:
    """Return what each indicator adds to the lead of one unit over another; sums to it.

    For the geometric mean the gap in logarithms is shared out by the log-mean of the two
    scores, L(s, t) = (s − t)/(ln s − ln t).
    """
    cells = table(points)
    chosen = weights_for(weights, cells.shape[1])
    for row in (ahead, behind):
        if not 0 <= row < len(cells):
            raise UsageError(f"单位的行号须在0与{len(cells) - 1}之间，现为{row}。")
    pair = cells[[ahead, behind]]
    shares = _shares_of_rows(pair, chosen)
    if method == "arithmetic":
        parts = shares * _filled(pair)
        return np.asarray(parts[0] - parts[1], dtype=np.float64)
    if method != "geometric":
        raise UsageError("差距分解只用于arithmetic与geometric，其他合成方法请用shapley。")
    counted = pair[~np.isnan(pair) & (shares > 0)]
    if not (counted > 0).all():
        raise UsageError("几何平均的差距分解要求两个单位的得分都大于0。")
    parts = shares * np.log(np.where(shares > 0, _filled(pair), 1.0))
    return np.asarray((parts[0] - parts[1]) * _log_mean(*parts.sum(axis=1)), np.float64)


def _log_mean(one: float, other: float) -> float:
    """Return (e^a − e^b)/(a − b), which is e^a where the two are equal."""
    apart = one - other
    if abs(apart) < 1e-300:
        return float(np.exp(one))
    return float(np.exp(other) * np.expm1(apart) / apart)


@attrs.frozen(kw_only=True, eq=False)
class Change:
    """What moved a score between two periods, for each indicator; all of it together."""

    performance: Floats
    bounds: Floats
    rules: Floats

    @property
    def total(self) -> float:
        """The change of the score."""
        return float((self.performance + self.bounds + self.rules).sum())


def period_change(
    before: npt.ArrayLike,
    after: npt.ArrayLike,
    weights_before: npt.ArrayLike,
    weights_after: npt.ArrayLike | None = None,
    after_by_old_bounds: npt.ArrayLike | None = None,
) -> Change:
    """Return how far a unit's own points, new bounds and new weights moved its score.

    Δs = Σ W̄Δz + Σ z̄ΔW with the averages of both periods; Δz is split into what the old
    bounds would have shown and what the new ones added.
    """
    old = vector(before, "上期得分")
    new = vector(after, "本期得分", old.size)
    same = new if after_by_old_bounds is None else after_by_old_bounds
    shown = vector(same, "按上期门槛计算的本期得分", old.size)
    first = shares_for(weights_before, old.size)
    last = first if weights_after is None else shares_for(weights_after, old.size)
    middle = (first + last) / 2
    return Change(
        performance=middle * (shown - old),
        bounds=middle * (new - shown),
        rules=(old + new) / 2 * (last - first),
    )


def _filled(cells: Floats) -> Floats:
    missing = np.isnan(cells)
    return np.where(missing, 0.0, cells) if missing.any() else cells


def _shares_of_rows(cells: Floats, weights: Floats) -> Floats:
    """Return the weights of each row's present cells, summing to 1; 0 where missing."""
    missing = np.isnan(cells)
    if not missing.any():
        return np.broadcast_to(weights / weights.sum(), cells.shape)
    present = np.where(missing, 0.0, weights)
    totals = present.sum(axis=1, keepdims=True)
    if not (totals > 0).all():
        raise UsageError(f"第{int(np.argmin(totals)) + 1}个单位的指标全部缺数，无法计分。")
    return np.asarray(present / totals, dtype=np.float64)
