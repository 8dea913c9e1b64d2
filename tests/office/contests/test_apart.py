"""差在哪: bars that a person can add up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from paitou.office.contests.apart import gaps_of


def number(words):
    return Decimal(words.replace("−", "-"))


@pytest.fixture(scope="module")
def everybody(yunze):
    import datetime as dt

    from paitou.office.books import Scorekeeper

    (rulebook,) = (book for book in yunze.rulebooks if book.id == "quarterly")
    rounds = Scorekeeper(yunze).rounds(rulebook, dt.date(2025, 11, 5))
    return [
        gap
        for scored in rounds.values()
        for score in scored.round_.board.scores
        for gap in gaps_of(scored.round_, scored.past[-1] if scored.past else None, score)
    ]


def test_printed_bars_sum_to_the_printed_gap(everybody):
    assert len(everybody) > 200
    for gap in everybody:
        assert sum(number(bar.difference) for bar in gap.bars) == number(gap.total)


def test_what_it_is_furthest_behind_in_comes_first(everybody):
    for gap in everybody:
        items = [number(bar.difference) for bar in gap.bars if bar.item]
        assert items == sorted(items)


def test_sides_follow_signs(everybody):
    for gap in everybody:
        for bar in gap.bars:
            assert bar.is_behind is (number(bar.difference) < 0)
            assert 0 <= float(bar.start) <= 100
            assert float(bar.start) + float(bar.width) <= 200.5


def test_the_first_is_held_against_the_second(third):
    round_, past = third.scored.round_, third.scored.past[-1]
    found = gaps_of(round_, past, third.board.of("东渡区"))
    assert [gap.anchor for gap in found] == ["second", "mean", "past"]


def test_others_are_held_against_leader_next_mean_and_past(third):
    round_, past = third.scored.round_, third.scored.past[-1]
    found = gaps_of(round_, past, third.board.of("北澳区"))
    assert [gap.anchor for gap in found] == ["leader", "next", "mean", "past"]
    assert found[-1].told.startswith("得分")
