"""Verdicts against an elimination of variables; witnesses against the constraints."""

from fractions import Fraction

from hypothesis import given, settings

from consistency.made import systems
from consistency.oracle import can_hold, holds_at, row
from paitou.consistency import System, solve


@given(systems())
@settings(max_examples=150, deadline=None)
def test_a_verdict_is_right_and_a_witness_keeps_all(system):
    verdict = solve(system)
    assert verdict.feasible == can_hold(system)
    if verdict.witness is not None:
        assert holds_at(system, verdict.witness)
    assert verdict.feasible == (verdict.witness is not None)


def test_no_tolerance_hides_a_contradiction():
    tiny = Fraction(1, 10**40)
    floor, ceiling = row("低", {"x": 1}, lo=1), row("高", {"x": 1}, hi=1)
    assert solve(System([floor, ceiling])).feasible
    above = row("低", {"x": 1}, lo=1 + tiny)
    assert not solve(System([above, ceiling])).feasible


def test_without_variables_there_is_nothing_to_find():
    assert solve(System([])).witness == {}
