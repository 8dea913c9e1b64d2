"""The day that a page speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.office.books import WrongDay, read_day


def test_without_asking_it_is_today():
    day = read_day({})
    assert day.date == dt.date(2026, 3, 1)
    assert day.query == ""


@pytest.mark.parametrize(
    "text", ["2024-12-31", "2024/12/31", "2024年12月31日", " 2024.12.31 "]
)
def test_a_day_is_read_in_several_forms(text):
    day = read_day({"as_of": text})
    assert (day.date, day.query) == (dt.date(2024, 12, 31), "?as_of=2024-12-31")
    assert day.words == "2024年12月31日"


@pytest.mark.parametrize(
    "text", ["2024-13-01", "昨天", "2023-02-29", "0001-01-01", "1e9", "\0"]
)
def test_what_is_no_day_is_told(text):
    with pytest.raises(WrongDay, match="不是能用的日期"):
        read_day({"as_of": text})


def test_a_day_to_come_is_refused():
    with pytest.raises(WrongDay, match="2026年3月2日还没有到"):
        read_day({"as_of": "2026-03-02"})
