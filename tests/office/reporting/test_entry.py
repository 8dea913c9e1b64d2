import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import FigureState, Measure, Period
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.entry import Typed, frozen_figure, read_entries
from paitou.office.reporting.forms import derive_forms

OUTPUT = Ask(
    key="n1",
    name="规模以上工业总产值",
    indicator_id="output-industry-above-scale",
    org="YZ01",
    org_name="东溪区",
    period=Period.parse("2026Q1"),
    unit="亿元",
)
GROWTH = evolve(
    OUTPUT, key="n2", name="地区生产总值增速", indicator_id="gdp", unit="%",
    measure=Measure.GROWTH, prices="real",
)  # fmt: skip
LAKE = evolve(OUTPUT, key="n3", name="云泽湖水质", indicator_id="x-186d31b637", unit="类")


def read(yunze, ask, text, note=""):
    return read_entries([ask], {ask.key: Typed(text=text, note=note)}, yunze, "东溪区")


@pytest.mark.parametrize(
    ("ask", "text", "value", "unit"),
    [
        (OUTPUT, "132.5", "132.5", "亿元"),
        (OUTPUT, "１３２．５", "132.5", "亿元"),
        (OUTPUT, " 1,325,000万元", "1325000", "万元"),
        (GROWTH, "-3.2", "-3.2", "%"),
        (GROWTH, "下降3.2%", "-3.2", "%"),
        (GROWTH, "持平", "0", "%"),
    ],
)
def test_numbers_are_read_as_offices_write_them(yunze, ask, text, value, unit):
    entries = read(yunze, ask, text)
    assert entries.error_count == 0
    figure = entries.figures[ask.key]
    assert (figure.value, figure.unit.text) == (Decimal(value), unit)


def test_a_grade_is_read_as_one(yunze):
    assert read(yunze, LAKE, "三类").figures["n3"].value == "Ⅲ"


@pytest.mark.parametrize(
    ("ask", "text", "code"),
    [
        (OUTPUT, "", "report-cell-empty"),
        (OUTPUT, "未公布", "report-cell-empty"),
        (OUTPUT, "/", "report-none-unexplained"),
        (OUTPUT, "很多", "figure-value-unreadable"),
        (OUTPUT, "增长5%", "figure-value-unreadable"),
        (OUTPUT, "持平", "figure-value-unreadable"),
        (OUTPUT, "=1+1", "figure-value-unreadable"),
        (OUTPUT, "5户", "figure-unit-differs"),
        (OUTPUT, "5" * 80, "figure-value-unreadable"),
        (GROWTH, "5亿元", "figure-unit-differs"),
    ],
)
def test_a_cell_that_cannot_be_read_is_an_error_with_its_place(yunze, ask, text, code):
    entries = read(yunze, ask, text)
    (issue,) = entries.errors(ask.key)
    assert (issue.code, issue.where) == (code, "填报表 第1行")
    assert entries.error_count == 1
    assert issue.remedy


def test_there_is_none_with_a_reason(yunze):
    entries = read(yunze, OUTPUT, "/", "本季度停产")
    assert entries.figures["n1"].value is None
    assert entries.error_count == 0


def test_a_number_with_a_bound_is_taken_with_a_warning(yunze):
    entries = read(yunze, OUTPUT, "约132")
    assert entries.error_count == 0
    assert "约" in entries.issues["n1"][0].message


def test_an_estimate_is_frozen_as_an_estimate(yunze):
    day = dt.date(2026, 4, 9)
    guess = frozen_figure(read(yunze, OUTPUT, "预计132").figures["n1"], day)
    sure = frozen_figure(read(yunze, OUTPUT, "132").figures["n1"], day)
    assert (guess.state, sure.state) == (FigureState.ESTIMATED, FigureState.CONFIRMED)
    assert guess.known_on == sure.known_on == day
    assert guess.id != sure.id


def test_the_checks_of_figures_explain_a_slip_of_units(yunze):
    entries = read(yunze, OUTPUT, "1120000")
    assert entries.error_count == 0
    assert any("像是万元和亿元" in issue.message for issue in entries.issues["n1"])


def test_a_plausible_form_has_nothing_odd(yunze):
    form = derive_forms(yunze, Period.parse("2026Q1"), dt.date(2026, 4, 1)).of("YZ01")
    typed = {ask.key: Typed(text=ask.year_ago.value) for ask in form.asks if ask.year_ago}
    entries = read_entries(form.asks, typed, yunze, "东溪区")
    assert [i for key in typed for i in entries.issues.get(key, ())] == []
