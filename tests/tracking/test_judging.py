from decimal import Decimal

import pytest

from paitou.model import Attainment, Period, Unit
from paitou.tracking.fact import Fact
from paitou.tracking.judging import standing
from tracking.judged import evidence

KNOWN = evidence("到2025年,进出口总额达到3000亿元以上。", [], "2026-06-30")
YEAR = Period.of_year(2025)


def said(**told):
    return standing(KNOWN, Attainment.MET, "已达到", **told)


def fact(value, **more):
    return Fact(value=Decimal(value), period=YEAR, **more)


def test_a_bare_standing_names_target_and_day():
    found = said()
    assert (found.org, found.as_of, found.unit) == ("云泽市", KNOWN.as_of, "亿元")
    assert (found.value, found.required, found.figures) == (None, None, ())


@pytest.mark.parametrize(
    ("base", "value"),
    [("300000000000", "3000"), ("310050000000", "3100.5"), ("100", "0.000001"),
     ("33333333333333333333", "333333333333.3333")],
)  # fmt: skip
def test_values_are_in_the_unit_of_the_target(base, value):
    assert said(fact=fact(base)).value == pytest.approx(Decimal(value))


def test_another_unit_may_be_asked_for():
    found = said(fact=fact(5000), required=Decimal(6000), unit=Unit.parse("千个"))
    assert (found.value, found.required, found.unit) == (5, 6, "千个")


def test_the_required_may_be_words():
    assert said(required="Ⅲ").required == "Ⅲ"


def test_figures_are_named_once_the_decisive_first():
    found = said(
        figures=("a",), fact=fact(1, figures=("b", "a")), base=fact(1, figures=("c",))
    )
    assert found.figures == ("a", "b", "c")


@pytest.mark.parametrize("which", ["fact", "base"])
def test_what_rests_on_a_computed_value_is_inferred(which):
    assert said(**{which: fact(1, inferred=True)}).inferred
    assert not said(**{which: fact(1)}).inferred
    assert said(inferred=True).inferred


def test_the_period_is_that_of_the_fact():
    assert said(fact=fact(1)).period == YEAR
