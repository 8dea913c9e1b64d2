from decimal import Decimal

import pytest

from contest.explaining.made import board, score
from paitou.contest.analysis.weighing import acceptable_places, possible_places
from paitou.model import UsageError

pytest.importorskip("numpy")
BOARD = board(
    score("东溪区", [("i0", "9/10", 60), ("i1", "1/2", 40)]),
    score("西溪区", [("i0", "4/5", 60), ("i1", "7/10", 40)]),
    score("北溪区", [("i0", "1/5", 60), ("i1", "1/5", 40)]),
)


def test_who_is_last_in_everything_is_last_whatever_the_weights():
    found = possible_places(BOARD)
    assert found.orgs == ("西溪区", "东溪区", "北溪区")
    assert (found.best, found.worst) == ((1, 1, 3), (2, 2, 3))
    assert found.firm == 1
    assert "上下25%" in found.how


def test_with_hardly_any_room_the_order_stands():
    found = possible_places(BOARD, within=Decimal("0.01"))
    assert found.best == found.worst == found.ranks


def test_the_shares_of_places_sum_to_one_and_the_seed_gives_them_again():
    found = acceptable_places(BOARD, draws=500, seed=5)
    assert [sum(row) for row in found.shares] == pytest.approx([1, 1, 1])
    assert found == acceptable_places(BOARD, draws=500, seed=5)
    assert found.within_first("北溪区", 2) == 0
    assert "随机种子5" in found.how


def test_a_share_of_nothing_or_of_all_is_refused():
    with pytest.raises(UsageError, match="幅度"):
        possible_places(BOARD, within=Decimal(1))
    with pytest.raises(UsageError, match="次数"):
        acceptable_places(BOARD, draws=0)
