"""A round and an organisation → 怎么追: what would lift it a place or a class."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.contest.explaining.raising import Alone, Raise, Raising, raise_place
from paitou.contest.explaining.rounds import Round
from paitou.contest.explaining.words import catch_words
from paitou.contest.results import OrgScore
from paitou.model import Rulebook
from paitou.office.contests.numbers import points_words, value_words


@frozen(kw_only=True)
class Way:
    """One figure and how far it would have to go; `why` says why it cannot."""

    name: str
    item: str
    before: str = ""
    after: str = ""
    points: str = ""
    why: str = ""


@frozen(kw_only=True)
class Catching:
    """How the next place could be had.

    Attributes:
        together: the cheapest combination, empty where there is none.
        alone: each item if it were the only one to move.
        how: the method, as computed.
    """

    goal: str
    sentences: tuple[str, ...]
    together: tuple[Way, ...]
    alone: tuple[Way, ...]
    how: str


def catching(round_: Round, score: OrgScore) -> Catching | None:
    """Return how the next place could be had, None for the first or the unranked."""
    if score.exact is None or score.rank is None or score.rank == 1:
        return None
    found = raise_place(round_, score.org)
    return _shown(round_.board.rulebook, found) if found else None


def _shown(rulebook: Rulebook, found: Raising) -> Catching:
    return Catching(
        goal=found.goal,
        sentences=catch_words(found),
        together=tuple(_way(rulebook, each) for each in found.together),
        alone=tuple(_alone(rulebook, found)),
        how=found.how,
    )


def _alone(rulebook: Rulebook, found: Raising) -> Iterator[Way]:
    for each in found.alone:
        yield _way(rulebook, each.needed) if each.needed else _blocked(rulebook, each)


def _way(rulebook: Rulebook, each: Raise) -> Way:
    return Way(
        name=each.name,
        item=each.item,
        before=f"{value_words(each.before)}{each.unit}",
        after=f"{value_words(each.after)}{each.unit}",
        points=f"+{points_words(each.points, rulebook.decimals)}",
    )


def _blocked(rulebook: Rulebook, each: Alone) -> Way:
    item = rulebook.item(each.item)
    return Way(name=item.name if item else each.item, item=each.item, why=each.why)
