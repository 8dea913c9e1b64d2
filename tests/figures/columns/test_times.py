import datetime as dt
from decimal import Decimal

import pytest

from paitou.figures.columns.times import (
    day_of,
    in_year,
    parse_period,
    period_of,
    periods_in,
)
from paitou.model import Period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023", "2023"),
        ("2023年度", "2023"),
        ("二〇二三年", "2023"),
        ("2023年末", "2023"),
        ("2023 年 1—9 月", "2023M01-09"),
        ("２０２３年前三季度", "2023M01-09"),
        ("2023年第二季度", "2023Q2"),
        ("2023年上半年", "2023H1"),
        ("2023年6月份", "2023-06"),
        ("2025Q1-Q3", "2025M01-09"),
        ("2022M04", "2022-04"),
        ("2021-2025", "2021-2025"),
        ("2021年—2025年", "2021-2025"),
        ("2023年1-12月", "2023"),
        ("2023-06", "2023-06"),
    ],
)
def test_periods_as_people_write_them(text, period):
    assert parse_period(text) == Period.parse(period)


@pytest.mark.parametrize(
    "text", ["2023年13月", "2023年5季度", "去年", "截至9月底", "2025-2021", ""]
)
def test_periods_that_are_none(text):
    with pytest.raises(ValueError, match=r"."):
        parse_period(text)


def test_what_excel_makes_of_a_period():
    assert period_of(dt.datetime(2023, 6, 1)) == Period.parse("2023-06")  # noqa: DTZ001
    assert period_of(dt.date(2023, 6, 30)) == Period.parse("2023-06")
    assert period_of(Decimal(2023)) == Period.of_year(2023)
    assert period_of(Decimal("2023.06")) == Period.parse("2023-06")


def test_a_period_that_can_be_read_two_ways():
    with pytest.raises(ValueError, match="1月，也可能是10月"):
        period_of(Decimal("2023.1"))
    with pytest.raises(ValueError, match="看不出"):
        period_of(dt.date(2023, 6, 15))


@pytest.mark.parametrize(
    "value",
    [
        "2024-01-20",
        "2024年1月20日",
        "20240120",
        "2024/1/20",
        "2024.1.20",
        "２０２４年１月２０日",
        "2024-01-20 00:00",
        "45311",
        Decimal(45311),
        dt.date(2024, 1, 20),
        dt.datetime(2024, 1, 20, 8),  # noqa: DTZ001
    ],
)
def test_days_as_people_and_excel_write_them(value):
    assert day_of(value) == dt.date(2024, 1, 20)


def test_of_a_month_the_last_day_counts():
    assert day_of("2024年2月") == dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2024年13月1日", "下周", "2024", "20241301"]
)
def test_days_that_do_not_exist(text):
    with pytest.raises(ValueError, match="不是存在的日期"):
        day_of(text)


def test_the_periods_of_a_title():
    assert periods_in("昆明市2023年1-9月主要经济指标") == (Period.parse("2023M01-09"),)
    assert periods_in("2022年与2023年对比表") == (
        Period.of_year(2022),
        Period.of_year(2023),
    )
    assert periods_in("制表日期：2024年1月20日") == ()
    assert periods_in("2023 2024") == ()


def test_parts_of_a_year():
    assert in_year(2023, "前三季度") == Period.parse("2023M01-09")
    assert in_year(2023, "全年") == Period.of_year(2023)
