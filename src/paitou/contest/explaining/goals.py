"""A place, a score or a class as something to reach → whether raised figures reach it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.contest.explaining.gaps import exact, scored
from paitou.contest.explaining.rounds import Round
from paitou.contest.explaining.trials import Raises, Trials
from paitou.contest.results import Scoreboard
from paitou.model import ClassRule, UsageError


@frozen(kw_only=True)
class Goal:
    """What is to be reached: a rank, a printed score, or both.

    Attributes:
        words: in Chinese.
        class_name: that has to come out in the end, empty where no class is meant.
    """

    words: str
    rank: int | None = None
    least: Decimal | None = None
    class_name: str = ""

    def holds(self, trials: Trials, raises: Raises) -> bool:
        """Return whether the raises reach the rank and the score."""
        totals = trials.totals(raises)
        mine = trials.printed(totals[trials.org])
        if self.least is not None and mine < self.least:
            return False
        if self.rank is None:
            return True
        return _ahead(trials, totals, mine) < self.rank

    def stands(self, played: Round, org: str) -> bool:
        """Return whether a round that was scored anew has it reached."""
        score = scored(played.board, org)
        if self.rank is not None and (score.rank is None or score.rank > self.rank):
            return False
        if self.least is not None and (score.score is None or score.score < self.least):
            return False
        return not self.class_name or score.class_name == self.class_name

    def need(self, trials: Trials) -> Fraction:
        """Return the points that reach it where the others keep theirs."""
        totals = trials.totals({})
        unit = Fraction(1, 10**trials.round_.board.rulebook.decimals)
        aims = [Fraction(self.least)] if self.least is not None else []
        if self.rank is not None:
            others = sorted(
                (trials.printed(total) for org, total in _ranked(trials, totals)),
                reverse=True,
            )
            if self.rank <= len(others):
                aims.append(Fraction(others[self.rank - 1]) + _step(trials, unit))
        aim = max(aims, default=totals[trials.org]) - unit / 2
        return max(aim - totals[trials.org], unit / 2)


def place_goal(rank: int) -> Goal:
    """Return the goal of a rank in the own group."""
    return Goal(words=f"进到第{rank}名", rank=rank)


def score_goal(least: Decimal) -> Goal:
    """Return the goal of a printed score."""
    return Goal(words=f"得分达到{least}分", least=least)


def class_goal(board: Scoreboard, org: str, name: str) -> Goal:
    """Return the goal of a class: its cut, or the last rank that is in it now.

    Raises:
        UsageError: the rulebook has no such class, or nothing shows where it ends.
    """
    classes = board.rulebook.classes
    band = next((b for b in classes.bands if b.name == name), None) if classes else None
    if classes is None or band is None:
        raise UsageError(f"考核办法里没有“{name}”这一等次")
    words = f"评为{name}"
    if classes.rule is ClassRule.CUT and band.least is not None:
        return Goal(words=words, least=band.least, class_name=name)
    group = board.group(scored(board, org).group)
    ranks = [s.rank for s in group if s.class_name == name and s.rank]
    if not ranks:
        raise UsageError(f"组内没有单位评为“{name}”，看不出要到第几名")
    return Goal(words=words, rank=max(ranks), class_name=name)


def _ranked(trials: Trials, totals: dict[str, Fraction]) -> list[tuple[str, Fraction]]:
    board = trials.round_.board
    return [
        (s.org, totals.get(s.org, exact(s)))
        for s in board.group(trials.now.group)
        if s.rank is not None and s.org != trials.org
    ]


def _ahead(trials: Trials, totals: dict[str, Fraction], mine: Decimal) -> int:
    """Return how many stay ahead; of equals, all where a chain of items decides."""
    ties = trials.round_.board.rulebook.ties
    others = [trials.printed(total) for _, total in _ranked(trials, totals)]
    if ties.chain:
        return sum(1 for other in others if other + ties.tolerance >= mine)
    return sum(1 for other in others if other > mine)


def _step(trials: Trials, unit: Fraction) -> Fraction:
    """Return by how much equals have to be passed: not at all where they share a rank."""
    return unit if trials.round_.board.rulebook.ties.chain else Fraction(0)
