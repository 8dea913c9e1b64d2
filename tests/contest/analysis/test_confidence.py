from decimal import Decimal

import pytest

from contest.explaining.made import board, rulebook, score
from paitou.contest.analysis.confidence import confident_places, revision_errors, tiers
from paitou.model import UsageError

pytest.importorskip("numpy")
RULES = rulebook(100)


def made(**points):
    rows = [score(org, [("i0", Decimal(p) / 100, 100)]) for org, p in points.items()]
    return board(*rows, rules=RULES)


BOARD = made(东溪区="90", 西溪区="89", 北溪区="50")


def test_what_the_errors_leave_open_stays_open():
    found = confident_places(BOARD, dict.fromkeys(("东溪区", "西溪区", "北溪区"), 1.0))
    assert (found.best, found.worst) == ((1, 1, 3), (2, 2, 3))
    assert found.tiers == (1, 1, 2)
    assert "95%" in found.how


def test_everybody_of_a_higher_tier_is_surely_ahead():
    assert tiers([9, 8, 7, 6], [1, 1, 2, 4]) == (1, 1, 1, 2)
    assert tiers([9, 8], [1, 1]) == (1, 1)
    assert tiers([8, 9], [2, 1]) == (2, 1)


def test_errors_come_from_how_scores_were_revised():
    first, last = made(东溪区="90", 西溪区="80"), made(东溪区="92", 西溪区="80")
    assert revision_errors([(first, last)]) == {"东溪区": 1.0, "西溪区": 1.0}


def test_an_error_that_is_missing_or_negative_is_refused():
    with pytest.raises(UsageError, match="缺少北溪区"):
        confident_places(BOARD, {"东溪区": 1, "西溪区": 1})
    with pytest.raises(UsageError, match="不是非负数"):
        confident_places(BOARD, {"东溪区": 1, "西溪区": -1, "北溪区": 1})
    with pytest.raises(UsageError, match="都计分"):
        revision_errors([])
