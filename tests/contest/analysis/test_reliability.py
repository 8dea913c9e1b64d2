import random

import pytest

from contest.explaining.made import board, rulebook, score
from paitou.contest.analysis.reliability import reliability, spearman_brown
from paitou.model import UsageError

RULES = rulebook(100)


def quarter(*scores):
    rows = [score(f"区{n}", [("i0", round(s * 1000), 1)]) for n, s in enumerate(scores)]
    return board(*rows, rules=RULES)


def test_scores_that_never_change_are_wholly_reliable():
    found = reliability([quarter(1, 2, 3), quarter(2, 3, 4)])
    assert found.one == 1
    assert found.four == 1
    assert found.tau == pytest.approx(1)


def test_scores_that_only_change_are_not_reliable_at_all():
    found = reliability([quarter(1, 2, 3), quarter(3, 2, 1)])
    assert found.one == 0
    assert "按可靠性为零计" in found.notes[0]


def test_half_becomes_four_fifths_in_four_quarters():
    assert spearman_brown(0.5, 4) == pytest.approx(0.8)


def test_the_share_that_was_put_in_is_found():
    chance = random.Random(7)  # noqa: S311 (a simulation)
    lasting = [chance.gauss(0, 1) for _ in range(200)]
    quarters = [quarter(*(x + chance.gauss(0, 1) for x in lasting)) for _ in range(6)]
    assert reliability(quarters).one == pytest.approx(0.5, abs=0.06)


def test_one_quarter_tells_nothing():
    with pytest.raises(UsageError, match="至少要两期"):
        reliability([quarter(1, 2, 3)])
