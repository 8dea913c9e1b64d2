from fractions import Fraction

import pytest
from hypothesis import given

from contest.explaining.made import board, boards, rulebook, score
from paitou.contest.analysis.matrix import matrix, places
from paitou.model import Contestants, UsageError


def test_shares_and_weights_give_the_scores_back():
    found = matrix(board(
        score("东溪区", [("i0", "9/10", 60), ("i1", "1/2", 40)], extras=[2]),
        score("西溪区", [("i0", "4/5", 60), ("i1", 1, 40)]),
    ))  # fmt: skip
    assert found.orgs == ("西溪区", "东溪区")
    assert found.scores == (88, 76)
    assert found.weights == (Fraction(3, 5), Fraction(2, 5))


def test_an_item_that_does_not_count_has_the_mean_of_the_others():
    found = matrix(board(
        score("东溪区", [("i0", "1/2", 100), ("i1", None, 0)]),
        score("西溪区", [("i0", "4/5", 60), ("i1", 1, 40)]),
    ))  # fmt: skip
    assert found.shares[1] == (Fraction(1, 2), Fraction(1, 2))
    assert "东溪区" in found.notes[0]


def test_a_group_has_weights_of_its_own_and_leaves_items_out():
    group = Contestants(id="园区", name="园区", weights={"i1": 0})
    rows = [score(o, [("i0", "1/2", 60)], group="园区") for o in ("高新区", "经开区")]
    found = matrix(board(*rows, rules=rulebook(60, 40, groups=(group,))), "园区")
    assert found.items == ("i0",)
    assert found.full == 60


def test_a_group_of_one_cannot_be_analysed():
    with pytest.raises(UsageError, match="不足两家"):
        matrix(board(score("东溪区", [("i0", 1, 60)])))


def test_places_are_shared_by_equals():
    assert places([3, 1, 3, 2]) == (1, 4, 1, 3)


@given(boards())
def test_the_scores_come_back_exactly(made):
    made_with = board(*made.scores, rules=rulebook(30, 30, 20, 20))
    found = matrix(made_with)
    exact = {s.org: s.exact for s in made_with.scores}
    assert dict(zip(found.orgs, found.scores, strict=True)) == exact
