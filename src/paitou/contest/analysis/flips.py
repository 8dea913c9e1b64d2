"""Two neighbours on a scoreboard → the smallest change of weights that swaps them."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from attrs import frozen

from paitou.contest.analysis.matrix import INTERNAL, Matrix, matrix, weighed
from paitou.contest.results import Scoreboard


@frozen(kw_only=True)
class Flip:
    """What it takes for one to be passed by the next, in shares of all weights.

    Attributes:
        upper, lower: who is ahead, and who would be level with it.
        lead: by how many marks.
        item: to which weight moves from all others in proportion (contest.md §8.2:
            g ÷ (g − dₖ)); None where no weights change the order.
        moved: how large a share of all weights moves to it.
        pair: from which item to which the least weight moves, taken from one alone.
        pair_moved: how much moves between the pair: g ÷ (max d − min d); None where the
            item would have to give more than it has.
    """

    upper: str
    lower: str
    lead: Fraction
    item: str | None
    moved: Fraction | None
    pair: tuple[str, str] | None = None
    pair_moved: Fraction | None = None


@frozen(kw_only=True)
class Flips:
    """Every pair of neighbours of a group, the first place first."""

    group: str
    flips: tuple[Flip, ...]
    how: str = "权重合计不变，把其余指标的权重按比例移给一个指标，移多少两家持平"
    mark: str = INTERNAL


def flips(board: Scoreboard, group: str = "") -> Flips:
    """Return the smallest changes of weight that make neighbours level."""
    found = matrix(board, group)
    order = sorted(range(len(found.orgs)), key=lambda i: (-found.scores[i], found.orgs[i]))
    return Flips(group=group, flips=tuple(flip(found, i, j) for i, j in pairwise(order)))


def flip(found: Matrix, upper: int, lower: int) -> Flip:
    """Return the smallest change of weights that makes two rows level."""
    rows = zip(found.shares[upper], found.shares[lower], strict=True)
    ahead = [a - b for a, b in rows]
    lead = weighed(found.weights, ahead)
    moves = [(lead / (lead - d), k) for k, d in enumerate(ahead) if d < 0]
    moved, item = min(moves, default=(None, None))
    pair, pair_moved = _pair(found, ahead, lead)
    return Flip(
        upper=found.orgs[upper],
        lower=found.orgs[lower],
        lead=lead * found.full,
        item=None if item is None else found.items[item],
        moved=moved,
        pair=pair,
        pair_moved=pair_moved,
    )


def _pair(
    found: Matrix, ahead: list[Fraction], lead: Fraction
) -> tuple[tuple[str, str] | None, Fraction | None]:
    low = min(range(len(ahead)), key=lambda k: (ahead[k], k))
    moves = [
        (lead / (d - ahead[low]), k)
        for k, d in enumerate(ahead)
        if d > ahead[low] and lead / (d - ahead[low]) <= found.weights[k]
    ]
    if not moves:
        return None, None
    moved, high = min(moves)
    return (found.items[high], found.items[low]), moved
