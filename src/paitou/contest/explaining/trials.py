"""Raised figures → the points, scores and places that they would give, scored anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial

from attrs import Factory, define

from paitou.contest.explaining.asking import Asking
from paitou.contest.explaining.digits import printed
from paitou.contest.explaining.gaps import NOTHING, exact, peers, scored
from paitou.contest.explaining.levers import Lever
from paitou.contest.explaining.rounds import Round, of_group, only, play, with_values
from paitou.contest.results import OrgScore
from paitou.model import Fact, Item, SmallGroup

#: Steps by lever.
Raises = Mapping[Lever, int]
_ItemKey = tuple[tuple[Lever, int], ...]


@define
class Trials:
    """An organisation's round in which its figures can be tried out.

    Only the items that are raised are asked about, and only where the others' points can
    change is the group scored anew; what was tried is remembered.
    """

    round_: Round
    org: str
    _asking: Asking = Factory(lambda self: Asking(self.round_, self.org), takes_self=True)
    _tried: dict[_ItemKey, dict[str, Fraction]] = Factory(dict)
    _reaches: dict[Lever, int] = Factory(dict)

    @property
    def now(self) -> OrgScore:
        """Return the score as it is."""
        return scored(self.round_.board, self.org)

    def reach(self, lever: Lever) -> int:
        """Return how many steps add points: where others merely fall back, none do."""
        if lever not in self._reaches:
            far = lever.furthest
            # Where 0 is no divisor there are no points there: one step less.
            if far and self._own(((lever, far),)) is None:
                far -= 1
            room = self.gain(lever, far)
            gain = partial(self.gain, lever)
            self._reaches[lever] = least_steps(gain, far, room) if room > 0 else 0
        return self._reaches[lever]

    def gain(self, lever: Lever, steps: int) -> Fraction:
        """Return the points that one figure so many steps better would add."""
        points = self._own(((lever, steps),)) or NOTHING
        return points - self._old(lever.item, self.org)

    def totals(self, raises: Raises) -> dict[str, Fraction]:
        """Return the exact scores of the group with these raises."""
        found = {s.org: exact(s) for s in peers(self.round_.board, self.now.group)}
        items: dict[str, list[tuple[Lever, int]]] = {}
        for lever, steps in raises.items():
            if steps:
                items.setdefault(lever.item, []).append((lever, steps))
        for item, levers in items.items():
            for org, points in self._points(tuple(levers)).items():
                if org in found:
                    found[org] += points - self._old(item, org)
        return found

    def played(self, raises: Raises) -> Round:
        """Return the whole round scored anew with these raises."""
        values = {lever.key: lever.at(steps) for lever, steps in raises.items()}
        field = with_values(self.round_.field, self.org, values)
        return play(self.round_.board.rulebook, field, self.round_.before)

    def printed(self, total: Fraction) -> Decimal:
        """Return a score as it is printed: half up."""
        return printed(total, self.round_.board.rulebook.decimals)

    def _old(self, item: str, org: str) -> Fraction:
        score = self.round_.board.of(org)
        points = score.of(item) if score else None
        return (points.points if points else None) or NOTHING

    def _own(self, levers: _ItemKey) -> Fraction | None:
        """Return the organisation's points for an item, None where there is no answer."""
        item = self._item(levers)
        share = self._asking.share(item, _values(levers))
        return None if share is None else share * self._full(item.id, self.org)

    def _item(self, levers: _ItemKey) -> Item:
        items = self.round_.board.rulebook.items
        return next(item for item in items if item.id == levers[0][0].item)

    def _points(self, levers: _ItemKey) -> dict[str, Fraction]:
        if levers not in self._tried:
            if self._asking.moves_others(self._item(levers), _values(levers)):
                found = self._score(levers)
            else:
                found = {}
            self._tried[levers] = found | {self.org: self._own(levers) or NOTHING}
        return self._tried[levers]

    def _score(self, levers: _ItemKey) -> dict[str, Fraction]:
        rulebook = self.round_.board.rulebook
        field = self.round_.field
        # A small group may be compared with the whole field.
        if rulebook.small_group is not SmallGroup.FIELD:
            field = of_group(field, self.now.group)
        values = {lever.key: lever.at(steps) for lever, steps in levers}
        item = levers[0][0].item
        field = with_values(field, self.org, values)
        board = play(only(rulebook, (item,)), field, self.round_.before).board
        found = {}
        for score in board.scores:
            points = score.of(item)
            if points is None or points.points is None or not points.full:
                continue
            share = points.points / points.full
            found[score.org] = share * self._full(item, score.org)
        return found

    def _full(self, item: str, org: str) -> Fraction:
        """Return the full marks in the round itself: they may have been stretched there."""
        score = self.round_.board.of(org)
        points = score.of(item) if score else None
        return points.full if points and points.points is not None else NOTHING


def _values(levers: _ItemKey) -> dict[Fact, Fraction]:
    return {lever.fact: Fraction(lever.at(steps)) for lever, steps in levers}


def least_steps(gain: Callable[[int], Fraction], far: int, aim: Fraction) -> int:
    """Return the least steps that gain so much, by chords and halves in turn.

    Most formulas are straight between their bends, where a chord hits at once.
    """
    low, high, by_chord = 0, far, True
    while high - low > 1:
        middle = (low + high) // 2
        if by_chord:
            bottom, top = gain(low), gain(high)
            middle = low + int((aim - bottom) * (high - low) / (top - bottom))
            middle = min(max(middle, low + 1), high - 1)
        if gain(middle) >= aim:
            high = middle
        else:
            low = middle
        by_chord = not by_chord
    return high
