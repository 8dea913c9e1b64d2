"""Tests of the round that a 竞赛通报 speaks of."""

import datetime as dt

import pytest
from attrs import evolve

from paitou.model import Period, UsageError
from paitou.report.contest.material import contest_material

DAY = dt.date(2025, 11, 5)


def test_the_broadest_rulebook_and_the_last_round_are_the_default(yunze):
    found = contest_material(yunze, DAY)
    assert (found.rulebook.id, str(found.period)) == ("quarterly", "2025Q3")
    assert str(found.before.period) == "2025Q2"
    assert [name for _, name, _ in found.groups] == ["主城区", "县域", "开发区"]


def test_a_round_without_most_figures_is_not_the_default(yunze):
    assert str(contest_material(yunze, dt.date(2026, 6, 1)).period) == "2025Q3"


def test_a_closed_round_is_scored_by_what_was_known_before_the_next_ended(yunze):
    period = Period.parse("2025Q2")
    later = contest_material(yunze, dt.date(2026, 6, 1), period)
    assert later.as_of == dt.date(2025, 9, 30)
    assert later.board == contest_material(yunze, later.as_of, period).board


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"rulebook": "none"}, "departments（云泽市市直部门"),
        ({"period": Period.parse("2025")}, "2025Q3"),
        ({"period": Period.parse("2025Q4")}, "还没有结束"),
    ],
)
def test_what_there_is_not_is_told(yunze, asked, words):
    with pytest.raises(UsageError, match=words):
        contest_material(yunze, DAY, **asked)


def test_a_book_without_rulebooks_or_figures_is_told(yunze):
    with pytest.raises(UsageError, match="没有考核办法"):
        contest_material(evolve(yunze, rulebooks=()), DAY)
    with pytest.raises(UsageError, match="请先导入数据"):
        contest_material(evolve(yunze, figures=()), DAY)
