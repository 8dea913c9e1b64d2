from decimal import Decimal

import pytest

from paitou.model import Bound, Period, PeriodKind
from paitou.tracking.facts import ratio_growth
from tracking.judged import evidence

TRADE = "到2025年,进出口总额达到3000亿元以上。"
FIRMS = "到2025年,市场主体达到184万户以上。"
SHARE = "到2025年,常住人口城镇化率达到82%。"
Q = [f"进出口总额 2024Q{n} {n}00亿元" for n in range(1, 5)]
MONTHS = [f"进出口总额 2024-{n:02d} 10亿元" for n in range(1, 13)]
DAY = "2026-06-30"


def known(sentence, *lines, day=DAY):
    return evidence(sentence, lines, day)


def year(sentence, *lines, of=2024):
    fact = known(sentence, *lines).year(of)
    return fact and (fact.value / 10**8, str(fact.period), fact.bound.value, fact.inferred)


def test_the_figure_of_a_year_is_its_value():
    found = year(TRADE, "进出口总额 2024 900亿元", *Q)
    assert found == (900, "2024", "exact", False)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (Q, (1000, "2024", "exact", True)),
        (Q[:3], (600, "2024M01-09", "at_least", True)),
        (Q[:1], (100, "2024Q1", "at_least", False)),
        (Q[1:], None),
        ((Q[0], Q[2]), (100, "2024Q1", "at_least", False)),
        (MONTHS, (120, "2024", "exact", True)),
        (MONTHS[:5], (50, "2024M01-05", "at_least", True)),
        ((*Q[:2], "进出口总额 2024M01-08 333亿元"), (333, "2024M01-08", "at_least", False)),
        (("进出口总额 2024H1 250亿元", *Q[:2]), (250, "2024H1", "at_least", False)),
        (("进出口总额 2024H1 250亿元", *Q[:3]), (600, "2024M01-09", "at_least", True)),
        (("进出口总额 2024H2 250亿元",), None),
        (("进出口总额 2023-2025 900亿元",), None),
        (("进出口总额 2024H1 不超过250亿元",), (250, "2024H1", "at_most", False)),
    ],
)
def test_a_flow_is_known_from_the_longest_part_from_january_on(lines, found):
    assert year(TRADE, *lines) == found


def test_quarters_with_a_bound_add_up_to_a_bound():
    quarters = [Q[0].replace(" 100", " 突破100"), *Q[1:]]
    assert known(TRADE, *quarters).year(2024).bound is Bound.AT_LEAST


def test_a_stock_is_what_is_there_at_the_latest_end():
    lines = ("经营主体 2024Q1 100万户", "经营主体 2024-10 120万户")
    fact = known(FIRMS, *lines).year(2024)
    assert (fact.value, fact.bound, fact.is_partial) == (1_200_000, Bound.EXACT, False)


def test_a_state_is_of_a_whole_year_only():
    lines = ("常住人口城镇化率 2024H1 81%",)
    assert known(SHARE, *lines).year(2024) is None


def test_what_is_not_settled_is_no_fact():
    for said in ("预计900亿元", "900亿元 自报", "900亿元 待核", "/"):
        assert year(TRADE, f"进出口总额 2024 {said}") is None


def test_what_is_of_another_kind_is_no_fact():
    assert known(FIRMS, "经营主体 2024 900家").year(2024).value == 900
    assert known(SHARE, "常住人口城镇化率 2024 81%").year(2024).value == 81


def test_growth_is_taken_as_published_before_it_is_computed():
    lines = ("进出口总额 2023 100亿元", "进出口总额 2024 110亿元")
    computed = known(TRADE, *lines).growth(Period.of_year(2024))
    assert (computed.value, computed.inferred) == (10, True)
    said = known(TRADE, *lines, "进出口总额增速 2024 9%").growth(Period.of_year(2024))
    assert (said.value, said.inferred) == (9, False)


