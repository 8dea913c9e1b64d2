"""为什么是这个分."""

from __future__ import annotations

from decimal import Decimal

import pytest

from paitou.model import Fact
from paitou.office.contests.why import looked_at, why


@pytest.fixture(scope="module")
def opened(third):
    return why(third.scored.round_, third.board.of("东渡区"))


def test_every_item_opens_to_its_figure_and_sum(opened):
    row = opened.rows[0]
    (figure,) = row.readings
    assert (row.branch, row.name, row.anchor) == ("经济", "货运量增速", "i-cargo")
    assert (figure.name, figure.value, figure.state) == ("实际值", "7%", "已确认")
    assert (figure.known_on, figure.where) == ("2025-10-20", "数.csv 第3行")
    assert row.sums == ("60＋40×（7−5）÷（8−5）＝86.67",)


def test_the_branch_is_told_once(opened):
    assert [row.branch for row in opened.rows] == ["经济", "", ""]


def test_self_reported_figures_are_marked(opened):
    assert [row.is_self_reported for row in opened.rows] == [False, True, False]


def test_the_lines_under_the_table_sum_to_the_score(opened):
    *lines, (name, score) = opened.sums
    total = sum(Decimal(points.replace("−", "-")) for _, points in lines)
    assert name == "得分，四舍五入"
    assert round(total, 2) == Decimal(score)


def test_a_missing_figure_says_why(third):
    row = why(third.scored.round_, third.board.of("北澳区")).rows[2]
    assert row.missing == "缺数，按本组最低得分率计"
    assert "没有2025年三季度的数" in row.readings[0].why


def test_only_the_facts_that_a_formula_looks_at_are_shown(yunze):
    (rulebook,) = (book for book in yunze.rulebooks if book.id == "quarterly")
    facts = {item.id: looked_at(item.formula) for item in rulebook.scored}
    assert facts["industry"] == {Fact.VALUE}
    assert facts["gdp"] == {Fact.VALUE, Fact.TARGET}
    assert facts["retail"] == {Fact.VALUE, Fact.CITY}
