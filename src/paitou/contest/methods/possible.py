"""Points and weights that may move → the places that some such weights would give."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import (
    Floats,
    Integers,
    Truths,
    full_table,
    proportion,
    shares_for,
)

#: Cells of a block of differences, so that memory stays small.
_BLOCK = 1_000_000


def possible_ranks(
    points: npt.ArrayLike, weights: npt.ArrayLike, fraction: float
) -> tuple[Integers, Integers]:
    """Return (best, worst) places over all weights within ± that fraction of each.

    i surely beats j if the least of w·(x_i − x_j) over (1−f)W ≤ w ≤ (1+f)W, Σw = 1, is
    above 0. best = 1 + sure losses, worst = n − sure wins.
    """
    cells = full_table(points)
    shares = shares_for(weights, cells.shape[1])
    reach = proportion(fraction, "权重浮动幅度", ends=True)
    used = shares > 0
    beats = _sure_wins(cells[:, used], shares[used], reach)
    return (
        1 + beats.sum(axis=0, dtype=np.int64),
        len(beats) - beats.sum(axis=1, dtype=np.int64),
    )


def least_margin(differences: Floats, shares: Floats, fraction: float) -> Floats:
    """Return for each row of differences d the least w·d that the weights allow.

    Filling the smallest d first gives W·d − f·Σ W|d − m|, with m a weighted median of d.
    """
    order = np.argsort(differences, axis=1)
    filled = np.cumsum(shares[order], axis=1)
    middle = (filled >= 0.5 * filled[:, -1:]).argmax(axis=1)
    rows = np.arange(len(differences))
    medians = differences[rows, order[rows, middle]]
    away = np.abs(differences - medians[:, None]) @ shares
    return np.asarray(differences @ shares - fraction * away, dtype=np.float64)


def _sure_wins(cells: Floats, shares: Floats, fraction: float) -> Truths:
    units, size = cells.shape
    beats = np.zeros((units, units), dtype=np.bool_)
    rows = max(1, _BLOCK // size)
    for i in range(units - 1):
        for start in range(i + 1, units, rows):
            some = slice(start, min(units, start + rows))
            differences = cells[i] - cells[some]
            sign = np.sign(differences @ shares)
            beats_some = _surely(differences * sign[:, None], shares, fraction)
            beats[i, some] = beats_some & (sign > 0)
            beats[some, i] = beats_some & (sign < 0)
    return beats


def _surely(differences: Floats, shares: Floats, fraction: float) -> Truths:
    """Return which leads hold for all weights; a lead within rounding noise does not."""
    noise = 8 * shares.size * np.finfo(np.float64).eps * (np.abs(differences) @ shares)
    lead = differences @ shares
    # The mean distance from the median is never above the standard deviation.
    spread = np.sqrt(np.maximum(differences**2 @ shares - lead**2, 0))
    sure = lead - fraction * spread > noise
    open_ = np.flatnonzero(~sure & (lead > noise))
    if open_.size:
        margins = least_margin(differences[open_], shares, fraction)
        sure[open_] = margins > noise[open_]
    return np.asarray(sure, dtype=np.bool_)
