"""What a ledger was asked for is known, also where there was nothing."""

from __future__ import annotations

from paitou.figures import Ledger
from paitou.figures.watching import Watched, widened

from .made import TODAY, figure


def test_it_answers_as_the_ledger_does_and_remembers():
    one = figure("港口吞吐量", "2024", "3", org="")
    watched = Watched.of(Ledger((one,)))
    assert [*watched.series(one.indicator_id, "").known(TODAY)] == [one]
    assert not watched.series("nothing", "nowhere")
    assert watched.asked == {(one.indicator_id, ""), ("nothing", "nowhere")}


def test_whatever_may_hold_a_changed_pair_touches_it():
    one = figure("港口吞吐量", "2024", "3", org="")
    for ask in (
        lambda ledger: ledger.orgs(one.indicator_id),
        lambda ledger: ledger.indicators(""),
        lambda ledger: ledger.definitions(one.indicator_id, ""),
        lambda ledger: ledger.get(one.id),
        lambda ledger: ledger.get("unknown"),
        lambda ledger: [*ledger],
    ):
        watched = Watched.of(Ledger((one,)))
        ask(watched)
        assert not watched.asked.isdisjoint(widened({(one.indicator_id, "")}))
        is_wild = ("*", "*") in watched.asked
        assert is_wild or watched.asked.isdisjoint(widened({("other", "elsewhere")}))
