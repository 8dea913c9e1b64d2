"""Points of indicators and weights → who beats whom, decided without rounding noise."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, Integers, table, weights_for
from paitou.contest.methods.exact import float_weights, whole_weights

#: Cells of a block of comparisons, so that memory stays small.
_BLOCK = 2_000_000
#: Pairs that are settled at once.
_PAIRS = 20_000


def outrank(points: npt.ArrayLike, weights: npt.ArrayLike) -> Floats:
    """Return o_ij = Σ w_k([x_ik > x_jk] + ½[x_ik = x_jk]) over the weight compared.

    Only indicators that both units have are compared, so o_ij + o_ji = 1. The diagonal is 0
    by convention; two units with nothing to compare have nan, for the input is missing.
    """
    cells, chosen = _checked(points, weights)
    balance, compared = _balances(cells, chosen)
    with np.errstate(invalid="ignore"):
        shares = 0.5 + balance / (2 * compared)
    np.fill_diagonal(shares, 0.0)
    return np.asarray(shares, dtype=np.float64)


def copeland(points: npt.ArrayLike, weights: npt.ArrayLike) -> Integers:
    """Return Σ_j sign(o_ij − ½): units beaten less units lost to, ties exact.

    A comparison with a missing cell is no comparison, so the order of rows is no matter.
    """
    cells, chosen = _checked(points, weights)
    balance, _ = _balances(cells, chosen)
    return np.asarray(np.sign(balance).sum(axis=1), dtype=np.int64)


def _checked(points: npt.ArrayLike, weights: npt.ArrayLike) -> tuple[Floats, Floats]:
    cells = table(points)
    return cells, weights_for(weights, cells.shape[1])


def _balances(cells: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Return for each pair the weight won less the weight lost, and the weight compared."""
    usable = float_weights(weights)
    there = (~np.isnan(cells)).astype(np.float64)
    compared = (there * usable) @ there.T
    balance = np.empty((len(cells), len(cells)))
    rows = max(1, _BLOCK // cells.size)
    for start in range(0, len(cells), rows):
        signs = _signs(cells[start : start + rows], cells)
        balance[start : start + rows] = signs @ usable
    if usable is weights:
        _settle(cells, weights, balance)
    return balance, compared


def _signs(some: Floats, cells: Floats) -> Floats:
    """Return 1, 0 or −1 for each comparison of a cell; 0 where either is missing."""
    greater = (some[:, None, :] > cells).astype(np.float64)
    greater -= some[:, None, :] < cells
    return greater


def _settle(cells: Floats, weights: Floats, balance: Floats) -> None:
    """Recompute in whole numbers the balances that rounding might have decided."""
    noise = 4 * len(weights) * np.finfo(np.float64).eps * weights.sum()
    whole = whole_weights(weights)
    near = np.argwhere(np.triu(np.abs(balance) <= noise, 1))
    for start in range(0, len(near), _PAIRS):
        i, j = near[start : start + _PAIRS].T
        signs = (cells[i] > cells[j]).astype(np.int8) - (cells[i] < cells[j])
        patterns, which = np.unique(signs, axis=0, return_inverse=True)
        exact = [_share(pattern, whole) for pattern in patterns.tolist()]
        settled = np.array(exact)[which.ravel()] * weights.sum()
        balance[i, j], balance[j, i] = settled, -settled


def _share(signs: list[int], whole: tuple[int, ...]) -> float:
    won = sum(sign * part for sign, part in zip(signs, whole, strict=True))
    return float(Fraction(won, sum(whole)))
