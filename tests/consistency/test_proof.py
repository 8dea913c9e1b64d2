"""Proofs are added up by other means."""

from fractions import Fraction

import pytest
from hypothesis import given, settings

from consistency.made import systems
from consistency.oracle import adds_up, row
from paitou.consistency import System, all_conflicts, proof_of
from paitou.model import UsageError


def test_the_sum_of_the_plan(plan):
    first, second = all_conflicts(plan).sets
    proof = proof_of(plan, second)
    assert {line.name: str(line.multiplier) for line in proof.lines} == {
        "GDP≤10500": "-7/10",
        "一产≥327": "1",
        "工业占比≥30%": "1",
        "建筑业≥600": "1",
        "服务业≥6600": "1",
        "构成": "-1",
    }
    assert (proof.total, proof_of(plan, first).total) == (177, 27)


@given(systems())
@settings(max_examples=100, deadline=None)
def test_every_conflict_has_a_sum_that_adds_up(system):
    found = all_conflicts(system)
    for names in found.sets if found.identities_hold else [()]:
        proof = proof_of(system, names)
        assert adds_up(system, proof)
        said = {line.name for line in proof.lines}
        assert said & system.soft == set(names)


def test_signs_of_variables_are_part_of_the_sum():
    system = System([row("和", {"x": 1, "y": 1}, hi=1), row("低", {"x": 1}, lo=2)])
    assert proof_of(system, ["和", "低"]).signs == (("y", Fraction(1)),)


def test_what_can_hold_has_no_proof(plan):
    with pytest.raises(UsageError, match="可以同时成立"):
        proof_of(plan, ["工业≥3000"])
    with pytest.raises(UsageError, match="没有名为“构成”"):
        proof_of(plan, ["构成"])
