from fractions import Fraction

import pytest
from hypothesis import given

from contest.explaining.made import board, boards, score
from paitou.contest.explaining.gaps import (
    gap,
    gap_to_leader,
    gap_to_mean,
    gap_to_past,
    next_place,
)
from paitou.model import UsageError

EAST = score("东溪区", [("i0", "9/10", 60), ("i1", "1/2", 40)])
WEST = score("西溪区", [("i0", "4/5", 60), ("i1", 1, 40)], extras=[1])
NORTH = score("北溪区", [("i0", "1/2", 60), ("i1", "1/2", 40)])
BOARD = board(EAST, WEST, NORTH)


def test_a_gap_is_split_by_item_and_the_worst_comes_first():
    found = gap(BOARD, "东溪区", "西溪区")
    assert [(part.item, part.total) for part in found.parts] == [("i1", 20), ("i0", -6)]
    assert (found.total, found.extras, found.rest) == (15, 1, 0)
    assert [part.name for part in found.behind] == ["指标1"]
    assert [part.name for part in found.ahead] == ["指标0"]


def test_the_leader_has_no_gap_to_the_leader():
    assert gap_to_leader(BOARD, "西溪区").total == 0
    assert gap_to_leader(BOARD, "北溪区").other == "西溪区"


def test_the_next_place_is_that_of_the_nearest_better_rank():
    assert next_place(BOARD, "北溪区").other == "东溪区"
    assert next_place(BOARD, "西溪区") is None


def test_the_next_place_is_in_the_own_group():
    zone = score("高新区", [("i0", "3/5", 60)], group="园区")
    other = score("经开区", [("i0", "4/5", 60)], group="园区")
    found = next_place(board(EAST, WEST, zone, other), "高新区")
    assert found.other == "经开区"


def test_the_gaps_of_a_group_to_its_mean_cancel():
    gaps = [gap_to_mean(BOARD, s.org) for s in BOARD.scores]
    assert sum(g.total for g in gaps) == 0
    assert gaps[0].other == "组平均"


def test_other_full_marks_are_a_term_of_their_own():
    mine = score("东溪区", [("i0", "1/2", 100), ("i1", None, 0)])
    theirs = score("西溪区", [("i0", "1/2", 60), ("i1", "1/4", 40)])
    parts = {p.item: p for p in gap(board(mine, theirs), "东溪区", "西溪区").parts}
    assert (parts["i0"].points, parts["i0"].full) == (0, -20)
    assert (parts["i1"].points, parts["i1"].full) == (0, 10)


def test_the_past_is_compared_like_another():
    past = board(score("东溪区", [("i0", "1/2", 60), ("i1", "1/2", 40)]))
    found = gap_to_past(past, BOARD, "东溪区")
    assert found.total == -24
    assert found.other == "2023年二季度"


def test_who_takes_no_part_has_no_gap():
    with pytest.raises(UsageError, match="没有参加"):
        gap(BOARD, "东溪区", "南溪区")


@given(boards())
def test_every_gap_sums_exactly(found):
    for one in found.scores:
        for other in found.scores:
            _sums(gap(found, one.org, other.org), other.exact - one.exact)
        mean = sum(s.exact for s in found.scores) / Fraction(len(found.scores))
        _sums(gap_to_mean(found, one.org), mean - one.exact)


def _sums(split, total):
    assert split.total == total
    assert sum(part.total for part in split.parts) + split.extras + split.rest == total


@given(boards())
def test_a_gap_turned_round_has_the_other_sign(found):
    one, other = found.scores[0].org, found.scores[-1].org
    there = {p.item: (p.points, p.full) for p in gap(found, one, other).parts}
    back = {p.item: (-p.points, -p.full) for p in gap(found, other, one).parts}
    assert there == back
