import datetime as dt

import pytest

from paitou.model import UsageError
from paitou.render.poster import Chart, Heading, Listing
from paitou.report.contest.material import contest_material
from paitou.report.panels.contest import contest_panels


@pytest.fixture(scope="session")
def board(yunze):
    return contest_material(yunze, dt.date(2025, 11, 5)).board


def test_every_group_has_its_table(board):
    parts = next(contest_panels(board, is_simulated=True)).parts
    assert [p.text for p in parts if isinstance(p, Heading)] == ["主城区", "县域", "开发区"]
    assert sum(isinstance(part, Chart) for part in parts) == 3


def test_one_group_is_told_what_it_lacks(board):
    parts = next(contest_panels(board, group="县域")).parts
    listing = next(part for part in parts if isinstance(part, Listing))
    assert [row.cells[0] for row in listing.rows] == [
        score.org for score in board.group("county")[1:]
    ]


def test_the_rules_and_what_is_ours_are_named(board):
    panel = next(contest_panels(board, known="2025年11月5日已知的数据"))
    assert board.rulebook.title in panel.context
    assert any(board.rulebook.ours in note for note in panel.notes)


def test_a_group_that_is_not_there_is_refused(board):
    with pytest.raises(UsageError, match="主城区"):
        next(contest_panels(board, group="没有"))
