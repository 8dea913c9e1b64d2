import datetime as dt
from decimal import Decimal

from attrs import evolve

from paitou.model import Period
from paitou.office.papers.later import corrected_since
from port_city import figure

DAY, TODAY = dt.date(2026, 4, 10), dt.date(2026, 6, 1)
FIRST = evolve(
    figure("港口吞吐量", "2025", "812.5", "万吨"),
    period=Period.parse("2025Q4"),
    known_on=dt.date(2026, 2, 1),
)


def later(value, day):
    return evolve(FIRST, id="f-later", value=Decimal(value), known_on=day)


def test_what_is_known_otherwise_later_is_told():
    vintages = (FIRST, later("800", dt.date(2026, 5, 1)))
    (found,) = corrected_since(vintages, DAY, TODAY, None)
    assert (found.before, found.after) == ("812.5万吨", "800万吨")
    assert found.day == dt.date(2026, 5, 1)


def test_what_was_known_then_is_no_correction():
    vintages = (FIRST, later("800", dt.date(2026, 4, 1)))
    assert corrected_since(vintages, DAY, TODAY, None) == ()


def test_the_same_value_again_is_none():
    vintages = (FIRST, later("812.5", dt.date(2026, 5, 1)))
    assert corrected_since(vintages, DAY, TODAY, None) == ()


def test_what_became_known_only_later_is_none():
    assert corrected_since((later("800", dt.date(2026, 5, 1)),), DAY, TODAY, None) == ()


def test_what_is_still_to_come_is_none():
    vintages = (FIRST, later("800", dt.date(2026, 7, 1)))
    assert corrected_since(vintages, DAY, TODAY, None) == ()


def test_of_a_paper_about_a_quarter_only_what_ends_with_it():
    vintages = (FIRST, later("800", dt.date(2026, 5, 1)))
    assert corrected_since(vintages, DAY, TODAY, Period.parse("2026Q1")) == ()
    assert len(corrected_since(vintages, DAY, TODAY, Period.parse("2025Q4"))) == 1
