import datetime
from decimal import Decimal

import pytest

from paitou.tables import Sheet, column_name, place_name, text_of


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_in_excel(column, name):
    assert column_name(column) == name
    assert place_name(4, column) == f"{name}5"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (" 甲 ", "甲"),
        (Decimal("1E+3"), "1000"),
        (False, "否"),
        (datetime.date(2024, 6, 30), "2024-06-30"),
        (datetime.datetime.fromisoformat("2024-06-30T09:05"), "2024-06-30 09:05"),
    ],
)
def test_values_as_text(value, text):
    assert text_of(value) == text


def test_a_place_in_words():
    sheet = Sheet(file="任务分解表.xlsx", rows=(("甲",),) * 12)
    assert sheet.where(11, "目标值") == "任务分解表.xlsx 第12行“目标值”"
    assert sheet.where(0) == "任务分解表.xlsx 第1行"
