"""Raised figures → the points, scores and places that they would give, scored anew."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import Factory, define

from paitou.contest.explaining.digits import printed
from paitou.contest.explaining.gaps import NOTHING, exact, peers, scored
from paitou.contest.explaining.levers import Lever
from paitou.contest.explaining.rounds import Round, of_group, only, play, with_values
from paitou.contest.results import OrgScore
from paitou.model import SmallGroup

#: Steps by lever.
Raises = Mapping[Lever, int]
_ItemKey = tuple[tuple[Lever, int], ...]


@define
class Trials:
    """An organisation's round in which its figures can be tried out.

    Only the items that are raised are scored anew, in the organisation's own group; what
    was tried is remembered.
    """

    round_: Round
    org: str
    _tried: dict[_ItemKey, dict[str, Fraction]] = Factory(dict)

    @property
    def now(self) -> OrgScore:
        """Return the score as it is."""
        return scored(self.round_.board, self.org)

    def gain(self, lever: Lever, steps: int) -> Fraction:
        """Return the points that one figure so many steps better would add."""
        return self._points(((lever, steps),))[self.org] - self._old(lever.item, self.org)

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

    def _points(self, levers: _ItemKey) -> dict[str, Fraction]:
        if levers not in self._tried:
            self._tried[levers] = self._score(levers)
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
            if points is not None and points.points is not None and points.full:
                found[score.org] = points.points / points.full * self._full(item, score.org)
        return found

    def _full(self, item: str, org: str) -> Fraction:
        """Return the full marks in the round itself: they may have been stretched there."""
        score = self.round_.board.of(org)
        points = score.of(item) if score else None
        return points.full if points and points.points is not None else NOTHING
