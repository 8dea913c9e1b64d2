"""A round of a contest → its board: who leads by what, league tables, what acted."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.contest.results import Scoreboard
from paitou.model import Issue
from paitou.office.contests.cells import CellTable, cell_table
from paitou.office.contests.league import League, leagues
from paitou.office.contests.numbers import signed_words
from paitou.office.contests.rounds import Choice

_MOST_LEADS = 3


@frozen(kw_only=True)
class Occurrence:
    """A bonus, a deduction or a veto, with its paper."""

    org: str
    what: str
    points: str
    why: str
    document: str
    day: str


@frozen(kw_only=True)
class BoardPage:
    """The board of one round.

    Attributes:
        tables: one league and one table of items a group.
        rules: general rules that acted, as printed.
    """

    choice: Choice
    sentence: str
    tables: tuple[tuple[League, CellTable], ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    rules: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def has_leads(self) -> bool:
        """Return whether there are more groups than the sentence names."""
        return len(self.tables) > _MOST_LEADS


def board_page(choice: Choice) -> BoardPage:
    """Return the board; a book without rulebooks or figures makes a page, too."""
    if choice.scored is None:
        return BoardPage(choice=choice, sentence=_idle_words(choice))
    board, before = choice.board, choice.before
    found = leagues(board, before)
    return BoardPage(
        choice=choice,
        sentence=board_sentence(board, found),
        tables=tuple((one, cell_table(board, before, one.group)) for one in found),
        occurrences=tuple(occurrences(board)),
        rules=board.notes,
        issues=tuple(dict.fromkeys((*choice.scored.issues, *board.issues))),
    )


def board_sentence(board: Scoreboard, found: tuple[League, ...]) -> str:
    """Return who leads in each group, as one sentence."""
    led = [one for one in found if one.lead]
    if not led:
        return "本期没有单位参加排名。"
    several = len(found) > 1
    told = [f"{one.name}{one.lead}" if several else one.lead for one in led[:_MOST_LEADS]]
    period = f"{board.period.label}，" if board.period else ""
    return f"{period}{'；'.join(told)}。"


def occurrences(board: Scoreboard) -> Iterator[Occurrence]:
    """Yield what came on top of the items, and what stands beside the score."""
    extras = {extra.id: extra.name for extra in board.rulebook.extras}
    for score in board.scores:
        for extra in score.extras:
            yield Occurrence(
                org=score.org,
                what=extras.get(extra.extra, extra.extra),
                points=signed_words(extra.points, board.rulebook.decimals),
                why="；".join(w for w in (extra.event.reason, extra.words) if w),
                document=extra.event.document,
                day=extra.event.day.isoformat() if extra.event.day else "",
            )
        for veto in score.vetoes:
            yield Occurrence(
                org=score.org,
                what="一票否决",
                points="不计分",
                why=veto,
                document="",
                day="",
            )


def _idle_words(choice: Choice) -> str:
    if choice.rulebook is None:
        return "这里将显示各县区、各部门的竞赛评比。"
    return f"按{choice.day.words}已知数据，还没有可以计分的一期。"
