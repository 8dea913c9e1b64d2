import datetime as dt

import pytest

from paitou.model import Milestone, Period


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2024", dt.date(2024, 12, 31)),
        ("2023-2025", dt.date(2025, 12, 31)),
        ("2024H1", dt.date(2024, 6, 30)),
        ("2024Q4", dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 29)),
        ("2024-12", dt.date(2024, 12, 31)),
    ],
)
def test_the_last_day_of_a_period(period, day):
    assert Period.parse(period).last_day == day
    assert Milestone(id="t", what="开工", due=Period.parse(period)).last_day == day


def test_a_day_is_its_own_last_day():
    assert Milestone(id="t", what="开工", due=dt.date(2024, 5, 1)).last_day == dt.date(
        2024, 5, 1
    )
