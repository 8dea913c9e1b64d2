"""The cases beside the project: every conflict, each shown, and each minimal."""

import json

import pytest

from consistency.oracle import adds_up, holds_at
from paitou.consistency import all_conflicts, parse_system, proof_of, repairs, solve


@pytest.fixture(scope="module")
def cases(shared):
    file = shared / "reference" / "consistency" / "cases.json"
    if not file.is_file():
        pytest.skip("../shared/reference/consistency is not there")
    return json.loads(file.read_text("utf-8"))["cases"]


def _system(case):
    return parse_system(json.dumps(case))


def test_feasibility_and_every_conflict(cases):
    for case in cases:
        found = all_conflicts(_system(case))
        assert found.complete, case["id"]
        assert found.feasible == case["feasible"], case["id"]
        assert set(map(frozenset, found.sets)) == set(map(frozenset, case["all_mus"]))


def test_each_conflict_is_shown_by_a_sum_and_minimal_by_points(cases):
    for case in cases:
        system = _system(case)
        for names in all_conflicts(system).sets:
            assert adds_up(system, proof_of(system, names))
            for name in names:
                rest = system.only(set(names) - {name})
                assert holds_at(rest, solve(rest).witness)


def test_what_is_feasible_has_a_witness_that_keeps_all(cases):
    for case in cases:
        if case["feasible"]:
            system = _system(case)
            assert holds_at(system, solve(system).witness)


def test_a_repair_by_one_mends_all(cases):
    from attrs import evolve

    from paitou.consistency import System

    for case in cases:
        system = _system(case)
        by_name = {c.name: c for c in system.constraints}
        for change in repairs(system).single:
            mended = evolve(
                by_name[change.name],
                terms=dict(by_name[change.name].terms),
                **{change.side: change.after},
            )
            rest = [c for c in system.constraints if c.name != change.name]
            assert solve(System([*rest, mended], system.nonnegative)).feasible
