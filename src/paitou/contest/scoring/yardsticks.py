"""A roster → what each group is compared by: values, lowest and highest, frozen first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from attrs import frozen

from paitou.contest.formulas import Peers
from paitou.contest.formulas.case import rising
from paitou.contest.scoring.roster import Roster, compared_facts
from paitou.model import Fact, Formula, Item, SmallGroup

#: Formulas that look at lowest and highest alone: others do not matter if they are fixed.
_BY_BOUNDS = frozenset({"efficacy", "minmax"})
Bounds = tuple[Fraction, Fraction]


@frozen(kw_only=True)
class Yardstick:
    """What the members of a group are compared by in an item.

    Attributes:
        is_left_out: whether the group is too small for the item to count.
        is_pooled: whether the whole field stands in for a group too small.
    """

    peers: Mapping[Fact, Peers]
    is_left_out: bool = False
    is_pooled: bool = False


def yardstick(roster: Roster, item: Item, group: str) -> Yardstick:
    """Return what a group is compared by."""
    facts = compared_facts(item.formula)
    if not facts:
        return Yardstick(peers={})
    peers = dict(_peers(roster, item, group, facts))
    acts = roster.is_small(group) and not is_fixed(item, group)
    rule = roster.rulebook.small_group
    return Yardstick(
        peers=peers,
        is_left_out=acts and rule is SmallGroup.LEAVE_OUT,
        is_pooled=acts and rule is SmallGroup.FIELD,
    )


def is_fixed(item: Item, group: str) -> bool:
    """Return whether an item depends on nobody else: its bounds were fixed before."""
    return all(
        name in _BY_BOUNDS and item.fixed(group, fact) is not None
        for name, fact in _comparisons(item.formula)
    )


def _comparisons(formula: Formula | None) -> Iterator[tuple[str, Fact]]:
    if formula is None:
        return
    for _, part in formula.parts:
        yield from _comparisons(part)
    if not formula.parts and compared_facts(formula):
        yield formula.name, formula.on


def _peers(
    roster: Roster, item: Item, group: str, facts: tuple[Fact, ...]
) -> Iterator[tuple[Fact, Peers]]:
    company = roster.company(item, group)
    for fact in facts:
        known = (entrant.known(item.id).get(fact) for entrant in company)
        values = tuple(sorted((v for v in known if v is not None), key=rising))
        fixed = item.fixed(group, fact)
        if fixed is not None:
            low, high = sorted(map(Fraction, fixed))
            yield fact, Peers(values=values, bounds=(low, high), is_fixed=True)
        elif values:
            yield fact, Peers(values=values, bounds=(values[0], values[-1]))
