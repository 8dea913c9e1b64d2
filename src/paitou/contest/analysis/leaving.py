"""A scoreboard → the ranks that are left when an item, or all of a source, is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from attrs import frozen

from paitou.contest.analysis.matrix import INTERNAL, Matrix, matrix, places, weighed
from paitou.contest.results import Scoreboard
from paitou.model import Item, UsageError


@frozen(kw_only=True)
class Left:
    """Scores and ranks without some items; the weights of the others are stretched.

    Attributes:
        name: what was left out, in words.
        moved: how many places each moves up (positive) or down by it.
    """

    name: str
    items: tuple[str, ...]
    scores: tuple[Fraction, ...]
    ranks: tuple[int, ...]
    moved: tuple[int, ...]


@frozen(kw_only=True)
class LeaveOut:
    """What leaving out does to a group, each item or source by itself."""

    group: str
    orgs: tuple[str, ...]
    ranks: tuple[int, ...]
    left: tuple[Left, ...]
    how: str
    mark: str = INTERNAL

    def without(self, name: str) -> Left:
        """Return what is left without the item or source of this name."""
        found = next((left for left in self.left if left.name == name), None)
        if found is None:
            raise UsageError(f"没有去掉“{name}”的测算")
        return found


def leave_items_out(board: Scoreboard, group: str = "") -> LeaveOut:
    """Return the ranks of a group without each item in turn."""
    return _leave_out(board, group, lambda item: item.name, "指标")


def leave_sources_out(board: Scoreboard, group: str = "") -> LeaveOut:
    """Return the ranks of a group without all items of each source (数源部门) in turn."""
    return _leave_out(board, group, lambda item: item.source or "未注明来源", "来源")


def leave_out(
    found: Matrix, ranks: Sequence[int], name: str, items: frozenset[str]
) -> Left | None:
    """Return what is left of a group with these ranks without the items, if anything is.

    With W the weight and P the weighted part of what is left out, a score s becomes
    (s − P) ÷ (1 − W): contest.md §8.2.
    """
    kept = [item not in items for item in found.items]
    weight = sum(
        (w for w, keep in zip(found.weights, kept, strict=True) if keep), Fraction()
    )
    if not weight:
        return None
    weights = [
        w / weight if keep else Fraction(0)
        for w, keep in zip(found.weights, kept, strict=True)
    ]
    scores = tuple(found.full * weighed(weights, row) for row in found.shares)
    after = places(scores)
    return Left(
        name=name,
        items=tuple(item for item in found.items if item in items),
        scores=scores,
        ranks=after,
        moved=tuple(old - new for old, new in zip(ranks, after, strict=True)),
    )


def _leave_out(
    board: Scoreboard, group: str, called: Callable[[Item], str], what: str
) -> LeaveOut:
    found = matrix(board, group)
    sets: dict[str, set[str]] = {}
    for item in board.rulebook.scored:
        if item.id in found.items:
            sets.setdefault(called(item), set()).add(item.id)
    ranks = places(found.scores)
    left = (leave_out(found, ranks, name, frozenset(ids)) for name, ids in sets.items())
    return LeaveOut(
        group=group,
        orgs=found.orgs,
        ranks=ranks,
        left=tuple(each for each in left if each is not None),
        how=f"每次去掉一个{what}，其余指标按比例放大到原满分后重排；加减分不变",
    )
