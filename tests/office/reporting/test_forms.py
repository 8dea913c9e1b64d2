import datetime as dt

import pytest
from attrs import evolve

from paitou.model import FigureState, Measure, Period, Rhythm
from paitou.office.reporting.asks import Spared
from paitou.office.reporting.forms import asked_period, derive_forms

QUARTER, AFTER = Period.parse("2026Q1"), dt.date(2026, 4, 1)


@pytest.fixture(scope="module")
def forms(yunze):
    return derive_forms(yunze, QUARTER, AFTER)


def names(form):
    return [ask.name for ask in form.asks]


def test_a_district_reports_its_share_of_what_was_split(forms):
    form = forms.of("YZ01")
    assert "规模以上工业总产值" in names(form)
    assert {ask.org_name for ask in form.asks} == {"东溪区"}
    ask = next(ask for ask in form.asks if ask.name == "规模以上工业总产值")
    assert (ask.unit, ask.quota.words) == ("亿元", "553亿元（2026年）")
    assert ask.last.words == "486.2亿元（2025年）"
    assert ask.year_ago.period == Period.parse("2025Q1")


def test_the_whole_is_reported_by_who_owns_the_data(forms):
    assert "地区生产总值" in names(forms.of("YZ44"))
    assert {ask.source for ask in forms.of("YZ44").asks} == {"YZ44"}
    assert "省外到位资金" in names(forms.of("YZ45"))


def test_what_never_adds_up_is_asked_for_as_growth(forms):
    growth = {a.name: a for a in forms.of("YZ44").asks if a.measure is Measure.GROWTH}
    assert growth["地区生产总值增速"].prices == "real"
    assert growth["地区生产总值增速"].unit == "%"


def test_one_number_serves_several_targets_and_is_asked_for_once(forms):
    form = forms.of("YZ44")
    (ask,) = [a for a in form.asks if a.name == "一般公共预算收入"]
    assert len(ask.targets) == 2
    assert Spared.SHARED in form.spared


def test_no_number_is_asked_of_two(forms):
    keys = [ask.key for form in forms.forms for ask in form.asks]
    assert len(keys) == len(set(keys))


def test_a_published_number_is_never_asked_for(yunze):
    late = derive_forms(yunze, Period.parse("2025Q4"), dt.date(2026, 3, 1))
    early = derive_forms(yunze, Period.parse("2025Q4"), dt.date(2025, 12, 31))
    assert late.of("YZ01").asks == ()
    assert len(late.of("YZ01").spared) == len(early.of("YZ01").asks) == 7


def test_an_estimate_does_not_spare_the_number(yunze):
    known = dt.date(2026, 3, 1)
    guessed = tuple(
        evolve(f, state=FigureState.ESTIMATED)
        if f.org == "东溪区" and f.period == Period.parse("2025")
        else f
        for f in yunze.figures
    )
    book = evolve(yunze, figures=guessed)
    assert derive_forms(book, Period.parse("2025Q4"), known).of("YZ01").asks


def test_what_can_be_computed_is_not_asked_for(yunze):
    """Quarters that are published make the year."""
    moved = []
    for figure in yunze.figures:
        is_quarter = figure.org == "东溪区" and figure.indicator_id == "urban-new-jobs"
        if not is_quarter or figure.period.year != 2025:
            moved.append(figure)
    first = next(f for f in yunze.figures if f.indicator_id == "urban-new-jobs")
    parts = [
        evolve(first, id=f"q{n}", org="东溪区", period=Period.parse(f"2025Q{n}"))
        for n in (1, 2, 3, 4)
    ]
    book = evolve(yunze, figures=(*moved, *parts))
    form = derive_forms(book, Period.parse("2025"), dt.date(2026, 3, 1)).of("YZ01")
    assert Spared.COMPUTED in form.spared
    assert "城镇新增就业" not in names(form)


def test_what_another_round_asks_for_is_left_out(yunze, forms):
    key = forms.of("YZ01").asks[0].key
    again = derive_forms(yunze, QUARTER, AFTER, in_hand={key})
    assert len(again.of("YZ01").asks) == 6


def test_the_rhythm_says_in_which_round_a_number_is_asked_for(yunze):
    month = derive_forms(yunze, Period.parse("2026-02"), dt.date(2026, 3, 1))
    assert names(month.of("YZ01")) == ["省外到位资金", "亿元以上招商引资项目"]
    assert month.of("YZ33").asks == ()
    year = derive_forms(yunze, Period.parse("2026"), dt.date(2027, 1, 1))
    assert "技术合同成交额" in names(year.of("YZ33"))


def test_targets_outside_their_years_ask_nothing(yunze):
    later = derive_forms(yunze, Period.parse("2030Q1"), dt.date(2030, 4, 1))
    assert later.forms == ()


def test_a_target_that_nobody_answers_for_is_an_issue(book):
    found = derive_forms(book, Period.parse("2025Q1"), dt.date(2025, 4, 1))
    assert found.forms == ()
    assert {issue.code for issue in found.issues} == {"report-nobody-answers"}


def test_without_a_rhythm_the_usual_one_holds(book):
    month = derive_forms(book, Period.parse("2025-02"), dt.date(2025, 3, 1))
    usual = derive_forms(
        book, Period.parse("2025-02"), dt.date(2025, 3, 1), usual=Rhythm.MONTHLY
    )
    assert (len(month.issues), len(usual.issues)) == (0, 7)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("2026Q1", "2026Q1"),
        ("2026Q2", "2026H1"),
        ("2026Q3", "2026M01-09"),
        ("2026Q4", "2026"),
        ("2026H2", "2026"),
        ("2026-05", "2026M01-05"),
        ("2026-2028", "2026-2028"),
    ],
)
def test_offices_report_from_january_on(written, asked):
    assert str(asked_period(Period.parse(written))) == asked


def test_the_same_number_has_the_same_key_again(yunze, forms):
    again = derive_forms(yunze, QUARTER, dt.date(2026, 4, 20))
    assert again.of("YZ01") == forms.of("YZ01")
