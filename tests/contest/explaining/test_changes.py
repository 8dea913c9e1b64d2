from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from contest.explaining.played import (
    RANGE,
    VALUES,
    field,
    formula,
    item,
    round_of,
    rounds,
    rules,
)
from paitou.contest.explaining.changes import change
from paitou.contest.explaining.rounds import play
from paitou.model import Missing


def later(**changes):
    values = {org: {**row, **changes.get(org, {})} for org, row in VALUES.items()}
    return round_of(values=values)


def test_own_progress_is_performance():
    found = change(round_of(), later(东溪区={"i0": "8.9"}), "东溪区")
    assert found.performance == found.total > 0
    assert found.yardstick == found.rules == found.missing == 0


def test_the_progress_of_others_is_yardstick():
    found = change(round_of(), later(西溪区={"i0": "12"}), "东溪区")
    assert found.yardstick == found.total < 0
    assert found.performance == 0


def test_both_are_told_apart():
    moved = later(东溪区={"i0": "8.9"}, 西溪区={"i0": "12"})
    found = change(round_of(), moved, "东溪区")
    own = change(round_of(), later(东溪区={"i0": "8.9"}), "东溪区")
    assert found.performance == own.total
    assert found.yardstick < 0


def test_other_weights_are_a_change_of_rules():
    other = rules(item(0, 50, formula("efficacy")), item(1, 50, formula("minmax")))
    found = change(round_of(), round_of(other), "东溪区")
    parts = {part.item: part for part in found.parts}
    assert found.rules == found.total
    assert parts["i1"].weights == Fraction(20, 3)
    assert parts["i1"].formula == 0


def test_another_formula_and_a_new_item_are_a_change_of_rules():
    other = rules(item(0, 60, formula("rank")), item(2, 40, formula("given")))
    values = {org: row | {"i2": "50"} for org, row in VALUES.items()}
    found = change(round_of(), round_of(other, values), "东溪区")
    parts = {part.item: part for part in found.parts}
    assert found.rules == found.total
    assert parts["i2"].formula == 20
    assert parts["i1"].formula == Fraction(-80, 3)


@pytest.mark.parametrize("rule", [Missing.ZERO, Missing.REWEIGHT])
def test_a_figure_that_is_missing_now_is_a_term_of_its_own(rule):
    rulebook = evolve(RANGE, missing=rule)
    gone = VALUES | {"东溪区": {"i0": "8.2", "i1": None}}
    found = change(round_of(rulebook), round_of(rulebook, gone), "东溪区")
    assert found.missing == found.total
    assert found.performance == found.rules == 0


def test_old_bounds_that_were_fixed_stay_the_yardstick():
    fixed = rules(item(0, 100, formula("minmax"), bounds={"": (0, 10)}))
    before = play(fixed, field({o: {"i0": r["i0"]} for o, r in VALUES.items()}))
    values = {o: {"i0": r["i0"]} for o, r in VALUES.items()} | {"西溪区": {"i0": "2"}}
    found = change(before, play(fixed, field(values)), "东溪区")
    assert found.total == found.yardstick == 0


@given(rounds(), rounds())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_change_sums_exactly(before, after):
    for score in after.board.scores:
        then = before.board.of(score.org)
        if then is None or then.exact is None or score.exact is None:
            continue
        found = change(before, after, score.org)
        total = sum(part.total for part in found.parts) + found.extras + found.rest
        assert total == found.total == score.exact - then.exact
