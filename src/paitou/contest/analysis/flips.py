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
    scores = found.scores
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], found.orgs[i]))
    return Flips(group=group, flips=tuple(flip(found, i, j) for i, j in pairwise(order)))


def flip(found: Matrix, upper: int, lower: int) -> Flip:
    """Return the smallest change of weights that makes two rows level."""
    rows = zip(found.shares[upper], found.shares[lower], strict=True)
    ahead = [a - b for a, b in rows]
    lead = weighed(found.weights, ahead)
    # g ÷ (g − dₖ) is least where dₖ is.
    low = min(range(len(ahead)), key=lambda k: (ahead[k], k))
    can_flip = ahead[low] < 0
    pair, pair_moved = _pair(found, ahead, lead, low)
    return Flip(
        upper=found.orgs[upper],
        lower=found.orgs[lower],
        lead=lead * found.full,
        item=found.items[low] if can_flip else None,
        moved=lead / (lead - ahead[low]) if can_flip else None,
        pair=pair,
        pair_moved=pair_moved,
    )


def _pair(
    found: Matrix, ahead: list[Fraction], lead: Fraction, low: int
) -> tuple[tuple[str, str] | None, Fraction | None]:
    # The least moves from where the difference is largest and the weight suffices.
    for high in sorted(range(len(ahead)), key=lambda k: (-ahead[k], k)):
        if ahead[high] <= ahead[low]:
            break
        moved = lead / (ahead[high] - ahead[low])
        if moved <= found.weights[high]:
            return (found.items[high], found.items[low]), moved
    return None, None
