from decimal import Decimal

import pytest

from paitou.tracking.precedent import Precedent, precedent_of, rest_of_year
from tracking.judged import evidence

GDP = "到2025年,经济总量达到10000亿元以上。"
SHARE = "到2025年,工业增加值占GDP比重提高到40%以上。"
AIR = "到2025年,细颗粒物浓度降到24微克/立方米以下。"
TRADE = "到2025年,进出口总额达到3000亿元以上。"


def found(sentence, *lines):
    known = evidence(sentence, lines, "2024-06-30")
    return precedent_of(known, known.case.goal, known.own[0])


def rest(*lines):
    known = evidence(TRADE, lines, "2025-11-30")
    return rest_of_year(known, known.case.goal, known.own[0])


def precedent(needed, best, count):
    return Precedent(
        needed=Decimal(needed), best=Decimal(best), count=count, when="", figures=(),
        in_points=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("needed", "best", "count", "answer"),
    [
        ("15", "10", 4, True),
        ("12.5", "10", 4, False),
        ("13.01", "10", 4, True),
        ("15", "10", 3, False),
        ("20", "10", 3, False),
        ("20.01", "10", 3, True),
        ("2.9", "0.5", 9, False),
        ("3", "0", 9, True),
        ("5", "-8", 9, True),
    ],
)
def test_unheard_of_is_far_beyond_the_best_on_record(needed, best, count, answer):
    assert precedent(needed, best, count).is_unheard_of is answer


def test_one_bad_year_is_no_record():
    assert not precedent("10", "-3", 1).is_unheard_of


def test_what_is_needed_is_a_growth_a_year():
    made = found(GDP, "地区生产总值 2022 6400亿元", "地区生产总值 2023 6400亿元")
    assert (made.needed, made.best, made.count) == (Decimal(25), 0, 1)


def test_of_a_share_it_is_points_a_year():
    made = found(SHARE, "工业增加值占GDP比重 2022 29%", "工业增加值占GDP比重 2023 30%")
    assert (made.needed, made.best, made.in_points) == (5, 1, True)


def test_of_a_concentration_it_is_a_fall_in_percent():
    made = found(
        AIR, "细颗粒物浓度 2022 40微克/立方米", "细颗粒物浓度 2023 37.5微克/立方米"
    )
    assert (round(made.needed, 6), made.best, made.in_points) == (
        20,
        Decimal("6.25"),
        False,
    )


def test_parts_of_a_year_are_compared_with_the_same_parts():
    lines = ("地区生产总值 2021H1 3000亿元", "地区生产总值 2022H1 3600亿元",
             "地区生产总值 2023 6400亿元")  # fmt: skip
    made = found(GDP, *lines)
    assert (made.best, made.when) == (20, "2022年上半年")


@pytest.mark.parametrize("value", ["突破6400", "近6400", "6400-6500"])
def test_a_value_that_is_not_exact_is_no_ground(value):
    lines = ("地区生产总值 2021 6000亿元", "地区生产总值 2022 6300亿元")
    assert found(GDP, *lines, f"地区生产总值 2023 {value}亿元") is None or "-" in value


def test_unverified_values_are_no_record():
    lines = ("地区生产总值 2021 3000亿元 待核", "地区生产总值 2022 6300亿元")
    assert found(GDP, *lines, "地区生产总值 2023 6400亿元").best < 2


def test_without_a_record_nothing_is_said():
    assert found(GDP, "地区生产总值 2023 6400亿元") is None


def test_what_is_already_above_needs_no_precedent():
    lines = ("地区生产总值 2022 9900亿元", "地区生产总值 2023 10100亿元")
    assert found(GDP, *lines) is None


@pytest.mark.parametrize(
    ("so_far", "answer"), [("1000", True), ("2400", False), ("2010", False)]
)
def test_without_earlier_years_the_rest_is_held_against_the_year_so_far(so_far, answer):
    made = rest(f"进出口总额 2025Q1-Q3 {so_far}亿元")
    assert (made is not None) is answer


def test_the_rest_is_held_against_the_best_same_rest():
    lines = ("进出口总额 2022Q1-Q3 1000亿元", "进出口总额 2022 1500亿元",
             "进出口总额 2023Q1-Q3 1000亿元", "进出口总额 2023 1300亿元")  # fmt: skip
    made = rest(*lines, "进出口总额 2025Q1-Q3 1000亿元")
    assert made.needed == 2000 * 10**8
    assert (made.best, made.when, made.months) == (500 * 10**8, "2022年同期", 3)


def test_a_rest_like_that_of_an_earlier_year_is_possible():
    lines = ("进出口总额 2022Q1-Q3 1000亿元", "进出口总额 2022 2400亿元")
    assert rest(*lines, "进出口总额 2025Q1-Q3 1000亿元") is None


def test_it_speaks_of_the_last_year_only():
    known = evidence(TRADE, ["进出口总额 2024Q1-Q3 100亿元"], "2024-11-30")
    assert rest_of_year(known, known.case.goal, known.own[0]) is None
