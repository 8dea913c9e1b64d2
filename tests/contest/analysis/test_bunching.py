from decimal import Decimal

import pytest
from attrs import evolve

from contest.explaining.made import board, rulebook, score
from paitou.contest.analysis.bunching import bunching, bunching_findings
from paitou.contest.readings import Reading
from paitou.model import Fact, UsageError


def made(*values, direction=1, target=100):
    rules = rulebook(100)
    items = (evolve(rules.items[0], direction=direction),)
    rows = []
    for n, value in enumerate(values):
        one = score(f"区{n}", [("i0", 1, 100)])
        readings = (
            (Fact.VALUE, Reading(value=Decimal(value))),
            (Fact.TARGET, Reading(value=Decimal(target))),
        )
        rows.append(evolve(one, points=(evolve(one.points[0], readings=readings),)))
    return board(*rows, rules=evolve(rules, items=items))


def test_values_are_counted_on_both_sides_of_their_targets():
    found = bunching([made("100", "101.9", "102", "99", "97")])[-1]
    assert (found.name, found.above, found.below) == ("全部指标", 2, 1)
    assert found.ratio == 2


def test_a_crowd_just_above_is_found():
    board_ = made(*["100.1"] * 11, "99.5")
    found = bunching_findings([board_])
    assert [f.number("刚好达到") for f in found] == [11, 11]
    assert (
        "目标附近2%以内的12个数中，刚好达到的有11个，差一点的只有1个" in found[0].sentence
    )


def test_below_ten_cases_it_is_silent():
    assert bunching_findings([made(*["100.1"] * 9)]) == ()


def test_an_even_spread_is_no_finding():
    assert bunching_findings([made(*["100.1"] * 6, *["99.9"] * 6)]) == ()


def test_where_less_is_better_just_below_is_just_reached():
    assert bunching([made("99.5", direction=-1)])[0].above == 1


def test_the_width_is_a_share():
    with pytest.raises(UsageError, match="宽度"):
        bunching([], Decimal(2))


def test_small_counts_that_reach_their_target_exactly_are_no_crowd():
    assert bunching_findings([made(*["3"] * 20, target=3)]) == ()
