from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from contest.explaining.played import VALUES, field, formula, item, round_of, rounds, rules
from paitou.contest.analysis.integrity import groups
from paitou.contest.analysis.removal import removal_findings, removals
from paitou.contest.explaining.rounds import play, without

FIXED = rules(
    item(0, 60, formula("efficacy"), bounds={"": (Decimal(0), Decimal(10))}),
    item(1, 40, formula("ratio", base=30, cap=1)),
)


def test_where_bounds_are_frozen_nobody_s_absence_matters():
    found = removals(play(FIXED, field(VALUES)))
    assert (found.live, found.removals, found.tried) == ((), (), ())
    assert removal_findings(play(FIXED, field(VALUES))) == ()


def test_only_who_holds_the_highest_or_lowest_is_tried():
    values = VALUES | {"南溪区": {"i0": "9.6", "i1": "40"}}
    found = removals(round_of(values=values | {"外溪区": {"i0": "5", "i1": "22"}}))
    assert found.live == ("i0", "i1")
    assert set(found.tried) == {"北溪区", "南溪区"}


def test_a_pair_that_would_turn_round_is_found():
    values = {
        "甲区": {"i0": "10", "i1": "0"}, "乙区": {"i0": "8", "i1": "1"},
        "丙区": {"i0": "0", "i1": "0.5"}, "丁区": {"i0": "7", "i1": "3"},
        "戊区": {"i0": "9", "i1": "0.6"}, "己区": {"i0": "5", "i1": "2"},
    }  # fmt: skip
    round_ = round_of(values=values)
    swapped = {each.org: each.swapped for each in removals(round_).removals}
    for org, pairs in swapped.items():
        board = play(round_.board.rulebook, without(round_.field, org)).board
        for one, other in pairs:
            assert board.of(one).score < board.of(other).score
    assert any(swapped.values())
    assert "先后就会颠倒" in removal_findings(round_)[1].sentence


def test_how_many_are_left_out_is_said():
    found = removals(round_of(), most=1)
    assert len(found.tried) == 1
    assert found.left_untried > 0


@given(rounds())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whoever_is_not_named_changes_nothing_by_staying_away(round_):
    for group in groups(round_.board):
        found = {each.org: each for each in removals(round_, group).removals}
        for gone in round_.board.group(group):
            if gone.exact is None:
                continue
            board = play(round_.board.rulebook, without(round_.field, gone.org)).board
            largest = max(
                (
                    abs(board.of(s.org).exact - s.exact)
                    for s in round_.board.group(group)
                    if s.exact is not None and s.org != gone.org
                    and board.of(s.org).exact is not None
                ),
                default=0,
            )  # fmt: skip
            named = found.get(gone.org)
            assert (named.largest if named else 0) == largest
