from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contest.explaining.played import NUMBERS, round_of, rounds
from paitou.contest.explaining.asking import Asking, by_range
from paitou.contest.explaining.rounds import play, with_values
from paitou.model import Fact


def test_within_the_range_nobody_else_is_moved():
    round_ = round_of()
    asking, item = Asking(round_, "中溪区"), round_.board.rulebook.item("i0")
    assert not asking.moves_others(item, {Fact.VALUE: Fraction(9)})
    assert asking.moves_others(item, {Fact.VALUE: Fraction(10)})
    assert asking.share(item, {Fact.VALUE: Fraction("9.4")}) == 1


def test_a_comparison_by_range_is_told_from_one_by_rank():
    efficacy = round_of().board.rulebook.item("i0").formula
    assert by_range(efficacy)
    assert by_range(None)


@given(rounds(), NUMBERS, st.data())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_answer_is_what_the_whole_round_gives(round_, value, data):
    ranked = [score for score in round_.board.scores if score.exact is not None]
    if not ranked:
        return
    score = data.draw(st.sampled_from(ranked))
    told = [p for p in score.points if p.working and dict(p.readings).get(Fact.VALUE)]
    for points in told:
        item = round_.board.rulebook.item(points.item)
        asking, values = Asking(round_, score.org), {Fact.VALUE: Fraction(value)}
        share = asking.share(item, values)
        field = with_values(round_.field, score.org, {(item.id, Fact.VALUE): value})
        board = play(round_.board.rulebook, field).board
        new = board.of(score.org).of(item.id)
        assert share == (None if new.missing else new.working.share)
        if share is not None and not asking.moves_others(item, values):
            for other in round_.board.group(score.group):
                if other.org != score.org:
                    same = board.of(other.org).of(item.id)
                    assert same.points == other.of(item.id).points
