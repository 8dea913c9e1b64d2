"""Two units and the weights → the smallest change that brings the one behind level."""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, Truths, shares_for, vector
from paitou.model import UsageError

#: Halvings after which two neighbouring floats are reached.
_HALVINGS = 200


@attrs.frozen(kw_only=True, eq=False)
class Transfer:
    """A share of all weight that goes to one indicator, taken from all in proportion."""

    indicator: int
    share: float
    weights: Floats


def smallest_transfer(
    ahead: npt.ArrayLike, behind: npt.ArrayLike, weights: npt.ArrayLike
) -> Transfer | None:
    """Return the least share of weight whose move to one indicator makes the two level.

    t* = min over k with d_k < 0 of g/(g − d_k), d = ahead − behind, g = W·d; the new
    weights are (1 − t)W + t·e_k. None if the unit behind is nowhere better.
    """
    lead, shares, gap = _lead(ahead, behind, weights)
    losing = np.flatnonzero(lead < 0)
    if not losing.size:
        return None
    indicator = int(losing[np.argmin(lead[losing])])
    share = gap / (gap - float(lead[indicator]))
    moved = (1 - share) * shares
    moved[indicator] += share
    return Transfer(indicator=indicator, share=share, weights=moved)


def nearest_weights(
    ahead: npt.ArrayLike, behind: npt.ArrayLike, weights: npt.ArrayLike
) -> Floats | None:
    """Return the weights nearest to those given (Euclid) under which the two are level.

    δ = −g(d − d̄)/‖d − d̄‖² if no weight turns negative; else the point of the simplex
    nearest to W − μd for the μ that makes the gap 0. None if no weights do.
    """
    lead, shares, gap = _lead(ahead, behind, weights)
    if gap == 0:
        return shares
    if lead.min() >= 0:
        level = lead == 0
        return _on_simplex(shares, level) if level.any() else None
    away = lead - lead.mean()
    found = np.asarray(shares - gap * away / (away @ away), dtype=np.float64)
    return found if (found >= 0).all() else _nearest_inside(shares, lead)


def _nearest_inside(shares: Floats, lead: Floats) -> Floats:
    everywhere = np.ones(lead.shape, dtype=np.bool_)
    low, high = 0.0, 1.0
    while _on_simplex(shares - high * lead, everywhere) @ lead > 0:
        low, high = high, high * 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _on_simplex(shares - middle * lead, everywhere) @ lead > 0:
            low = middle
        else:
            high = middle
    used = _on_simplex(shares - high * lead, everywhere) > 0
    # On the weights that stay positive, two linear conditions settle the rest exactly.
    own, chosen = lead[used], shares[used]
    system = np.array([[own @ own, own.sum()], [own.sum(), used.sum()]])
    slope, shift = np.linalg.lstsq(system, [chosen @ own, chosen.sum() - 1], rcond=None)[0]
    found = np.zeros(lead.shape)
    found[used] = np.maximum(chosen - slope * own - shift, 0)
    return found


def _on_simplex(point: Floats, used: Truths) -> Floats:
    """Return the nearest weights ≥ 0 that sum to 1 and are 0 outside those used."""
    ordered = -np.sort(-point[used])
    excess = (np.cumsum(ordered) - 1) / np.arange(1, ordered.size + 1)
    threshold = excess[np.flatnonzero(ordered > excess)[-1]]
    return np.where(used, np.maximum(point - threshold, 0), 0.0)


def fewest_moves(
    ahead: npt.ArrayLike, behind: npt.ArrayLike, weights: npt.ArrayLike
) -> Floats | None:
    """Return level-making weights with the least sum of moves from those given.

    Weight goes from the largest d to the smallest, then from the next; while one is enough
    the sum of moves is 2g/(max d − min d). None if no weights make the two level.
    """
    lead, shares, gap = _lead(ahead, behind, weights)
    into = int(np.argmin(lead))
    if gap > 0 and lead[into] > 0:
        return None
    found = shares.copy()
    for source in np.argsort(-lead, kind="stable").tolist():
        if gap <= 0 or lead[source] <= lead[into]:
            break
        moved = min(float(found[source]), gap / float(lead[source] - lead[into]))
        found[source] -= moved
        found[into] += moved
        gap -= moved * float(lead[source] - lead[into])
    return found


def needed_rises(
    ahead: npt.ArrayLike,
    behind: npt.ArrayLike,
    weights: npt.ArrayLike,
    top: npt.ArrayLike = 100.0,
) -> Floats:
    """Return the points that each indicator alone would have to rise: g/W_k.

    Infinite where that would pass the top of the indicator, or where it has no weight.
    """
    _, shares, gap = _lead(ahead, behind, weights)
    own = vector(behind, "落后单位得分", shares.size)
    highest = np.broadcast_to(np.asarray(top, dtype=np.float64), own.shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        rises = np.where(shares > 0, gap / shares, 0.0 if gap == 0 else np.inf)
    return np.where(own + rises <= highest + 1e-12 * np.abs(highest), rises, np.inf)


def _lead(
    ahead: npt.ArrayLike, behind: npt.ArrayLike, weights: npt.ArrayLike
) -> tuple[Floats, Floats, float]:
    """Return d, the weights summing to 1, and the gap g = W·d, never negative."""
    first = vector(ahead, "领先单位得分")
    other = vector(behind, "落后单位得分", first.size)
    shares = shares_for(weights, first.size)
    lead = first - other
    gap = float(lead @ shares)
    if gap < -1e-12 * float(np.abs(lead) @ shares):
        raise UsageError("前一个单位的总分低于后一个，请交换两个单位的次序。")
    return lead, shares, max(gap, 0.0)
