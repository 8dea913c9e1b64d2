"""A round and its figures → everything about them that deserves a second look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from paitou.contest.analysis.bunching import bunching_findings
from paitou.contest.analysis.findings import Finding
from paitou.contest.analysis.jumps import jump_findings
from paitou.contest.analysis.provenance import self_reported_findings, source_findings
from paitou.contest.analysis.removal import removal_findings
from paitou.contest.explaining.rounds import Round
from paitou.contest.results import Scoreboard
from paitou.model import Book


def integrity(
    round_: Round,
    *,
    past: Sequence[Scoreboard] = (),
    book: Book | None = None,
    deadline: dt.date | None = None,
) -> tuple[Finding, ...]:
    """Return what was found in all groups: 测算，供内部参考.

    Args:
        round_: that is looked at.
        past: earlier scoreboards, counted in where values are held against targets.
        book: with all vintages of the figures; without it, or without a deadline or a
            period, revisions are not looked at.
        deadline: the last day on which figures could be handed in.
    """
    board = round_.board
    found: list[Finding] = []
    for group in groups(board):
        found += removal_findings(round_, group)
        found += self_reported_findings(board, group)
        found += source_findings(board, group)
    found += bunching_findings((*past, board))
    if book is not None and deadline is not None and board.period is not None:
        found += jump_findings(book, board.rulebook, board.period, deadline)
    return tuple(found)


def groups(board: Scoreboard) -> tuple[str, ...]:
    """Return the groups in which two or more are scored: those that can be analysed."""
    counts: dict[str, int] = {}
    for score in board.scores:
        if score.exact is not None:
            counts[score.group] = counts.get(score.group, 0) + 1
    return tuple(group for group, count in counts.items() if count > 1)
