"""Every vintage of every figure behind a standing."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from paitou.office.books import Assessor
from paitou.office.plans.figure_rows import figure_groups, figure_words, references

DAY = dt.date(2026, 3, 1)


def groups_of(book, statement, day=DAY):
    standing, cases = Assessor(book).on(day).of(statement)[0]
    return figure_groups(standing, cases), standing, cases


def test_all_vintages_the_latest_first(tracked):
    (group,), *_ = groups_of(tracked, "s1")
    assert [row.figure.period.year for row in group.rows] == [2025, 2024, 2024, 2023, 2022]
    assert [row.is_replaced for row in group.rows] == [False, False, True, False, False]


def test_what_the_standing_rests_on_is_marked(tracked):
    (group,), standing, _ = groups_of(tracked, "s1")
    used = {row.figure.id for row in group.rows if row.is_used}
    assert used == set(standing.figures)


def test_a_qualifier_stays_with_its_value(tracked):
    (group,), *_ = groups_of(tracked, "s5")
    assert group.rows[0].value == "突破52家"


def test_nothing_reported_is_a_stroke(tracked):
    assert figure_words(evolve(tracked.figures[0], value=None)) == "/"


def test_references_name_period_and_value(tracked):
    _, standing, cases = groups_of(tracked, "s1")
    assert references(standing.figures, cases[0])[0].words == "港口吞吐量 2025年2.7亿吨"


def test_another_organisation_is_named(tracked):
    other = evolve(tracked.figures[0], org="东港区")
    _, _, cases = groups_of(evolve(tracked, figures=(other,)), "s1")
    assert references((other.id,), cases[0])[0].words.startswith("东港区港口吞吐量")
