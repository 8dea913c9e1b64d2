"""How a target is split, as a table."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from paitou.model import Period, Quota
from paitou.office.plans.shares import share_table


def quota(org, year, value, line=2):
    number = None if value is None else Decimal(value)
    return Quota(
        statement="s3", org=org, period=Period.of_year(year), value=number,
        source="一号文", where=f"breakdown.csv 第{line}行",
    )  # fmt: skip


def table(book, *quotas):
    return share_table(evolve(book, quotas=quotas), book.plan.statements[2])


def test_an_organisation_is_a_row_and_a_year_a_column(book):
    made = table(
        book, quota("东区", 2025, 2, 3), quota("东区", 2024, 1), quota("", 2024, 9)
    )
    assert made.periods == ("2024年", "2025年")
    assert [row.org for row in made.rows] == ["东区", "全市"]
    assert made.rows[0].cells == (("2024年", "1个"), ("2025年", "2个"))
    assert made.rows[1].cells == (("2024年", "9个"), ("2025年", ""))


def test_its_rows_in_the_file_stand_together(book):
    made = table(book, quota("东区", 2024, 1), quota("东区", 2025, 2, 5))
    assert made.rows[0].where == "breakdown.csv 第2、5行"
    assert made.rows[0].source == "一号文"


def test_what_carries_no_share_says_so(book):
    made = table(book, quota("东区", 2024, None))
    assert made.rows[0].cells == (("2024年", "不承担"),)


def test_what_is_not_split_has_no_table(book):
    assert table(book) is None
