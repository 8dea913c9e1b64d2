"""A scoreboard whose weights might have been others → the ranks that are then possible."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from paitou.contest.analysis.findings import percent
from paitou.contest.analysis.matrix import INTERNAL, matrix, places
from paitou.contest.results import Scoreboard
from paitou.model import UsageError

SEED = 20230101


@frozen(kw_only=True)
class PossiblePlaces:
    """The best and the worst rank of each over all weights within a share of those set."""

    group: str
    orgs: tuple[str, ...]
    ranks: tuple[int, ...]
    best: tuple[int, ...]
    worst: tuple[int, ...]
    within: Decimal
    notes: tuple[str, ...]
    how: str
    mark: str = INTERNAL

    @property
    def firm(self) -> int:
        """Return how many keep their rank whatever the weights are."""
        return sum(
            1 for low, high in zip(self.best, self.worst, strict=True) if low == high
        )


@frozen(kw_only=True)
class Acceptability:
    """How often each takes each rank where weights are drawn at random.

    Attributes:
        shares: of the draws, by organisation and rank; rows sum to 1.
        seed: that gives the same draws again.
    """

    group: str
    orgs: tuple[str, ...]
    ranks: tuple[int, ...]
    shares: tuple[tuple[float, ...], ...]
    within: Decimal
    draws: int
    seed: int
    notes: tuple[str, ...]
    how: str
    mark: str = INTERNAL

    def within_first(self, org: str, count: int) -> float:
        """Return how often an organisation is among the first `count`."""
        return sum(self.shares[self.orgs.index(org)][:count])


def possible_places(
    board: Scoreboard, group: str = "", within: Decimal = Decimal("0.25")
) -> PossiblePlaces:
    """Return the ranks that are possible where every weight may be off by a share.

    All weights (1 − f)W ≤ w ≤ (1 + f)W that sum to the whole: contest.md §8.2.

    Raises:
        UsageError: the share is not between 0 and 1.
    """
    from paitou.contest.methods.possible import possible_ranks

    found = matrix(board, group)
    shares, weights = found.arrays()
    best, worst = possible_ranks(shares, weights, float(_share(within)))
    return PossiblePlaces(
        group=group,
        orgs=found.orgs,
        ranks=places(found.scores),
        best=tuple(int(rank) for rank in best),
        worst=tuple(int(rank) for rank in worst),
        within=within,
        notes=found.notes,
        how=f"各项权重在规定值上下{percent(float(within))}之内任意取、合计不变时可能的名次",
    )


def acceptable_places(
    board: Scoreboard,
    group: str = "",
    *,
    within: Decimal = Decimal("0.25"),
    draws: int = 10_000,
    seed: int = SEED,
) -> Acceptability:
    """Return how often each takes each rank over random weights (SMAA).

    Raises:
        UsageError: the share is not between 0 and 1, or there is nothing to draw.
    """
    from paitou.contest.methods.acceptability import acceptability
    from paitou.contest.methods.draws import box_weights

    if draws < 1:
        raise UsageError(f"抽取次数应为正数，现为{draws}")
    found = matrix(board, group)
    shares, weights = found.arrays()
    far = float(_share(within))
    table = acceptability(shares, box_weights(weights, far, draws, seed))
    return Acceptability(
        group=group,
        orgs=found.orgs,
        ranks=places(found.scores),
        shares=tuple(tuple(float(share) for share in row) for row in table),
        within=within,
        draws=draws,
        seed=seed,
        notes=found.notes,
        how=(
            f"各项权重在规定值上下{percent(far)}之内、合计不变，均匀抽取{draws}次"
            f"（随机种子{seed}），逐次重排，数出各名次出现的比例"
        ),
    )


def _share(within: Decimal) -> Decimal:
    if not 0 < within < 1:
        raise UsageError(f"权重变动幅度应在0与1之间，现为{within}")
    return within
