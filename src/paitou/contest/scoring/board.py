"""A rulebook and a field → the scoreboard, exactly; the order of rows never matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import define, evolve, field

from paitou.contest.formulas.wording import half_up
from paitou.contest.readings import Event, Field
from paitou.contest.results import ItemPoints, Named, OrgScore, Scoreboard
from paitou.contest.scoring.classing import Classing
from paitou.contest.scoring.extras import extras_of, is_of
from paitou.contest.scoring.gating import Gates
from paitou.contest.scoring.naming import Naming
from paitou.contest.scoring.noting import group_notes, rule_notes
from paitou.contest.scoring.pointing import Pointing
from paitou.contest.scoring.ranking import places
from paitou.contest.scoring.roster import Entrant, Roster
from paitou.contest.scoring.vetoing import Vetoed, vetoes_of
from paitou.contest.scoring.yardsticks import Bounds
from paitou.model import Fact, Issue, Level, Rulebook, VetoEffect

_NIL = Fraction(0)


def score(
    rulebook: Rulebook, taking_part: Field, before: Scoreboard | None = None
) -> Scoreboard:
    """Return the scores, ranks, classes and lists of a period.

    Args:
        rulebook: whose rules.
        taking_part: who takes part, with what is known of them.
        before: the period before, for lists of who rose and fell and for what stands in
            where a figure is missing.
    """
    roster = Roster.of(rulebook, taking_part)
    round_ = _Round(roster=roster, gates=Gates(rulebook=rulebook), before=before)
    for group in roster.groups:
        round_.play(group)
    return Scoreboard(
        rulebook=rulebook,
        period=taking_part.period,
        scores=tuple(round_.scores),
        bounds=round_.bounds,
        lists={key: tuple(named) for key, named in round_.lists.items()},
        notes=(*rule_notes(rulebook), *round_.notes),
        issues=tuple(_unknown(rulebook, taking_part)),
    )


def printed(exact: Fraction, decimals: int) -> Decimal:
    """Return a score as it is printed: rounded once, half up, away from zero."""
    return Decimal(half_up(exact, decimals)).scaleb(-decimals)


@define(kw_only=True)
class _Round:
    """Group after group; what they have in common is gathered."""

    roster: Roster
    gates: Gates
    before: Scoreboard | None
    scores: list[OrgScore] = field(factory=list)
    bounds: dict[tuple[str, str, Fact], Bounds] = field(factory=dict)
    lists: dict[str, list[Named]] = field(factory=dict)
    notes: list[str] = field(factory=list)

    def play(self, group: str) -> None:
        """Score a group and add it to what is there."""
        rulebook = self.roster.rulebook
        entrants = {entrant.org: entrant for entrant in self.roster.groups[group]}
        vetoes = {
            org: vetoes_of(rulebook, entrant.contestant.events)
            for org, entrant in entrants.items()
        }
        pointing = Pointing(roster=self.roster, group=group, before=self.before)
        points = pointing.run()
        scores = [
            self._score(entrants[org], found, vetoes[org], pointing.unranked.get(org, ""))
            for org, found in points.items()
        ]
        ranked = places(rulebook, scores)
        scores = [evolve(s, rank=ranked.ranks.get(s.org)) for s in scores]
        scores.sort(key=lambda s: (s.rank is None, s.rank or 0, s.org))
        scores = self._classed(scores, entrants, vetoes)
        self.scores += scores
        self.bounds |= pointing.bounds
        self.notes += group_notes(pointing, ranked, scores)
        self._name(group, scores, entrants, vetoes)

    def _score(
        self,
        entrant: Entrant,
        points: tuple[ItemPoints, ...],
        vetoes: tuple[Vetoed, ...],
        why: str,
    ) -> OrgScore:
        rulebook = self.roster.rulebook
        extras = extras_of(rulebook, entrant, self.gates)
        counted = [p.points for p in points if p.points is not None]
        exact = None
        if not counted:
            why = why or "全部指标缺数，不计分"
        elif not why:
            exact = sum(counted, _NIL) + sum((e.points for e in extras), _NIL)
        barred = (v.words for v in vetoes if v.veto.effect is VetoEffect.UNRANKED)
        return OrgScore(
            org=entrant.org,
            group=entrant.group,
            exact=exact,
            score=None if exact is None else printed(exact, rulebook.decimals),
            rank=None,
            points=points,
            extras=extras,
            vetoes=tuple(vetoed.words for vetoed in vetoes),
            why_unranked=why or next(barred, ""),
        )

    def _classed(
        self,
        scores: list[OrgScore],
        entrants: Mapping[str, Entrant],
        vetoes: Mapping[str, tuple[Vetoed, ...]],
    ) -> list[OrgScore]:
        classes = self.roster.rulebook.classes
        if classes is None or not classes.bands:
            return scores
        classing = Classing(
            classes=classes, entrants=entrants, vetoes=vetoes, gates=self.gates
        )
        found = classing.run(scores)
        return [
            evolve(s, class_name=found[s.org][0], class_reason=found[s.org][1])
            for s in scores
        ]

    def _name(
        self,
        group: str,
        scores: list[OrgScore],
        entrants: Mapping[str, Entrant],
        vetoes: Mapping[str, tuple[Vetoed, ...]],
    ) -> None:
        naming = Naming(
            entrants=entrants, vetoes=vetoes, gates=self.gates, before=self.before
        )
        for honours in self.roster.rulebook.lists:
            named = naming.named(honours, group, scores)
            self.lists.setdefault(honours.id, []).extend(named)


def _unknown(rulebook: Rulebook, taking_part: Field) -> Iterator[Issue]:
    """Yield a hint for each event that no rule speaks of; it changed nothing."""
    named = {word for veto in rulebook.vetoes for word in (veto.id, veto.name)}
    if rulebook.classes:
        named |= {*rulebook.classes.exempt, *rulebook.classes.not_below}
    for contestant in taking_part.contestants:
        for event in contestant.events:
            if event.kind not in named and not _is_extra(rulebook, event):
                yield Issue(
                    code="event-unknown",
                    level=Level.WARNING,
                    message=f"{event.org}的“{event.kind}”在考核办法里没有对应的规定，没有采用",
                    remedy="事项写成考核办法里加减分、一票否决或等次例外的名称",
                    where=event.where,
                )


def _is_extra(rulebook: Rulebook, event: Event) -> bool:
    return any(is_of(event, extra) for extra in rulebook.extras)
