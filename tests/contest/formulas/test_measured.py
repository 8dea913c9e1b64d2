"""Formulas that look at a value alone."""

from fractions import Fraction

import pytest

from contest.formulas.made import ask, case, formula
from paitou.model import Fact

F = Fraction
POSTS = {"low": 0, "high": 50}


@pytest.mark.parametrize(("value", "share"), [(-5, 0), (0, 0), (20, F(2, 5)), (60, 1)])
def test_goalposts_clip(value, share):
    assert ask("goalposts", value, parameters=POSTS).share == share
    assert ask("goalposts", value, direction=-1, parameters=POSTS).share == 1 - share


def test_control_deducts_to_nothing():
    each = {"each": 3}
    assert ask("control", 0, parameters=each).words == "未发生，得满分"
    assert ask("control", 2, parameters=each).share == F(4, 10)
    assert ask("control", 5, parameters=each).share == 0
    assert ask("control", count=1, parameters=each).share == F(7, 10)


def test_count_pays_by_the_piece_up_to_the_most():
    assert ask("count", 3, parameters={"each": 5}).share * 10 == 15
    assert ask("count", 3, parameters={"each": 5, "most": 12}).share * 10 == 12


def test_steps_pay_what_is_reached():
    rungs = {"from_": (1, 5, 10), "points": (6, 10, 20)}
    marks = [ask("steps", v, full=20, parameters=rungs).share * 20 for v in (0, 1, 7, 12)]
    assert marks == [0, 6, 10, 20]


def test_a_given_score_is_of_a_hundred_or_of_what_is_said():
    assert ask("given", 86).share == F("0.86")
    assert ask("given", 4, parameters={"of": 5}).share == F("0.8")


@pytest.mark.parametrize("name", ["goalposts", "control", "count", "steps", "given"])
def test_a_missing_value_is_no_zero(name):
    assert ask(name, parameters=POSTS).why == "缺少实际值"


def test_a_formula_may_look_at_growth():
    from paitou.contest.formulas import work

    growth = formula("given", Fact.GROWTH, of=10)
    assert work(case(growth, 5)).share == F(1, 2)
