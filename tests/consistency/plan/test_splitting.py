"""If each does just its quota, is the target met?"""

from decimal import Decimal

import pytest

from consistency.plan.books import DAY, ORGS, book_of, figure_of, with_quotas
from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build
from paitou.consistency.plan.notes import besides
from paitou.consistency.plan.trying import changed
from paitou.review import check_quotas

TRADE = "到2025年,进出口总额达到3000亿元以上。"
HOMES = "三年累计筹集保障性租赁住房6000套。"
GROWTH = "2023—2025年,社会消费品零售总额年均增长8%以上。"
REAL = "2023—2025年,地区生产总值年均增长8%以上。"
SHARE = "到2025年,工业增加值占GDP比重达到30%以上。"
ENERGY = "到2025年,全市用电量控制在3000亿千瓦时以内。"


def told(sentence, *rows, **rest):
    book = with_quotas(book_of(sentence, orgs=ORGS, **rest), *rows)
    return [conflict.told for conflict in answer(build(book, DAY)).conflicts]


def year(*values, period="2025"):
    return [(org.name, period, v) for org, v in zip(ORGS[1:], values, strict=False)]


def test_quotas_that_fall_short_are_told_with_their_sum():
    (words,) = told(TRADE, *year(1000, 1000, 960))
    assert words.endswith(
        "分解到3个县（市、区）的2025年任务合计2960亿元，比目标3000亿元少40亿元"
    )


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (TRADE, year(1000, 1000, 1000)),
        (TRADE, year(1000, 1000)),  # what is missing is not nothing
        (TRADE, [("", "2023", 2000), ("", "2024", 2500)]),
        (HOMES, [("", "2023", 2000), ("", "2024", 2000)]),
        (GROWTH, year("8.4", 9, 10)),
        (GROWTH, year("7.96", 8, 8)),
        (SHARE, year(10, 40)),
        (TRADE, year("999.9", "1000.1", "999.9")),  # rounded to a tenth
    ],
)
def test_quotas_that_suffice_or_leave_it_open_are_not_told(sentence, rows):
    assert told(sentence, *rows) == []


def test_one_that_carries_no_share_counts_as_none():
    (words,) = told(TRADE, *year(1500, 1400, None))
    assert "合计2900亿元" in words


def test_a_zone_that_is_counted_elsewhere_is_not_added():
    from paitou.model import Org

    zone = Org(code="YZ9", name="湖滨开发区", kind="zone", parent="YZ", is_summand=False)
    rows = [*year(1000, 1000, 960), ("湖滨开发区", "2025", 500)]
    book = with_quotas(book_of(TRADE, orgs=(*ORGS, zone)), *rows)
    assert len(answer(build(book, DAY)).conflicts) == 1


def test_years_of_a_total_must_come_to_it():
    (words,) = told(HOMES, ("", "2023", 2000), ("", "2024", 2000), ("", "2025", 1900))
    assert "云泽市3个年度任务合计5900套，比目标6000套少100套" in words


def test_districts_and_years_of_a_total():
    rows = [row for y in "345" for row in year(600, 600, 700, period=f"202{y}")]
    (words,) = told(HOMES, *rows)
    assert "3个年度任务合计5700套" in words


def test_the_last_year_of_a_level_must_reach_it():
    (words,) = told(TRADE, ("", "2024", 2600), ("全市", "2025", 2900))
    assert words.endswith("云泽市2025年任务为2900亿元，比目标3000亿元少100亿元")


def test_districts_are_held_against_the_year_of_the_whole():
    (words,) = told(TRADE, ("", "2024", 2500), *year(800, 800, 800, period="2024"))
    assert words.endswith("合计2400亿元，比全市2024年任务2500亿元少100亿元")


@pytest.mark.parametrize("sentence", [GROWTH, REAL])
def test_growth_of_years_compounds(sentence):
    """1.07 · 1.08 · 1.08 is less than 1.08³, 1.07 · 1.08 · 1.1 more."""
    rows = [("", "2023", 7), ("", "2024", 8), ("", "2025", 8)]
    (words,) = told(sentence, *rows)
    assert "都完成了也达不到目标8%" in words
    assert told(sentence, *rows[:2], ("", "2025", 10)) == []


def test_no_district_that_grows_enough():
    (words,) = told(GROWTH, *(r for y in "345" for r in year(7, 6, 7, period=f"202{y}")))
    assert "最高为7%，都完成了也达不到目标8%" in words


def test_no_district_with_enough_of_a_share():
    (words,) = told(SHARE, *year(28, 29, 25))
    assert "最高为29%，都完成了也达不到目标30%" in words


def test_a_ceiling_is_passed_by_too_much():
    (words,) = told(ENERGY, *year(1000, 1000, 1200))
    assert words.endswith("合计3200亿千瓦时，比目标3000亿千瓦时多200亿千瓦时")


def test_figures_that_do_not_add_up_leave_the_sum_open():
    """市本级 has 100 that no district has, so the districts cannot be held against it."""
    known = [figure_of("进出口总额", org.name, 2022, value, "亿元")
             for org, value in zip(ORGS, (1000, 300, 300, 300), strict=True)]  # fmt: skip
    assert told(TRADE, *year(900, 900, 900), figures=tuple(known)) == []


def test_every_change_that_is_offered_mends_it():
    book = with_quotas(book_of(TRADE, orgs=ORGS), *year(1000, 1000, "960.57"))
    (conflict,) = answer(build(book, DAY)).conflicts
    first = conflict.single[0]
    number = conflict.plan.sources[first.name].said.after(first)
    assert number == Decimal("2960.5")
    mended = changed(book, book.plan.statements[0].id, number)
    assert answer(build(mended, DAY)).feasible


def test_what_review_says_of_the_same_rows_is_not_said_twice():
    book = with_quotas(book_of(TRADE, orgs=ORGS), *year(1000, 1000, 960))
    issues = check_quotas(book.plan, book.quotas, book.orgs, book.indicators)
    assert [issue.code for issue in issues] == ["quota-short"]
    assert besides(answer(build(book, DAY)), issues) == ()
    other = with_quotas(book_of(TRADE, orgs=ORGS), *year(1000, 1000, 1000))
    assert besides(answer(build(other, DAY)), issues) == issues


def test_quotas_bound_nothing_of_the_plan_itself():
    """A quota is a floor: that it is small says nothing of what the targets imply."""
    other = "到2025年,出口总额达到2000亿元以上。"
    book = book_of(TRADE, other, orgs=ORGS)
    plain = answer(build(book, DAY))
    split = answer(build(with_quotas(book, *year(1000, 1000, 960)), DAY))
    assert [b.low for b in split.implied] == [b.low for b in plain.implied]
    assert (plain.feasible, split.feasible) == (True, False)