@pytest.mark.parametrize(("base", "now"), [("0", "5"), ("-5", "5")])
def test_growth_over_nothing_or_a_loss_is_none(base, now):
    lines = (f"进出口总额 2023 {base}亿元", f"进出口总额 2024 {now}亿元")
    assert known(TRADE, *lines).growth(Period.of_year(2024)) is None


@pytest.mark.parametrize(
    ("before", "now", "bound"),
    [
        ("100", "110", "exact"),
        ("突破100", "110", "at_most"),
        ("不足100", "110", "at_least"),
        ("100", "突破110", "at_least"),
        ("突破100", "突破110", "about"),
        ("突破100", "不超过110", "at_most"),
        ("约100", "110", "about"),
        ("约100", "突破110", "about"),
    ],
)
def test_bounds_of_levels_bound_their_growth(before, now, bound):
    lines = (f"进出口总额 2023 {before}亿元", f"进出口总额 2024 {now}亿元")
    found = known(TRADE, *lines)
    one, other = found.level(Period.of_year(2024)), found.level(Period.of_year(2023))
    assert ratio_growth(one, other, Period.of_year(2024)).bound == bound


def test_what_may_settle_comes_latest_first():
    lines = (
        "进出口总额 2023 100亿元",
        "进出口总额 2024H1 60亿元",
        "进出口总额 2022 90亿元",
    )
    facts = list(known(TRADE, *lines).settling(2023, 2025))
    assert [(str(f.period), f.is_partial) for f in facts] == [
        ("2024H1", True),
        ("2023", False),
    ]


def test_every_end_of_a_stock_may_settle():
    lines = ("经营主体 2024-06 100万户", "经营主体 2024Q3 110万户", "经营主体 2023 90万户")
    facts = list(known(FIRMS, *lines).settling(2023, 2025))
    assert [str(f.period) for f in facts] == ["2024Q3", "2024-06", "2023"]


def test_the_unverified_are_told_apart():
    lines = ("进出口总额 2024 900亿元 待核", "进出口总额 2025 预计950亿元")
    assert str(known(TRADE, *lines).unverified(2023, 2025).period) == "2025"
    assert known(TRADE, *lines).unverified(2023, 2023) is None


def test_a_base_that_was_not_published_is_computed_from_a_relation():
    lines = ("出口总额 2022 600亿元", "进口总额 2022 400亿元")
    base = known(TRADE, *lines).base()
    assert (base.value / 10**8, base.inferred) == (1000, True)
    assert "出口总额" in base.formula


def test_a_target_is_over_on_the_day_after_its_last():
    assert not known(TRADE, day="2025-12-31").is_over
    assert known(TRADE, day="2026-01-01").is_over


def test_figures_are_seen_from_the_day_that_they_became_known():
    line = "进出口总额 2024 900亿元 @2025-02-01"
    assert known(TRADE, line, day="2025-01-31").year(2024) is None
    assert known(TRADE, line, day="2025-02-01").year(2024).value == Decimal(900) * 10**8


def test_the_period_of_what_was_added_up_is_a_year_where_it_is_whole():
    assert known(TRADE, *Q).year(2024).period.kind is PeriodKind.YEAR


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ((), 120),
        (("进出口总额 2021 900亿元",), 120),
        (("进出口总额 2021 900亿元 @2022-01-20",), 120),
        (("进出口总额 2021 900亿元 @2022-10-27",), 300),
        (("进出口总额 2021 900亿元 @2022-01-20", "进出口总额 2021 95亿元 普查 @2024-12-20"),
         120),
        (("进出口总额 2021 预计900亿元 @2021-12-20", "进出口总额 2021 95亿元 @2022-10-27"),
         300),
    ],
)  # fmt: skip
def test_a_year_is_due_when_its_figure_first_came_in_earlier_years(lines, days):
    assert known(TRADE, *lines).lag == days
