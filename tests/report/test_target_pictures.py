"""The chart of a target."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import Period, Quota
from paitou.report.assessment import assess
from paitou.report.records import record_of
from paitou.report.target_pictures import small_picture, stretch_of, target_picture
from port_city import figure

DAY = dt.date(2026, 3, 1)


@pytest.fixture
def picture(tracked):
    def drawn(statement, *, day=DAY, quotas=(), figures=tracked.figures):
        book = evolve(tracked, quotas=quotas, figures=figures)
        standing, cases = assess(book, day).of(statement)[0]
        stretch = stretch_of(cases[0].statement, book.plan.statements)
        return target_picture(record_of(cases[0], standing), standing, stretch)

    return drawn


def test_the_required_path_leads_from_the_base_to_the_target(picture):
    chart = picture("s1")
    ends = chart.path[0], chart.path[-1]
    assert [(one.period.year, one.value) for one in ends] == [
        (2022, Decimal("2.5")),
        (2025, Decimal(3)),
    ]
    assert not chart.path_is_duty
    assert chart.target_words == "目标不低于3亿吨"


def test_quotas_are_a_duty(picture):
    quota = Quota(statement="s1", period=Period.of_year(2024), value=Decimal("2.9"))
    chart = picture("s1", quotas=(quota,))
    assert chart.path_is_duty
    assert Decimal("2.9") in [one.value for one in chart.path]


def test_years_without_a_value_are_a_gap(picture):
    assert picture("s7").missing == (Period.of_year(2025),)


def test_years_to_come_are_no_gap(picture):
    assert picture("s7", day=dt.date(2025, 6, 1)).missing == ()


def test_what_is_striven_for_is_drawn_too(picture):
    chart = picture("s1")
    assert (chart.stretch, chart.stretch_words) == (Decimal("3.5"), "力争3.5亿吨")


def test_growth_is_drawn_as_the_level_that_it_leads_to(picture):
    chart = picture("s4")
    assert chart.unit == "亿吨"
    assert chart.target_words == "目标不低于8%所对应的水平（测算）"


def test_a_bound_is_not_lost(picture):
    assert "2024年为“突破52”" in picture("s5").note


def test_without_figures_there_is_none(picture):
    assert picture("s3") is None


def test_small_it_says_in_words_what_it_shows(picture):
    assert "港口吞吐量：4期数据，目标不低于3亿吨" in small_picture(picture("s1"))


def test_a_total_is_drawn_as_far_as_it_goes(picture):
    berths = (figure("泊位", "2023", "5", "个"), figure("泊位", "2024Q1-Q3", "4", "个"))
    chart = picture("s3", figures=berths)
    told = [(str(point.period), point.value) for point in chart.reported]
    assert told == [("2023", Decimal(5)), ("2024-09", Decimal(9))]
    assert "未画入" not in chart.note
