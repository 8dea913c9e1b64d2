import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Period
from paitou.tracking.pace import (
    PaceWord,
    elapsed_on,
    elapsed_share,
    growth_lead,
    growth_words,
    pace_of,
    pace_words,
    points_text,
)

YEAR = Period.of_year(2024)
shares = st.decimals(-5, 5, places=9, allow_nan=False)
tolerances = st.decimals(0, 20, places=2, allow_nan=False)


def month(year, number):
    return year * 12 + number - 1


@pytest.mark.parametrize(
    ("number", "share"), [(3, "0.25"), (6, "0.5"), (9, "0.75"), (12, "1")]
)
def test_the_months_gone_by_of_a_year(number, share):
    assert elapsed_share(YEAR, month(2024, number)) == Decimal(share)


def test_eleven_months_are_91_7_percent():
    assert round(elapsed_share(YEAR, month(2024, 11)) * 100, 1) == Decimal("91.7")


def test_three_years_count_36_months():
    span = Period.of_years(2023, 2025)
    assert elapsed_share(span, month(2024, 12)) == Decimal(24) / 36
    assert elapsed_share(span, month(2023, 1)) == Decimal(1) / 36


def test_time_gone_by_stays_between_nothing_and_all():
    assert elapsed_share(YEAR, month(2023, 6)) == 0
    assert elapsed_share(YEAR, month(2025, 1)) == 1
    assert elapsed_on(YEAR, dt.date(2023, 12, 31)) == 0
    assert elapsed_on(YEAR, dt.date(2025, 1, 15)) == 1


@pytest.mark.parametrize(
    ("day", "months"),
    [("08-14", "7"), ("08-15", "7.5"), ("08-30", "7.5"), ("08-31", "8"), ("02-29", "2")],
)
def test_a_day_counts_in_half_months(day, months):
    found = elapsed_on(YEAR, dt.date.fromisoformat(f"2024-{day}"))
    assert found == Decimal(months) / 12


def test_the_middle_of_august_as_in_yunfu():
    assert elapsed_on(YEAR, dt.date(2024, 8, 15)) == Decimal("0.625")


@pytest.mark.parametrize(
    ("done", "gone", "words"),
    [
        # 江门: 313.64亿元 of 1015 by March
        (Decimal("313.64") / 1015, Decimal("0.25"), "超序时进度5.9个百分点"),
        # 攀枝花: two indicators by October
        (Decimal("1.2564"), Decimal(10) / 12, "超序时进度42.3个百分点"),
        (Decimal("0.7041"), Decimal(10) / 12, "欠序时进度12.9个百分点"),
        (Decimal("0.625"), Decimal("0.625"), "达到序时进度"),
    ],
)
def test_worked_examples(done, gone, words):
    assert pace_words(pace_of(done, gone, Decimal(0))) == words


def test_the_lead_is_not_rounded_to_what_is_printed():
    pace = pace_of(Decimal("0.7041"), Decimal(10) / 12)
    assert pace.lead_pp == Decimal("-12.923333")


@pytest.mark.parametrize(
    ("done", "word"),
    [("0.5", "达"), ("0.4800", "达"), ("0.4799", "欠"), ("0.5001", "超"), ("0.52", "超")],
)
def test_the_tolerance_is_included_and_forgives_a_lag_only(done, word):
    assert pace_of(Decimal(done), Decimal("0.5"), Decimal(2)).word == word


def test_noise_of_division_is_no_lag():
    third = Decimal(1) / 3
    assert pace_of(third + third, Decimal(24) / 36).word is PaceWord.LEVEL


@given(shares, shares, tolerances)
def test_words_agree_with_the_sign(done, required, tolerance):
    pace = pace_of(done, required, tolerance)
    words = pace_words(pace)
    assert words.startswith("超") == (pace.lead_pp > 0)
    assert words.startswith("欠") == (pace.lead_pp < -tolerance)
    assert "度0个" not in words


@given(st.decimals("-1e40", "1e40", allow_nan=False), shares)
def test_the_largest_numbers_have_a_pace(done, required):
    assert pace_words(pace_of(done, required))


@pytest.mark.parametrize(
    ("actual", "target", "words"),
    [
        ("8.2", "7", "高于目标增速1.2个百分点"),
        ("-1.5", "7", "低于目标增速8.5个百分点"),
        ("7.0", "7", "与目标增速持平"),
    ],
)
def test_growth_against_its_target(actual, target, words):
    assert growth_words(growth_lead(Decimal(actual), Decimal(target))) == words


@pytest.mark.parametrize(
    ("points", "limits", "text"),
    [
        ("12.95", (), "13"),
        ("12.94", (), "12.9"),
        ("0.04", (), "0.04"),
        ("30.04", ("30",), "30.04"),
        ("29.96", ("30",), "29.96"),
        ("30", ("30",), "30"),
        ("100", (), "100"),
        ("1e20", (), "100000000000000000000"),
    ],
)
def test_points_are_never_rounded_across_a_limit(points, limits, text):
    assert points_text(Decimal(points), map(Decimal, limits)) == text
