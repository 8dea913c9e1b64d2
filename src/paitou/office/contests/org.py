"""One organisation in a round → its own page: why this score, where the gap is, how on."""

from __future__ import annotations

from attrs import frozen

from paitou.contest.explaining.words import why_words
from paitou.contest.results import OrgScore
from paitou.model import Period
from paitou.office.contests.apart import Apart, gaps_of
from paitou.office.contests.board import Occurrence, occurrences
from paitou.office.contests.catching import Catching, catching
from paitou.office.contests.numbers import Movement, movement, points_words
from paitou.office.contests.rounds import Choice, WrongRound
from paitou.office.contests.why import Why, why


@frozen(kw_only=True)
class Stage:
    """A round of the organisation's past, and this one.

    Attributes:
        lacks: whether items lack all figures there.
    """

    period: Period
    score: str
    rank: str
    of: int
    is_this: bool
    lacks: bool


@frozen(kw_only=True)
class OrgPage:
    """One organisation in one round.

    Attributes:
        answer: score and rank as a sentence; the largest gap after it.
        stages: its score and rank in every round.
        peers: everybody of its group, in order of rank.
    """

    choice: Choice
    score: OrgScore
    group: str
    answer: str
    told: str
    movement: Movement
    why: Why
    gaps: tuple[Apart, ...]
    catching: Catching | None
    occurrences: tuple[Occurrence, ...]
    stages: tuple[Stage, ...]
    peers: tuple[OrgScore, ...]


def org_page(choice: Choice, org: str) -> OrgPage:
    """Return the page of an organisation.

    Raises:
        WrongRound: it takes no part in the round.
    """
    board, scored = choice.board, choice.scored
    score = board.of(org)
    if score is None or scored is None:
        raise WrongRound(f"“{org[:20]}”没有参加这一期评比，请从竞赛评比首页重新选择。")
    round_, past = scored.round_, scored.past[-1] if scored.past else None
    gaps = gaps_of(round_, past, score)
    groups = {group.id: group.name for group in board.rulebook.groups}
    then = choice.before.of(org) if choice.before else None
    same = then if then and then.group == score.group else None
    return OrgPage(
        choice=choice,
        score=score,
        group=groups.get(score.group, ""),
        answer=_answer(choice, score),
        told=gaps[0].sentence if gaps else "",
        movement=movement(same.rank if same else None, score.rank),
        why=why(round_, score),
        gaps=gaps,
        catching=_catching(choice, score),
        occurrences=tuple(one for one in occurrences(board) if one.org == org),
        stages=tuple(_stages(choice, org)),
        peers=board.group(score.group),
    )


def _answer(choice: Choice, score: OrgScore) -> str:
    period = choice.board.period
    head = f"{period.label}，" if period else ""
    if score.exact is None:
        return f"{head}{score.org}不计分：{score.why_unranked or '缺少数据'}。"
    return f"{head}{why_words(choice.board, score.org)[0]}"


def _catching(choice: Choice, score: OrgScore) -> Catching | None:
    scored = choice.scored
    if scored is None or choice.rulebook is None:
        return None
    key = ("catching", choice.rulebook.id, scored.period, choice.day.date, score.org)
    return choice.shelved.scorekeeper.remember(key, lambda: catching(scored.round_, score))


def _stages(choice: Choice, org: str) -> list[Stage]:
    found = []
    lacking = {period for period, _, lacks in choice.others if lacks}
    for period, scored in choice.rounds.items():
        score = scored.round_.board.of(org)
        if score is None:
            continue
        decimals = scored.round_.board.rulebook.decimals
        peers = scored.round_.board.group(score.group)
        found.append(
            Stage(
                period=period,
                score="" if score.score is None else points_words(score.score, decimals),
                rank=str(score.rank) if score.rank else "",
                of=sum(1 for each in peers if each.rank),
                is_this=choice.scored is scored,
                lacks=period in lacking,
            )
        )
    return found
