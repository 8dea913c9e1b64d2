"""Two scores of one scoreboard → what lies between them, by item, to the last digit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import evolve, frozen

from paitou.contest.results import ItemPoints, OrgScore, Scoreboard
from paitou.model import UsageError

NOTHING = Fraction(0)


@frozen(kw_only=True)
class GapPart:
    """What one item adds to a gap; positive where the organisation is behind.

    Attributes:
        mine, theirs: points of each, None where the item does not count for it.
        points: from a better share of the item's marks, at full marks half way between.
        full: from other full marks (re-weighting, weights of a group), at half-way shares.
    """

    item: str
    name: str
    mine: Fraction | None
    theirs: Fraction | None
    points: Fraction
    full: Fraction

    @property
    def total(self) -> Fraction:
        """Return what the item adds in all."""
        return self.points + self.full


@frozen(kw_only=True)
class Gap:
    """How far a score is behind another, split so that the parts sum exactly to it.

    Attributes:
        other: an organisation, 组平均, or the organisation's own past.
        total: their exact score less the organisation's; negative where it is ahead.
        parts: what it is furthest behind in comes first (晒差距).
        extras: bonuses and deductions.
        rest: what a cap on the whole score took from or gave to either.
    """

    org: str
    other: str
    total: Fraction
    parts: tuple[GapPart, ...]
    extras: Fraction
    rest: Fraction

    @property
    def behind(self) -> tuple[GapPart, ...]:
        """Return the items in which it is behind, the worst first."""
        return tuple(part for part in self.parts if part.total > 0)

    @property
    def ahead(self) -> tuple[GapPart, ...]:
        """Return the items in which it is ahead, the best first."""
        return tuple(part for part in reversed(self.parts) if part.total < 0)


def gap(board: Scoreboard, org: str, other: str) -> Gap:
    """Return what lies between an organisation and another, whatever their groups."""
    names = item_names(board)
    return split(scored(board, org), scored(board, other), names)


def gap_to_leader(board: Scoreboard, org: str) -> Gap:
    """Return the gap to the highest score of the group; 0 for the leader."""
    mine = scored(board, org)
    first = min(peers(board, mine.group), key=lambda score: (-exact(score), score.org))
    return split(mine, mine if exact(mine) == exact(first) else first, item_names(board))


def next_place(board: Scoreboard, org: str) -> Gap | None:
    """Return the gap to the nearest better rank of the group, None where there is none."""
    mine = scored(board, org)
    if mine.rank is None:
        return None
    better = [s for s in peers(board, mine.group) if s.rank and s.rank < mine.rank]
    if not better:
        return None
    nearest = min(better, key=lambda score: (-(score.rank or 0), exact(score), score.org))
    return split(mine, nearest, item_names(board))


def gap_to_mean(board: Scoreboard, org: str) -> Gap:
    """Return the gap to the mean of the group, itself counted: the mean of all gaps."""
    mine, names = scored(board, org), item_names(board)
    gaps = [split(mine, theirs, names) for theirs in peers(board, mine.group)]
    return evolve(_mean(gaps), other="组平均")


def gap_to_past(before: Scoreboard, after: Scoreboard, org: str) -> Gap:
    """Return how far it is behind what it had itself; negative where it has improved."""
    names = item_names(before) | item_names(after)
    found = split(scored(after, org), scored(before, org), names)
    return evolve(found, other=before.period.label if before.period else "上期")


def split(mine: OrgScore, theirs: OrgScore, names: dict[str, str]) -> Gap:
    """Return the gap between two scores, by the items that `names` tells the words of."""
    a = {points.item: points for points in mine.points}
    b = {points.item: points for points in theirs.points}
    items = dict.fromkeys([*a, *b])
    parts = [_part(item, names.get(item, item), a.get(item), b.get(item)) for item in items]
    total = exact(theirs) - exact(mine)
    extras = extra_points(theirs) - extra_points(mine)
    rest = total - extras - sum((part.total for part in parts), NOTHING)
    return Gap(
        org=mine.org, other=theirs.org, total=total, parts=_sorted(parts), extras=extras,
        rest=rest,
    )  # fmt: skip


def _part(item: str, name: str, a: ItemPoints | None, b: ItemPoints | None) -> GapPart:
    mine, theirs = marks(a), marks(b)
    points = (mine.full + theirs.full) / 2 * (theirs.like(mine) - mine.like(theirs))
    full = (theirs.points or NOTHING) - (mine.points or NOTHING) - points
    return GapPart(
        item=item, name=name, mine=mine.points, theirs=theirs.points, points=points,
        full=full,
    )  # fmt: skip


@frozen
class Marks:
    """Points of an item, and of how many; none of none where the item does not count."""

    points: Fraction | None
    full: Fraction

    @property
    def share(self) -> Fraction | None:
        """Return the share of full marks, None where the item does not count."""
        if self.points is None or not self.full:
            return None
        return self.points / self.full

    def like(self, other: Marks) -> Fraction:
        """Return the share; where the item does not count, as if it were the other's.

        What an item adds that only one is scored by is then a matter of full marks alone.
        """
        own = self.share
        if own is not None:
            return own
        theirs = other.share
        return NOTHING if theirs is None else theirs


def marks(points: ItemPoints | None) -> Marks:
    """Return the points and full marks of an item that may be missing."""
    if points is None or points.points is None:
        return Marks(None, NOTHING)
    return Marks(points.points, points.full)


def scored(board: Scoreboard, org: str) -> OrgScore:
    """Return the score of an organisation.

    Raises:
        UsageError: it takes no part, or is not scored in this period.
    """
    score = board.of(org)
    if score is None:
        raise UsageError(f"“{org}”没有参加本期评比，请核对名称")
    if score.exact is None:
        why = score.why_unranked or "缺少数据"
        raise UsageError(f"“{org}”本期不计分（{why}），无法作比较")
    return score


def exact(score: OrgScore) -> Fraction:
    """Return the score before rounding of one that is known to be scored."""
    return NOTHING if score.exact is None else score.exact


def extra_points(score: OrgScore) -> Fraction:
    """Return all bonuses and deductions together."""
    return sum((extra.points for extra in score.extras), NOTHING)


def peers(board: Scoreboard, group: str) -> tuple[OrgScore, ...]:
    """Return those of a group that are scored."""
    return tuple(score for score in board.group(group) if score.exact is not None)


def item_names(board: Scoreboard) -> dict[str, str]:
    """Return what each item is called."""
    return {item.id: item.name for item in board.rulebook.items}


def _sorted(parts: Iterable[GapPart]) -> tuple[GapPart, ...]:
    return tuple(sorted(parts, key=lambda part: (-part.total, part.item)))


def _mean(gaps: Sequence[Gap]) -> Gap:
    count = len(gaps)
    found: dict[str, list[GapPart]] = {}
    for each in gaps:
        for part in each.parts:
            found.setdefault(part.item, []).append(part)
    return Gap(
        org=gaps[0].org,
        other=gaps[0].other,
        total=sum((each.total for each in gaps), NOTHING) / count,
        parts=_sorted(_mean_part(parts, count) for parts in found.values()),
        extras=sum((each.extras for each in gaps), NOTHING) / count,
        rest=sum((each.rest for each in gaps), NOTHING) / count,
    )


def _mean_part(parts: Sequence[GapPart], count: int) -> GapPart:
    theirs = [part.theirs for part in parts if part.theirs is not None]
    return GapPart(
        item=parts[0].item,
        name=parts[0].name,
        mine=parts[0].mine,
        theirs=sum(theirs, NOTHING) / len(theirs) if theirs else None,
        points=sum((part.points for part in parts), NOTHING) / count,
        full=sum((part.full for part in parts), NOTHING) / count,
    )
