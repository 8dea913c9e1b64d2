import datetime as dt

import pytest
from attrs import evolve

from figures.made import figure, ledger
from paitou.figures.checks import check_figures
from paitou.indicators import standard
from paitou.model import Bound, FigureState, Level, Measure

MARCH, JUNE = dt.date(2024, 3, 1), dt.date(2024, 6, 1)


def found(*figures):
    return check_figures(ledger(*figures), standard())


def gdp(value, period=2023, **more):
    return figure("地区生产总值", period, value, **more)


def test_two_values_of_one_rank_are_told_with_both_places() -> None:
    one, other = gdp("7864.76"), gdp("7900.00")
    (issue,) = found(one, other)
    assert (issue.code, issue.level) == ("figure-vintages-disagree", Level.WARNING)
    for each in (one, other):
        assert f"{each.value}亿元（{each.where}）" in issue.message
    assert found(other, one) == (issue,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"value": "7864.8"}, {"value": "7864.76"}),
        ({"value": 7864, "state": FigureState.PRELIMINARY}, {"value": 7900}),
        ({"value": 7864, "known_on": MARCH}, {"value": 7900, "known_on": JUNE}),
        ({"value": 7800, "bound": Bound.AT_LEAST}, {"value": "7864.76"}),
        ({"value": 7800, "bound": Bound.ABOUT}, {"value": "7864.76"}),
        ({"value": None}, {"value": 7900}),
        ({"value": 909}, {"value": 265, "unit": "亿美元"}),
        ({"value": 909}, {"value": 800, "definition": "含新区"}),
        ({"value": 5, "measure": Measure.GROWTH, "prices": "real"},
         {"value": 7, "measure": Measure.GROWTH, "prices": "nominal"}),
    ],
)  # fmt: skip
def test_these_do_not_disagree(one, other) -> None:
    assert found(gdp(**one), gdp(**other)) == ()


def test_one_value_written_many_times_is_told_once() -> None:
    assert len(found(gdp(1), gdp(2), gdp(2), gdp(2))) == 1


def test_unverified_values_are_only_hinted_at() -> None:
    (issue,) = found(*(gdp(v, state=FigureState.UNVERIFIED) for v in (1, 2)))
    assert issue.level is Level.HINT


def test_neighbours_disagree_and_so_do_grades() -> None:
    assert len(found(gdp("31.6"), gdp("31.7"))) == 1
    grades = [
        evolve(figure("滇池水质", 2023, None, "类"), value=v) for v in ("Ⅳ", "Ⅴ", "Ⅳ")
    ]
    assert [i.code for i in found(*grades)] == ["figure-vintages-disagree"]
    assert found(grades[0], grades[2]) == ()


def test_a_state_does_not_go_backwards() -> None:
    final = gdp(1, state=FigureState.FINAL, known_on=MARCH)
    first = gdp(1, state=FigureState.PRELIMINARY, known_on=JUNE)
    (issue,) = found(first, final)
    assert issue.code == "figure-state-backwards"
    assert "先有“最终核实”" in issue.message
    right = gdp(1, state=FigureState.PRELIMINARY, known_on=dt.date(2024, 1, 20))
    assert found(final, right) == ()


def test_nothing_official_is_known_before_its_period_ends() -> None:
    (issue,) = found(gdp(1, known_on=dt.date(2023, 12, 30)))
    assert issue.code == "figure-known-early"
    assert "2023-12-30" in issue.message
    guess = gdp(1, known_on=dt.date(2023, 12, 30), state=FigureState.ESTIMATED)
    assert found(guess) == ()
    assert found(gdp(1, known_on=dt.date(2023, 12, 31))) == ()
