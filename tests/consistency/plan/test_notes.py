"""Notes on a plan's own words: bases, doublings, repetitions, percentages, revisions."""

import datetime as dt
from decimal import Decimal

import pytest

from paitou import load
from paitou.consistency.plan.bases import implied_bases
from paitou.consistency.plan.building import build
from paitou.consistency.plan.doublings import doublings
from paitou.consistency.plan.notes import notes
from paitou.consistency.plan.printed import wrong_percentages
from paitou.consistency.plan.repeated import repeated
from paitou.consistency.plan.revisions import revised_bases

DAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def kunming(kunming_file):
    book = load(kunming_file.parent)
    return book, build(book, DAY)


def test_level_and_growth_imply_a_base(kunming):
    _, plan = kunming
    bases = {b.level.indicator: float(b.base) for b in implied_bases(plan)}
    assert round(bases["进出口总额"], 1) == 1972.5
    assert round(bases["“四上”企业"], 1) == 5259.2


def test_the_base_is_held_against_what_is_known(kunming):
    _, plan = kunming
    firms = next(b for b in implied_bases(plan) if b.level.indicator == "市场主体")
    assert firms.known is not None
    assert firms.tighter is firms.level


def test_fifteen_percent_a_year_does_not_double_and_twenty_six_does(kunming):
    book, plan = kunming
    found = {d.words: d for d in doublings(book.plan.document.text, plan.statements)}
    assert found["工业投资三年倍增"].doubles
    assert float(found["工业投资三年倍增"].factor) == pytest.approx(2.000376)
    assert not found["市场主体倍增"].doubles


def test_one_promise_in_two_strengths(kunming):
    _, plan = kunming
    (pair,) = repeated(plan.statements)
    assert pair.differs == ("比较", "力度")


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("已开工145个,占全年目标170个的87.9%", "85.3"),
        ("完成投资3.2亿元，占年度计划16亿元的25%", "20"),
    ],
)
def test_a_percentage_that_its_own_numbers_deny(text, computed):
    (found,) = wrong_percentages(text)
    assert found.computed == Decimal(computed)


@pytest.mark.parametrize(
    "text", ["已开工145个,占全年目标170个的85.3%", "占全国的40%", "共170个,占0个的5%", ""]
)
def test_what_is_right_or_no_share_is_left_alone(text):
    assert list(wrong_percentages(text)) == []


def test_no_base_of_kunming_was_revised(kunming):
    assert list(revised_bases(kunming[1])) == []


def test_notes_are_issues_in_the_order_of_the_text(kunming):
    book, plan = kunming
    found = notes(plan, book.plan.document)
    assert [issue.start for issue in found] == sorted(issue.start for issue in found)
    assert {"check-base-implied", "check-doubling-short", "check-stated-twice"} <= {
        issue.code for issue in found
    }
