"""Ranked scores, this period's and the last → who is on which list, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import define

from paitou.contest.formulas.wording import said
from paitou.contest.results import ItemPoints, Named, OrgScore, Scoreboard
from paitou.contest.scoring.gating import Gates
from paitou.contest.scoring.roster import Entrant
from paitou.contest.scoring.vetoing import Vetoed
from paitou.model import Honours, ListRule

_PRAISE = "praise"


@define(kw_only=True)
class Naming:
    """The lists of a rulebook, group by group."""

    entrants: Mapping[str, Entrant]
    vetoes: Mapping[str, tuple[Vetoed, ...]]
    gates: Gates
    before: Scoreboard | None

    def named(
        self, honours: Honours, group: str, scores: Sequence[OrgScore]
    ) -> list[Named]:
        """Return those of a group that come onto a list, as many as it has places.

        Places of those that a gate or a veto keeps off go to the next; equals at the edge
        are all named.
        """
        count = honours.counts.get(group, honours.count)
        eligible = [s for s in scores if s.rank is not None and self._may(honours, s)]
        match honours.rule:
            case ListRule.TOP | ListRule.BOTTOM:
                found = list(_by_rank(honours, eligible))
            case ListRule.RISEN | ListRule.FALLEN:
                found = list(self._moved(honours, eligible))
            case _:
                found = list(_by_mark(honours, eligible))
        found.sort(key=lambda each: (each[0], each[1].org))
        if count is None:
            count = 1 if honours.rule in (ListRule.TOP, ListRule.BOTTOM) else len(found)
        keys = [key for key, _ in found]
        return [named for key, named in found if _better(key, keys) < count]

    def _may(self, honours: Honours, score: OrgScore) -> bool:
        if honours.gate and self.gates.trouble(honours.gate, self.entrants[score.org]):
            return False
        is_praise = honours.tone == _PRAISE
        return not (is_praise and any(v.costs_honour for v in self.vetoes[score.org]))

    def _moved(
        self, honours: Honours, scores: Sequence[OrgScore]
    ) -> Iterator[tuple[Decimal, Named]]:
        least = honours.threshold or Decimal(1)
        sign = 1 if honours.rule is ListRule.RISEN else -1
        for score in scores:
            old, new = self._past_rank(honours, score), _rank(honours, score)
            if old is None or new is None or sign * (old - new) < least:
                continue
            verb = "上升" if sign > 0 else "下降"
            words = f"{_about(honours)}由第{old}名到第{new}名，{verb}{abs(old - new)}位"
            yield Decimal(-abs(old - new)), Named(org=score.org, words=words)

    def _past_rank(self, honours: Honours, score: OrgScore) -> int | None:
        """Return the rank of the period before, None where the group was another."""
        past = self.before.of(score.org) if self.before else None
        if past is None or past.group != score.group:
            return None
        return _rank(honours, past)


def _by_rank(
    honours: Honours, scores: Sequence[OrgScore]
) -> Iterator[tuple[Decimal, Named]]:
    for score in scores:
        rank = _rank(honours, score)
        if rank is not None:
            words = f"{_about(honours)}{_mark_words(honours, score)}分，第{rank}名"
            key = Decimal(rank if honours.rule is ListRule.TOP else -rank)
            yield key, Named(org=score.org, words=words)


def _by_mark(
    honours: Honours, scores: Sequence[OrgScore]
) -> Iterator[tuple[Decimal, Named]]:
    edge = honours.threshold
    if edge is None:
        return
    is_above = honours.rule is ListRule.ABOVE
    for score in scores:
        points = _points(honours, score)
        mark = score.score if not honours.by else points.points if points else None
        if mark is None or (mark >= edge) is not is_above:
            continue
        sign = "不低于" if is_above else "低于"
        words = f"{_about(honours)}{_mark_words(honours, score)}分，{sign}{edge:f}分"
        rank = Decimal(_rank(honours, score) or 0)
        yield (rank if is_above else -rank), Named(org=score.org, words=words)


def _rank(honours: Honours, score: OrgScore) -> int | None:
    if not honours.by:
        return score.rank
    points = _points(honours, score)
    return points.rank if points else None


def _points(honours: Honours, score: OrgScore) -> ItemPoints | None:
    return score.of(honours.by) if honours.by else None


def _about(honours: Honours) -> str:
    return "本项" if honours.by else "总分"


def _mark_words(honours: Honours, score: OrgScore) -> str:
    points = _points(honours, score)
    if points is None or points.points is None:
        return str(score.score)
    return said(points.points, 2)


def _better(key: Decimal, keys: Sequence[Decimal]) -> int:
    return sum(1 for other in keys if other < key)
