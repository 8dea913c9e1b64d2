"""怎么追."""

from __future__ import annotations

from paitou.office.contests.catching import catching


def test_the_next_place_with_every_way(third):
    found = catching(third.scored.round_, third.board.of("云门县"))
    assert found.goal == "进到第1名"
    assert found.sentences
    assert {way.item for way in found.alone} == {"cargo", "berths", "water"}
    assert all(way.after or way.why for way in found.alone)


def test_the_first_has_nobody_to_catch(third):
    assert catching(third.scored.round_, third.board.of("西岭县")) is None
