"""A ledger and a catalogue → what the figures themselves say against each other."""

from __future__ import annotations

from paitou.figures.checks.board import Board
from paitou.figures.checks.series import series_issues
from paitou.figures.checks.vintages import vintage_issues
from paitou.figures.checks.wholes import whole_issues
from paitou.figures.ledger import Ledger
from paitou.indicators import Catalogue
from paitou.model import Issue

__all__ = ["check_figures"]


def check_figures(ledger: Ledger, catalogue: Catalogue) -> tuple[Issue, ...]:
    """Return every contradiction within the figures, whatever order they came in.

    Each check looks at all figures; none is left out because another found something.
    What estimates and unverified values contradict is only hinted at.
    """
    board = Board(ledger, catalogue)
    found = [*vintage_issues(board), *whole_issues(board), *series_issues(board)]
    alike = {(issue.code, issue.where, issue.message): issue for issue in found}
    return tuple(issue for _, issue in sorted(alike.items()))
