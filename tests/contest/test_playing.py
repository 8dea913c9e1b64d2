"""Which rounds a book has, and what came before."""

import datetime as dt

import pytest

from paitou.contest.playing import earlier, latest_period, play_book
from paitou.folder import load
from paitou.model import Period


@pytest.fixture(scope="module")
def book():
    from pathlib import Path

    return load(Path(__file__).parents[2] / "examples" / "yunze-2024")


@pytest.mark.parametrize(
    ("now", "before"),
    [("2024Q1", "2023Q4"), ("2024Q3", "2024Q2"), ("2024-01", "2023-12"), ("2024", "2023"),
     ("2024H1", "2023H2"), ("2023-2024", "2021-2022"), ("2024M01-05", "2023M01-05")],
)  # fmt: skip
def test_the_period_before(now, before):
    assert earlier(Period.parse(now)) == Period.parse(before)


@pytest.mark.parametrize(
    ("day", "period"), [("2025-08-01", "2025Q2"), ("2024-04-30", "2024Q1")]
)
def test_the_latest_period_is_the_last_that_anything_is_known_of(book, day, period):
    rulebook = next(r for r in book.rulebooks if r.id == "quarterly")
    found = latest_period(rulebook, book, dt.date.fromisoformat(day))
    assert found == Period.parse(period)
    assert latest_period(rulebook, book, dt.date(2020, 1, 1)) is None


def test_a_round_knows_the_one_before(book):
    rulebook = next(r for r in book.rulebooks if r.id == "quarterly")
    played = play_book(rulebook, book, Period.parse("2025Q2"), dt.date(2025, 8, 10))
    assert played.before.period == Period.parse("2025Q1")
    assert [named.org for named in played.board.lists["risen"]] == ["云麓区"]
    first = play_book(rulebook, book, Period.parse("2023Q1"), dt.date(2025, 8, 10))
    assert first.before is None
