"""Implied bounds and redundant targets, each with those that suffice."""

from fractions import Fraction
from itertools import combinations

import pytest
from attrs import evolve
from hypothesis import given, settings

from consistency.made import systems
from consistency.oracle import can_hold, row
from paitou.consistency import System, implied, redundant
from paitou.model import UsageError


@pytest.fixture
def wide(plan):
    """The plan with a ceiling that leaves room."""
    rows = [evolve(c, terms=dict(c.terms)) for c in plan.constraints if c.hi != 10500]
    return System([*rows, row("GDP≤11500", {"gdp": 1}, hi=11500)])


def test_what_the_plan_implies(wide):
    gdp, ind, con = implied(wide, ["gdp", "ind", "con"])
    facts = ("一产≥327", "工业占比≥30%", "建筑业≥600", "服务业≥6600")
    assert (gdp.low.value, gdp.low.because) == (Fraction(75270, 7), facts)
    assert (gdp.high.value, gdp.high.because) == (11500, ("GDP≤11500",))
    assert (ind.low.because, float(ind.low.value)) == (facts, pytest.approx(3225.857))
    assert con.high.value == 1123


def test_a_bound_that_nothing_sets_is_missing():
    (bounds,) = implied(System([row("t", {"x": 1}, lo=2)]), ["x"])
    assert bounds.high is None
    (free,) = implied(System([row("t", {"x": 1}, hi=2)], nonnegative=False), ["x"])
    assert free.low is None


def test_a_sign_needs_no_target():
    (bounds,) = implied(System([row("t", {"x": 1}, hi=2)]), ["x"])
    assert (bounds.low.value, bounds.low.because) == (0, ())


def test_a_target_that_follows_from_others(wide):
    found = {r.name: r.because for r in redundant(wide)}
    assert found == {"工业≥3000": ("工业占比≥30%", "建筑业≥600", "服务业≥6600")}


def test_contradictions_come_first(plan):
    with pytest.raises(UsageError, match="不能同时成立"):
        implied(plan, ["gdp"])
    with pytest.raises(UsageError, match="不能同时成立"):
        redundant(plan)
    with pytest.raises(UsageError, match="没有“x”"):
        implied(plan, ["x"])


def _beyond(system, edge, x, side):
    """The constraints that suffice, and the variable a little beyond."""
    step = Fraction(1, 1000)
    bound = {"hi": edge.value - step} if side == "low" else {"lo": edge.value + step}
    return System(
        [*system.only(edge.because).constraints, row("beyond", {x: 1}, **bound)],
        system.nonnegative,
    )


@given(systems())
@settings(max_examples=100, deadline=None)
def test_bounds_are_reached_and_forced_by_what_is_named(system):
    if not can_hold(system):
        return
    for bounds in implied(system, system.variables):
        for side, edge in (("low", bounds.low), ("high", bounds.high)):
            if edge is None:
                continue
            at = row("at", {bounds.variable: 1}, lo=edge.value, hi=edge.value)
            assert can_hold(System([*system.constraints, at], system.nonnegative))
            assert not can_hold(_beyond(system, edge, bounds.variable, side))
            for fewer in combinations(edge.because, max(len(edge.because) - 1, 0)):
                less = evolve(edge, because=fewer)
                if fewer != edge.because:
                    assert can_hold(_beyond(system, less, bounds.variable, side))


@given(systems())
@settings(max_examples=100, deadline=None)
def test_redundant_targets_follow_from_what_is_named(system):
    if not can_hold(system):
        return
    by_name = {c.name: c for c in system.constraints}
    step = Fraction(1, 1000)
    for found in redundant(system):
        target = by_name[found.name]
        for side, bound in (("hi", target.lo), ("lo", target.hi)):
            if bound is None:
                continue
            beyond = bound - step if side == "hi" else bound + step
            against = row("against", dict(target.terms), **{side: beyond})
            rest = system.only(found.because).constraints
            assert not can_hold(System([*rest, against], system.nonnegative))
