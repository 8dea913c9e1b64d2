"""Contests are scored round by round, once for a day that is asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.model import Period
from paitou.office.books import Scorekeeper

DAY = dt.date(2025, 11, 5)


@pytest.fixture(scope="module")
def keeper(yunze):
    return Scorekeeper(yunze)


@pytest.fixture(scope="module")
def rulebook(yunze):
    return next(book for book in yunze.rulebooks if book.id == "quarterly")


def test_a_day_is_scored_once(keeper, rulebook):
    assert keeper.rounds(rulebook, DAY) is keeper.rounds(rulebook, DAY)


def test_rounds_begin_where_no_item_lacks_figures(keeper, rulebook):
    rounds = keeper.rounds(rulebook, DAY)
    assert [str(period) for period in rounds][:2] == ["2024Q1", "2024Q2"]
    assert str([*rounds][-1]) == "2025Q3"
    assert next(iter(rounds.values())).lacking == ()


def test_a_round_is_given_the_one_before(keeper, rulebook):
    rounds = [*keeper.rounds(rulebook, DAY).values()]
    assert rounds[0].round_.before is None
    assert rounds[0].past == ()
    assert rounds[2].round_.before is rounds[1].round_.board
    assert rounds[2].past == (rounds[0].round_, rounds[1].round_)


def test_what_was_not_known_on_the_day_is_not_scored(keeper, rulebook):
    last = Period.parse("2025Q4")
    assert last not in keeper.rounds(rulebook, dt.date(2026, 1, 2))
    seen = keeper.rounds(rulebook, dt.date(2026, 1, 28))[last]
    assert seen.lacking == ("观摩点评",)


def test_a_revision_changes_only_later_days(keeper, rulebook):
    half = Period.parse("2025Q2")
    then = keeper.rounds(rulebook, dt.date(2025, 8, 5))[half].round_.board.of("白芷县")
    now = keeper.rounds(rulebook, DAY)[half].round_.board.of("白芷县")
    assert then != now


def test_what_was_asked_for_long_ago_is_forgotten(yunze):
    keeper = Scorekeeper(yunze)
    first = keeper.remember("first", object)
    for number in range(200):
        keeper.remember(number, object)
    assert keeper.remember("first", object) is not first


def test_a_book_without_figures_has_no_rounds(book, rulebook):
    assert Scorekeeper(book).rounds(rulebook, DAY) == {}
