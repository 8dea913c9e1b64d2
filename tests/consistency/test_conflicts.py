"""Conflicts against trying every set, by an elimination of variables."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.made import systems
from consistency.oracle import row, scaled, smallest_conflicts
from paitou.consistency import System, TimeUp, all_conflicts, first_conflict
from paitou.model import UsageError


def test_every_conflict_of_the_plan_is_found_smallest_first(plan):
    found = all_conflicts(plan)
    rest = ("GDP≤10500", "一产≥327")
    assert found.sets == (
        (*rest, "工业≥3000", "建筑业≥600", "服务业≥6600"),
        (*rest, "工业占比≥30%", "建筑业≥600", "服务业≥6600"),
    )
    assert found.complete
    assert not found.feasible
    assert first_conflict(plan) in found.sets


@given(systems())
@settings(max_examples=150, deadline=None)
def test_conflicts_are_those_that_trying_all_sets_finds(system):
    expected, found = smallest_conflicts(system), all_conflicts(system)
    assert found.complete
    if expected == [()]:
        assert not found.identities_hold
    else:
        assert list(found.sets) == sorted(expected, key=lambda names: (len(names), names))


@given(systems(), st.randoms(use_true_random=False), st.fractions(min_value="1/1000"))
@settings(max_examples=50, deadline=None)
def test_neither_the_order_of_rows_nor_their_unit_matters(system, order, factor):
    rows = list(system.constraints)
    order.shuffle(rows)
    again = System(rows, system.nonnegative)
    assert all_conflicts(again) == all_conflicts(system)
    assert all_conflicts(scaled(system, factor)) == all_conflicts(system)


def _many(pairs):
    """Each of the pairs has two floors and a ceiling on their sum."""
    rows = [row("上限", {f"x{i}": 1 for i in range(pairs)}, hi=pairs)]
    for i in range(pairs):
        rows += [row(f"t{i}甲", {f"x{i}": 1}, lo=2), row(f"t{i}乙", {f"x{i}": 1}, lo=3)]
    return System(rows)


def test_what_a_limit_cuts_off_is_said():
    cut = all_conflicts(_many(6), limit=5)
    assert (len(cut.sets), cut.complete, cut.feasible) == (5, False, False)
    assert all_conflicts(_many(3)).complete


def test_too_little_time_is_said():
    with pytest.raises(TimeUp):
        all_conflicts(_many(6), seconds=-1)


def test_parts_without_a_common_variable_do_not_multiply():
    pairs = [
        row(f"{side}{i}", {f"x{i}": 1}, **{side: value})
        for i in range(40)
        for side, value in (("lo", 2), ("hi", 1))
    ]
    assert len(all_conflicts(System(pairs)).sets) == 40


def test_a_band_is_used_by_the_side_that_contradicts():
    band = row("带", {"x": 1}, lo=2, hi=3)
    system = System([band, row("低", {"x": 1}, hi=1), row("高", {"x": 1}, lo=4)])
    assert all_conflicts(system).sets == (("低", "带"), ("低", "高"), ("带", "高"))


def test_a_constraint_without_variables_is_judged_by_itself():
    assert all_conflicts(System([row("空", {}, lo=5)])).sets == (("空",),)
    assert all_conflicts(System([row("空", {}, lo=-5)])).feasible


def test_identities_that_contradict_are_told_apart():
    pair = [
        row("a", {"x": 1}, lo=2, kind="identity"),
        row("b", {"x": 1}, hi=1, kind="identity"),
    ]
    found = all_conflicts(System([*pair, row("t", {"y": 1}, lo=1)]))
    assert (found.identities_hold, found.sets, found.feasible) == (False, (), False)
    with pytest.raises(UsageError, match="恒等关系"):
        first_conflict(System(pair))


def test_hundred_targets_with_one_planted_conflict(plan):
    """Many targets around it, none of them in its way."""
    chance = random.Random(7)  # noqa: S311
    more = [
        row(f"t{i}", {f"d{i % 40}": 1}, lo=round(chance.uniform(1, 9), 2))
        for i in range(100)
    ]
    found = all_conflicts(System([*plan.constraints, *more]))
    assert found == all_conflicts(plan)
