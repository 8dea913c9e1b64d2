"""A base in two vintages: told with its targets, and the one that they are judged on."""

import datetime as dt

import pytest

from consistency.plan.books import DAY, book_of, figure_of
from paitou.consistency.plan.building import build
from paitou.consistency.plan.notes import notes
from paitou.consistency.plan.revisions import revised_bases

DOUBLE = "到2025年,进出口总额较2017年翻一番。"


@pytest.fixture
def vintages():
    """Of 2017: 4857.64 in the first official vintage, 5429.70 in a later one."""

    def make(indicator="进出口总额", year=2017, later="5429.70"):
        return tuple(
            figure_of(indicator, "云泽市", year, value, "亿元", known_on=dt.date(day, 3, 1))
            for value, day in (("4857.64", year + 1), (later, year + 3))
        )

    return make


def said(sentence, figures, day=DAY):
    book = book_of(sentence, figures=figures)
    found = notes(build(book, day), book.plan.document)
    return [issue for issue in found if issue.code == "check-base-revised"]


def test_a_base_that_the_plan_names(vintages):
    (issue,) = said(DOUBLE, vintages())
    assert issue.message == (
        "2017年进出口总额公布过4857.64亿元、5429.70亿元；“进出口总额较2017年翻一番”以它为基数，"
        "现按5429.70亿元核对，按哪一个定的目标，就应按哪一个核对"
    )
    assert issue.start is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "2023—2025年,进出口总额年均增长8%以上。",
        "2023年,进出口总额增长8%以上。",
        "到2025年,进出口总额较2022年提高500亿元。",
        "到2025年,进出口总额比2022年增长30%以上。",
    ],
)
def test_growth_and_changes_start_from_a_base_too(vintages, sentence):
    assert len(said(sentence, vintages(year=2022))) == 1


def test_growth_in_constant_prices_does_too(vintages):
    """What the growth is a growth of decides which level it comes to."""
    figures = vintages("地区生产总值", 2022)
    assert len(said("2023—2025年,地区生产总值年均增长8%以上。", figures)) == 1


def test_a_vintage_that_is_not_known_yet_is_no_other(vintages):
    assert said(DOUBLE, vintages(), dt.date(2019, 1, 1)) == []


def test_what_differs_by_rounding_is_the_same(vintages):
    assert said(DOUBLE, vintages(later="4857.6")) == []


def test_a_level_starts_from_nothing(vintages):
    assert said("到2025年,进出口总额达到9000亿元。", vintages()) == []


def test_a_base_that_the_plan_states_is_held_against_the_published(vintages):
    text = f"2017年,进出口总额达到4857.64亿元。{DOUBLE}"
    (issue,) = said(text, vintages()[1:])
    assert "公布过5429.70亿元，方案写的是4857.64亿元" in issue.message
    assert said(text, vintages()[:1]) == []


def test_a_target_of_a_child_or_share_is_no_base(vintages):
    figures = vintages("地区生产总值", 2025)
    assert not list(
        revised_bases(
            build(book_of("到2025年,工业增加值占GDP比重达到30%。", figures=figures), DAY)
        )
    )
