"""A round → its analysis, kept off the board: how far ranks hold, what deserves a look."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from paitou.contest.analysis.confidence import ConfidentPlaces, confident_places
from paitou.contest.analysis.findings import Finding
from paitou.contest.analysis.flips import Flip, flips
from paitou.contest.analysis.integrity import groups, integrity
from paitou.contest.analysis.leaving import LeaveOut, leave_items_out, leave_sources_out
from paitou.contest.analysis.matrix import INTERNAL
from paitou.contest.analysis.reliability import Reliability, reliability
from paitou.contest.analysis.sensitivity import Sensitivity, sensitivity
from paitou.contest.analysis.weighing import (
    Acceptability,
    PossiblePlaces,
    acceptable_places,
    possible_places,
)
from paitou.contest.explaining.digits import mark_words
from paitou.contest.results import Scoreboard
from paitou.office.books import Scored
from paitou.office.contests.rounds import Choice

_LEAST_ORGS = 3
#: The rulebook names no last day for figures: so many days after the period are ours.
_DEADLINE_DAYS = 30


@frozen(kw_only=True)
class Reach:
    """How far the rank of one organisation holds.

    Attributes:
        best, worst: over all weights near those set.
        start, width: of the span of places, in hundredths of the group.
        kept: how often it keeps its place where weights are drawn.
        tier: None where nothing is known of how scores vary.
        sure: ranks that the variation of scores leaves open.
    """

    org: str
    rank: int
    best: int
    worst: int
    start: str
    width: str
    kept: str
    tier: int | None = None
    sure: str = ""


@frozen(kw_only=True)
class Shift:
    """A change of the rules or of the data, and who would move by it."""

    name: str
    moved: str


@frozen(kw_only=True)
class Looks:
    """What one method found that deserves a second look."""

    how: str
    sentences: tuple[str, ...]


@frozen(kw_only=True)
class GroupAnalysis:
    """How far the ranks of one group hold.

    Attributes:
        sentence: what it comes to.
        hows: the methods, as computed.
    """

    name: str
    sentence: str
    reaches: tuple[Reach, ...]
    reliability: str
    flips: tuple[Shift, ...]
    items: tuple[Shift, ...]
    sources: tuple[Shift, ...]
    steady: int
    hows: tuple[str, ...]


@frozen(kw_only=True)
class Analysis:
    """The analysis of a round."""

    groups: tuple[GroupAnalysis, ...]
    choices: tuple[Shift, ...]
    findings: tuple[Looks, ...]
    deadline: dt.date

    @property
    def count(self) -> int:
        """Return how many things deserve a second look."""
        return sum(len(one.sentences) for one in self.findings)


@frozen(kw_only=True)
class AnalysisPage:
    """The analysis as a page; None where no round can be scored."""

    choice: Choice
    mark: str
    sentence: str
    analysis: Analysis | None


def analysis_page(choice: Choice) -> AnalysisPage:
    """Return the analysis, worked out once a round and day."""
    scored = choice.scored
    if scored is None or choice.rulebook is None:
        told = "还没有可以计分的一期，无从分析。"
        return AnalysisPage(choice=choice, mark=INTERNAL, sentence=told, analysis=None)
    key = ("analysis", choice.rulebook.id, scored.period, choice.day.date)
    found = choice.shelved.scorekeeper.remember(key, lambda: _analysis(choice, scored))
    return AnalysisPage(
        choice=choice, mark=INTERNAL, sentence=_sentence(found), analysis=found
    )


def _analysis(choice: Choice, scored: Scored) -> Analysis:
    round_, board = scored.round_, scored.round_.board
    past = tuple(one.board for one in scored.past)
    names = {group.id: group.name for group in board.rulebook.groups}
    deadline = scored.period.last_day + dt.timedelta(days=_DEADLINE_DAYS)
    return Analysis(
        groups=tuple(
            _group(board, past, group, names.get(group, "全部参评单位"))
            for group in groups(board)
        ),
        choices=tuple(_choices(sensitivity(round_))),
        findings=_looks(
            integrity(round_, past=past, book=choice.shelved.book, deadline=deadline)
        ),
        deadline=deadline,
    )


def _looks(found: Sequence[Finding]) -> tuple[Looks, ...]:
    """Return the findings by their method; groups may have the same in common."""
    by_how: dict[str, dict[str, None]] = {}
    for each in found:
        by_how.setdefault(each.how, {})[each.sentence] = None
    return tuple(Looks(how=how, sentences=(*said,)) for how, said in by_how.items())


def _group(
    board: Scoreboard, past: Sequence[Scoreboard], group: str, name: str
) -> GroupAnalysis:
    boards = (*past, board)
    places = possible_places(board, group)
    drawn = acceptable_places(board, group)
    found = _reliability(boards, group)
    sure = _confident(board, group, found)
    reaches = tuple(_reaches(places, drawn, sure))
    swaps = flips(board, group)
    items, sources = leave_items_out(board, group), leave_sources_out(board, group)
    hows = [places.how, drawn.how, swaps.how, items.how]
    hows += [found.how] if found else []
    hows += [f"{sure.how}。标准误差取同一单位各期得分的波动"] if sure else []
    return GroupAnalysis(
        name=name,
        sentence=_firm_words(places.firm, len(reaches)),
        reaches=reaches,
        reliability=_reliability_words(found),
        flips=tuple(_flip(board, each) for each in swaps.flips),
        items=tuple(_left(items)),
        sources=tuple(_left(sources)),
        steady=sum(1 for left in items.left if not any(left.moved)),
        hows=tuple(dict.fromkeys((*hows, *places.notes))),
    )


def _reaches(
    places: PossiblePlaces, drawn: Acceptability, sure: ConfidentPlaces | None
) -> Iterator[Reach]:
    count = len(places.orgs)
    for n, (org, rank) in enumerate(zip(places.orgs, places.ranks, strict=True)):
        best, worst = places.best[n], places.worst[n]
        at = sure.orgs.index(org) if sure else 0
        yield Reach(
            org=org,
            rank=rank,
            best=best,
            worst=worst,
            start=f"{(best - 1) / count * 100:.1f}",
            width=f"{(worst - best + 1) / count * 100:.1f}",
            kept=f"{drawn.shares[n][rank - 1] * 100:.0f}%",
            tier=sure.tiers[at] if sure else None,
            sure=_span(sure.best[at], sure.worst[at]) if sure else "",
        )


def _span(best: int, worst: int) -> str:
    return f"第{best}名" if best == worst else f"第{best}—{worst}名"


def _firm_words(firm: int, count: int) -> str:
    if firm == count:
        return f"{count}家的名次都稳：权重在规定值上下四分之一以内怎样定都不变。"
    if not firm:
        return f"{count}家的名次都可能随权重变动。"
    return f"{count}家中{firm}家的名次不随权重变动，其余{count - firm}家会变。"


def _reliability(boards: Sequence[Scoreboard], group: str) -> Reliability | None:
    shared = [
        {s.org for s in board.group(group) if s.exact is not None} for board in boards
    ]
    if len(boards) < 2 or len(set.intersection(*shared)) < _LEAST_ORGS:
        return None
    return reliability(boards, group)


def _reliability_words(found: Reliability | None) -> str:
    if found is None:
        return "期数或单位太少，测不出一期成绩有多可靠。"
    notes = f"（{'；'.join(found.notes)}）" if found.notes else ""
    return (
        f"按{found.quarters}期成绩测算，一期得分的可靠性为{found.one:.2f}，"
        f"四期平均为{found.four:.2f}（1为完全可靠）{notes}。"
    )


def _confident(
    board: Scoreboard, group: str, found: Reliability | None
) -> ConfidentPlaces | None:
    if found is None:
        return None
    error = math.sqrt(found.within)
    orgs = [s.org for s in board.group(group) if s.exact is not None]
    return confident_places(board, dict.fromkeys(orgs, error), group)


def _flip(board: Scoreboard, each: Flip) -> Shift:
    pair = f"{each.upper}领先{each.lower}{mark_words(each.lead)}"
    if each.moved is None:
        return Shift(name=pair, moved="各项都不落后，怎样改权重都不会被追平")
    item = board.rulebook.item(each.item or "")
    told = f"把全部权重的{_percent(each.moved)}移给{item.name if item else each.item}"
    return Shift(name=pair, moved=f"{told}，两家即持平")


def _left(found: LeaveOut) -> Iterator[Shift]:
    for left in found.left:
        if any(left.moved):
            yield Shift(
                name=left.name, moved=_moves(zip(found.orgs, left.moved, strict=True))
            )


def _choices(found: Sequence[Sensitivity]) -> Iterator[Shift]:
    for each in found:
        moved = _moves(each.moved)
        most = mark_words(each.largest)
        told = moved or "名次不变"
        yield Shift(name=each.words, moved=f"{told}（得分最多变动{most}）")


def _moves(moved: Iterable[tuple[str, int]]) -> str:
    told = (f"{org}{'上升' if n > 0 else '下降'}{abs(n)}位" for org, n in moved if n)
    return "，".join(told)


def _percent(share: Fraction) -> str:
    return f"{float(share) * 100:.1f}%"


def _sentence(found: Analysis) -> str:
    if not found.groups:
        return "计分的单位太少，无从分析。"
    told = "；".join(f"{one.name}{one.sentence}".rstrip("。") for one in found.groups)
    looks = f"另有{found.count}处值得核对。" if found.findings else ""
    return f"{told}。{looks}"
