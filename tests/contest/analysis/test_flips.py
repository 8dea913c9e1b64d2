from fractions import Fraction

from hypothesis import given

from contest.explaining.made import board, boards, rulebook, score
from paitou.contest.analysis.flips import flip, flips
from paitou.contest.analysis.matrix import matrix, weighed


def test_the_smallest_move_makes_two_level():
    made = board(
        score("西溪区", [("i0", 1, 60), ("i1", "1/2", 40)]),
        score("东溪区", [("i0", "4/5", 60), ("i1", "7/10", 40)]),
    )
    (found,) = flips(made).flips
    assert (found.upper, found.lower, found.lead) == ("西溪区", "东溪区", 4)
    assert (found.item, found.moved) == ("i1", Fraction(1, 6))
    assert (found.pair, found.pair_moved) == (("i0", "i1"), Fraction(1, 10))


def test_who_is_ahead_in_everything_cannot_be_passed():
    made = board(
        score("西溪区", [("i0", 1, 60), ("i1", 1, 40)]),
        score("东溪区", [("i0", "4/5", 60), ("i1", "7/10", 40)]),
    )
    (found,) = flips(made).flips
    assert found.item is None
    assert found.pair is None


@given(boards())
def test_with_the_weights_moved_both_are_level(made):
    found = matrix(board(*made.scores, rules=rulebook(30, 30, 20, 20)))
    for i, j in zip(range(len(found.orgs)), range(1, len(found.orgs)), strict=False):
        one = flip(found, i, j)
        if one.item is not None:
            moved = [w * (1 - one.moved) for w in found.weights]
            moved[found.items.index(one.item)] += one.moved
            assert weighed(moved, found.shares[i]) == weighed(moved, found.shares[j])
        if one.pair is not None:
            moved = list(found.weights)
            moved[found.items.index(one.pair[0])] -= one.pair_moved
            moved[found.items.index(one.pair[1])] += one.pair_moved
            assert weighed(moved, found.shares[i]) == weighed(moved, found.shares[j])
            assert min(moved) >= 0
