"""Which round a page shows."""

from __future__ import annotations

import pytest

from paitou.office.contests.rounds import WrongRound


def test_the_latest_round_that_lacks_least_is_shown(choose):
    assert str(choose().scored.period) == "2025Q3"


def test_a_round_that_lacks_figures_can_be_asked_for(choose):
    asked = choose(period="2025年四季度")
    assert asked.scored.lacking == ("泊位完工率", "水质达标率")
    assert [lacks for _, _, lacks in asked.others] == [False, False, True]


def test_a_link_keeps_what_was_asked_for(choose):
    asked = choose(period="2025Q2")
    assert asked.query == "?rulebook=small&period=2025Q2"
    assert asked.link(period="2025Q3") == "?rulebook=small&period=2025Q3"


@pytest.mark.parametrize(
    ("query", "status"),
    [({"rulebook": "x"}, 404), ({"period": "2030Q1"}, 404), ({"period": "上季度"}, 400)],
)
def test_what_there_is_not_is_told(choose, query, status):
    with pytest.raises(WrongRound) as fault:
        choose(**query)
    assert fault.value.status == status
    assert str(fault.value).endswith("。")
