"""HiGHS is asked, and never believed."""

import random
import sys
from fractions import Fraction

import pytest

from consistency.oracle import adds_up, holds_at
from paitou.consistency import (
    Constraint,
    System,
    all_conflicts,
    first_conflict,
    proof_of,
    solve,
    solver,
)
from paitou.consistency.highs import Guess, guess


@pytest.fixture
def dense():
    """30 rows with two thirds of 15 weights set, and one that contradicts their sum."""
    chance = random.Random(3)  # noqa: S311
    names = [f"x{i}" for i in range(15)]
    rows = [
        Constraint(
            name=f"t{place}",
            terms={
                x: Fraction(chance.randint(-99, 99), 100) for x in chance.sample(names, 10)
            },
            lo=Fraction(chance.randint(-50, -1)),
        )
        for place in range(30)
    ]
    return System(rows)


def _with_a_cap(system):
    total, low = {}, Fraction(0)
    for constraint in system.constraints:
        low += constraint.lo
        for x, weight in constraint.terms:
            total[x] = total.get(x, 0) + weight
    return System([*system.constraints, Constraint(name="cap", terms=total, hi=low - 1)])


def test_a_guess_names_a_core_and_where_to_start(dense):
    pytest.importorskip("highspy")
    assert guess(dense).core == frozenset()
    contradicting = _with_a_cap(dense)
    found = guess(contradicting)
    assert "cap" in found.core
    assert not solve(contradicting.only(found.core)).feasible
    assert found.at_hi <= {"cap"}


def test_nothing_is_printed(dense, capfd):
    pytest.importorskip("highspy")
    guess(dense)
    assert capfd.readouterr() == ("", "")


def test_with_and_without_it_the_answers_are_the_same(dense, monkeypatch):
    monkeypatch.setattr(solver, "_WORTH_A_GUESS", 0)
    contradicting = _with_a_cap(dense)
    asked = first_conflict(contradicting), solve(dense).feasible
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert guess(dense) is None
    assert solve(dense).feasible == asked[1] is True
    assert not solve(contradicting).feasible
    assert adds_up(contradicting, proof_of(contradicting, asked[0]))
    for name in asked[0]:
        rest = contradicting.only(set(asked[0]) - {name})
        assert holds_at(rest, solve(rest).witness)


def test_a_wrong_guess_does_no_harm(plan, monkeypatch):
    names = frozenset(c.name for c in plan.constraints)
    wrong = Guess(
        core=frozenset({"工业≥3000"}),
        resting=frozenset(plan.variables[::2]),
        at_lo=names,
        at_hi=frozenset(),
    )
    expected = all_conflicts(plan)
    monkeypatch.setattr(solver, "_WORTH_A_GUESS", 0)
    monkeypatch.setattr(solver, "guess", lambda _system: wrong)
    assert all_conflicts(plan) == expected
