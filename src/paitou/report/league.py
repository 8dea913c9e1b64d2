"""A scoreboard → what every league table tells: groups, branches of the tree, distances."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.contest.explaining.digits import printed
from paitou.contest.results import OrgScore, Scoreboard
from paitou.model import Contestants, Item, Rulebook


@frozen(kw_only=True)
class Branch:
    """Some items of the tree that are shown as one, and their full marks for a group."""

    name: str
    items: frozenset[str]
    full: Fraction


def group_names(board: Scoreboard) -> dict[str, str]:
    """Return the name of each group that takes part, in the order of the scores."""
    names = {group.id: group.name for group in board.rulebook.groups}
    order = dict.fromkeys(score.group for score in board.scores)
    return {group: names.get(group, group) or "全部参评单位" for group in order}


def branches(rulebook: Rulebook, group: str) -> tuple[Branch, ...]:
    """Return the tops of the tree that have full marks for a group, in their order."""
    found = next((each for each in rulebook.groups if each.id == group), None)
    tops = (item for item in rulebook.items if not item.parent)
    made = (_branch(rulebook, top, found) for top in tops)
    return tuple(branch for branch in made if branch.full > 0)


def leaves(rulebook: Rulebook, group: str) -> tuple[Branch, ...]:
    """Return each scored item that has full marks for a group as a branch of its own."""
    found = next((each for each in rulebook.groups if each.id == group), None)
    made = (_branch(rulebook, item, found) for item in rulebook.scored)
    return tuple(branch for branch in made if branch.full > 0)


def _branch(rulebook: Rulebook, top: Item, group: Contestants | None) -> Branch:
    held = [
        item
        for item in rulebook.scored
        if not item.is_on_top and _is_in(rulebook, item, top)
    ]
    full = sum((Fraction(rulebook.weight(item, group)) for item in held), Fraction(0))
    return Branch(name=top.name, items=frozenset(item.id for item in held), full=full)


def _is_in(rulebook: Rulebook, item: Item, top: Item) -> bool:
    if item.id == top.id:
        return True
    above = rulebook.item(item.parent) if item.parent else None
    return above is not None and _is_in(rulebook, above, top)


def given(score: OrgScore, branch: Branch) -> tuple[Fraction | None, Fraction]:
    """Return what a branch gives an organisation, None for nothing, and its full marks."""
    counted = [
        (one.points, one.full)
        for one in score.points
        if one.item in branch.items and one.points is not None
    ]
    full = sum((full for _, full in counted), Fraction(0))
    points = sum((points for points, _ in counted), Fraction(0))
    return (points if counted else None), full


def apart(board: Scoreboard, score: OrgScore) -> str:
    """Return how far the place before is, or the next behind the first, as printed.

    Those that are not ranked have no distance.
    """
    if score.rank is None or score.score is None:
        return ""
    ranked = [
        (one.rank, one.score)
        for one in board.group(score.group)
        if one.rank and one.score is not None and one.org != score.org
    ]
    ahead = [(-rank, points) for rank, points in ranked if rank < score.rank]
    if ahead:
        difference = min(ahead)[1] - score.score
        return f"差{_words(board, difference)}" if difference else "同分，按规则排后"
    if not ranked:
        return ""
    difference = score.score - max(points for _, points in ranked)
    return f"领先{_words(board, difference)}" if difference else "并列第一"


def _words(board: Scoreboard, value: Decimal) -> str:
    return f"{printed(Fraction(value), board.rulebook.decimals):f}".replace("-", "−")
