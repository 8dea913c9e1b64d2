"""Scores and ranks of a group → classes: by cut or by share, exemptions, then vetoes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import define

from paitou.contest.formulas.wording import percent
from paitou.contest.results import OrgScore
from paitou.contest.scoring.gating import Gates
from paitou.contest.scoring.roster import Entrant
from paitou.contest.scoring.vetoing import Vetoed
from paitou.model import Classes, ClassRule, VetoEffect

#: A class with the reason; None is no class.
Classed = tuple[str | None, str]


@define(kw_only=True)
class Classing:
    """The classes of one group."""

    classes: Classes
    entrants: Mapping[str, Entrant]
    vetoes: Mapping[str, tuple[Vetoed, ...]]
    gates: Gates

    def run(self, scores: Sequence[OrgScore]) -> dict[str, Classed]:
        """Return the class of each; one that is not ranked has none."""
        found = {score.org: self._outside(score) for score in scores}
        inside = [s for s in scores if found[s.org] is None]
        ranks = {s.org: _rank(s, inside) for s in inside}
        placed = {s.org: self._place(s, ranks[s.org], len(inside)) for s in inside}
        self._limit(placed, ranks)
        for org, (place, reason) in placed.items():
            found[org] = (self.classes.bands[place].name, reason)
        return {org: classed or (None, "") for org, classed in found.items()}

    def _outside(self, score: OrgScore) -> Classed | None:
        """Return the class of one that is not classed with the others, else None."""
        for event in self.entrants[score.org].contestant.events:
            if event.kind in self.classes.exempt:
                name = self.classes.exempt[event.kind]
                words = f"，按{name}对待" if name else ""
                return name or None, f"{event.kind}，不定等次{words}"
        if score.rank is None:
            if self._has(score.org, VetoEffect.LAST_CLASS):
                return self.classes.bands[-1].name, "一票否决，降为末等"
            return None, score.why_unranked
        return None

    def _place(self, score: OrgScore, rank: int, count: int) -> tuple[int, str]:
        place, reason = self._earned(score, rank, count)
        names = [band.name for band in self.classes.bands]
        for event in self.entrants[score.org].contestant.events:
            least = self.classes.not_below.get(event.kind, "")
            if least in names and place > names.index(least):
                place, reason = names.index(least), f"{event.kind}，不低于{least}"
        for vetoed in self.vetoes[score.org]:
            worst = self._worst(vetoed, names)
            if place < worst:
                place, reason = worst, vetoed.words
        return place, reason

    def _earned(self, score: OrgScore, rank: int, count: int) -> tuple[int, str]:
        """Return the first class that score or rank reaches and whose gate is passed."""
        last, barred = len(self.classes.bands) - 1, ""
        for place, band in enumerate(self.classes.bands):
            if self.classes.rule is ClassRule.CUT:
                reached, why = _cut(score, band.least)
            else:
                reached, why = _share(rank, count, band.share)
            if not reached and place != last:
                continue
            trouble = self.gates.trouble(band.gate, self.entrants[score.org])
            if not trouble or place == last:
                return place, "，".join(part for part in (why, barred) if part)
            barred = trouble
        return last, barred

    def _limit(self, placed: dict[str, tuple[int, str]], ranks: Mapping[str, int]) -> None:
        """Keep the first class within its share; those that tie at the edge stay."""
        if self.classes.most is None or len(self.classes.bands) < 2:
            return
        most = int(self.classes.most * len(placed))
        first = sorted(ranks[org] for org, (place, _) in placed.items() if place == 0)
        if len(first) <= most:
            return
        edge = first[most - 1] if most else 0
        words = f"第一等不超过{percent(Fraction(self.classes.most))}（{most}家）"
        for org, (place, _) in list(placed.items()):
            if place == 0 and ranks[org] > edge:
                placed[org] = (1, words)

    def _worst(self, vetoed: Vetoed, names: list[str]) -> int:
        veto = vetoed.veto
        match veto.effect:
            case VetoEffect.LAST_CLASS:
                return len(names) - 1
            case VetoEffect.NO_HONOUR:
                return min(1, len(names) - 1)
            case VetoEffect.NOT_ABOVE if veto.class_name in names:
                return names.index(veto.class_name)
        return 0

    def _has(self, org: str, effect: VetoEffect) -> bool:
        return any(vetoed.veto.effect is effect for vetoed in self.vetoes[org])


def _rank(score: OrgScore, inside: Sequence[OrgScore]) -> int:
    """Return the rank among those that are classed: the exempt take no place."""
    mine = score.rank or 0
    return 1 + sum(1 for other in inside if other.rank is not None and other.rank < mine)


def _cut(score: OrgScore, least: Decimal | None) -> tuple[bool, str]:
    if least is None:
        return True, f"得分{score.score}"
    return (score.score or 0) >= least, f"得分{score.score}，达到{least}分"


def _share(rank: int, count: int, share: Decimal | None) -> tuple[bool, str]:
    """A share is “不超过”: of 3 organisations 25 % is none. Equal ranks share the class."""
    most = count if share is None else int(share * count)
    return rank <= most, f"第{rank}名，本组{count}家，前{most}名"
