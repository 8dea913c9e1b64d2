from fractions import Fraction

import pytest
from attrs import evolve

from contest.explaining.made import board, rulebook, score
from paitou.contest.analysis.leaving import leave_items_out, leave_sources_out
from paitou.model import UsageError

RULES = rulebook(60, 40)
BOARD = board(
    score("东溪区", [("i0", "9/10", 60), ("i1", "1/2", 40)]),
    score("西溪区", [("i0", "4/5", 60), ("i1", 1, 40)]),
    score("北溪区", [("i0", "1/2", 60), ("i1", "3/5", 40)]),
)


def test_without_an_item_the_others_are_stretched():
    found = leave_items_out(BOARD)
    left = found.without("指标1")
    assert dict(zip(found.orgs, left.scores, strict=True)) == {
        "西溪区": 80, "东溪区": 90, "北溪区": 50,
    }  # fmt: skip
    assert dict(zip(found.orgs, left.moved, strict=True))["东溪区"] == 1


def test_a_source_takes_all_its_items_along():
    items = tuple(
        evolve(item, source=source)
        for item, source in zip(RULES.items, ("统计局", "财政局"), strict=True)
    )
    found = leave_sources_out(evolve(BOARD, rulebook=evolve(RULES, items=items)))
    assert [left.name for left in found.left] == ["统计局", "财政局"]
    assert found.without("财政局").items == ("i1",)


def test_where_nothing_would_be_left_there_is_no_such_row():
    assert leave_sources_out(BOARD).left == ()


def test_bonuses_stay():
    rows = [score(o, [("i0", "1/2", 60), ("i1", 0, 40)], [3]) for o in ("东溪区", "西溪区")]
    left = leave_items_out(board(*rows)).without("指标1")
    assert left.scores == (Fraction(53), Fraction(53))


def test_a_name_that_nothing_has_is_refused():
    with pytest.raises(UsageError, match="指标9"):
        leave_items_out(BOARD).without("指标9")
