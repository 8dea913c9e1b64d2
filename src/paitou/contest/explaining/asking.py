"""Other figures of one organisation → its share of an item's marks, all else equal."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import Factory, define, evolve

from paitou.contest.explaining.gaps import scored
from paitou.contest.explaining.rounds import Round
from paitou.contest.formulas import Case, Lack, Peers, work
from paitou.contest.results import OrgScore
from paitou.contest.scoring.roster import Entrant, Roster, compared_facts
from paitou.contest.scoring.yardsticks import is_fixed, yardstick
from paitou.model import Fact, Formula, Item, Missing

#: Formulas that look at the others' highest and lowest value alone.
BY_RANGE = frozenset({"efficacy", "minmax"})
#: Rules by which what the others have stands in for what one has not.
STAND_INS = frozenset({Missing.GROUP_MEAN.value, Missing.GROUP_LOWEST.value})


@define
class Asking:
    """One organisation in a round, whose figures are asked about again and again."""

    round_: Round
    org: str
    _found: tuple[Roster, Entrant] | None = None
    _peers: dict[str, Mapping[Fact, Peers]] = Factory(dict)
    _leaning: dict[str, bool] = Factory(dict)

    def share(self, item: Item, values: Mapping[Fact, Fraction]) -> Fraction | None:
        """Return the share with other values, None where the formula has no answer."""
        roster, entrant = self._entrant()
        if item.formula is None:
            return None
        answer = work(
            Case(
                formula=item.formula,
                direction=item.direction,
                full=roster.weight(item, entrant.group),
                facts={**entrant.known(item.id), **values},
                city=roster.city.get(item.id, {}),
                marks=tuple(map(Fraction, entrant.contestant.marks.get(item.id, ()))),
                peers=self.peers(item, values),
                flat=roster.rulebook.flat,
            )
        )
        return None if isinstance(answer, Lack) else answer.share

    def moves_others(self, item: Item, values: Mapping[Fact, Fraction]) -> bool:
        """Return whether other values can change the points of anybody else."""
        _, entrant = self._entrant()
        if self._stands_in(item):
            return True
        if is_fixed(item, entrant.group):
            return False
        now, then = self._known(item), self.peers(item, values)
        same = all(then[fact].bounds == now[fact].bounds for fact in now)
        return not (same and by_range(item.formula))

    def peers(self, item: Item, values: Mapping[Fact, Fraction]) -> Mapping[Fact, Peers]:
        """Return what the group is compared by once the values are other ones."""
        _, entrant = self._entrant()
        found = dict(self._known(item))
        for fact in found.keys() & values.keys():
            listed = list(found[fact].values)
            if fact in entrant.known(item.id):
                listed.remove(entrant.known(item.id)[fact])
            insort(listed, values[fact])
            now = found[fact]
            bounds = now.bounds if now.is_fixed else (listed[0], listed[-1])
            found[fact] = evolve(now, values=tuple(listed), bounds=bounds)
        return found

    def _known(self, item: Item) -> Mapping[Fact, Peers]:
        if item.id not in self._peers:
            roster, entrant = self._entrant()
            self._peers[item.id] = yardstick(roster, item, entrant.group).peers
        return self._peers[item.id]

    def _entrant(self) -> tuple[Roster, Entrant]:
        if self._found is None:
            roster = Roster.of(self.round_.board.rulebook, self.round_.field)
            group = roster.groups[scored(self.round_.board, self.org).group]
            entrant = next(each for each in group if each.org == self.org)
            self._found = roster, entrant
        return self._found

    def _stands_in(self, item: Item) -> bool:
        if item.id not in self._leaning:
            group = self.round_.board.group(scored(self.round_.board, self.org).group)
            self._leaning[item.id] = stands_in(group, item.id)
        return self._leaning[item.id]


def stands_in(scores: Iterable[OrgScore], item: str) -> bool:
    """Return whether what the others have stands in for a figure that is missing."""
    cells = (score.of(item) for score in scores)
    return any(cell is not None and cell.missing in STAND_INS for cell in cells)


def by_range(formula: Formula | None) -> bool:
    """Return whether a formula compares by highest and lowest alone, or not at all."""
    if formula is None:
        return True
    if formula.parts:
        return all(by_range(part) for _, part in formula.parts)
    return not compared_facts(formula) or formula.name in BY_RANGE
