"""Which formulas there are, mixes of them, and those that others add."""

from fractions import Fraction
from importlib.metadata import EntryPoint

import pytest

from contest.formulas.made import case, formula, peers
from paitou.contest.formulas import Lack, added, descriptions, scorer, work
from paitou.contest.formulas import registry as formula_registry
from paitou.contest.formulas.registry import GROUP
from paitou.contest.results import Working
from paitou.model import Fact, UsageError

F = Fraction
HOME = "paitou.contest.formulas.registry"


def double(case):
    """An example of a formula that others register: twice the value, of ten."""
    if case.value is None:
        return Lack("缺少实际值")
    share = case.value * 2 / 10
    return Working(formula="double", share=share, words=f"{case.value}×2÷10")


def test_every_formula_that_is_described_is_there():
    assert all(callable(scorer(each.name)) for each in descriptions())


def test_an_unknown_formula_is_named_with_those_there_are():
    with pytest.raises(UsageError, match="没有“magic”这个计分公式，现有：done、ratio"):
        scorer("magic")


def test_others_add_formulas(monkeypatch):
    point = EntryPoint("double", f"{__name__}:double", GROUP)
    monkeypatch.setattr(formula_registry, "entry_points", lambda **_: (point,))
    assert set(added()) == {"double"}
    assert work(case(formula("double"), 3)).share == F("0.6")


def test_a_mix_is_the_sum_of_its_parts():
    static, moving = formula("efficacy"), formula("efficacy", Fact.GROWTH)
    mixed = formula("mix", parts=((F("0.4"), static), (F("0.6"), moving)))
    group = {Fact.VALUE: peers(10, 20, 30), Fact.GROWTH: peers(1, 5)}
    found = work(case(mixed, 20, growth=5, peers=group))
    assert found.share == F("0.4") * F("0.8") + F("0.6")
    assert [share for share, _ in found.parts] == [F("0.4"), F("0.6")]
    assert found.words.endswith("合计40%×80%＋60%×100%＝92%")


def test_points_of_a_part_are_measured_by_its_own_marks():
    part = formula("count", each=1)
    mixed = formula("mix", parts=((F("0.4"), part), (F("0.6"), formula("given"))))
    assert work(case(mixed, 2)).share * 10 == 2 + F("0.6") * 2 / 100 * 10


def test_a_part_that_lacks_a_figure_leaves_the_whole_without():
    mixed = formula("mix", parts=((F(1), formula("efficacy", Fact.GROWTH)),))
    assert work(case(mixed, 20)).why == "缺少增速"
