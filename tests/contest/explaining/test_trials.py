from fractions import Fraction

from contest.explaining.played import (
    field,
    formula,
    item,
    round_of,
    rules,
)
from paitou.contest.explaining.levers import levers
from paitou.contest.explaining.rounds import play
from paitou.contest.explaining.trials import Trials, least_steps


def lever(round_, org, name):
    return next(each for each in levers(round_, org)[0] if each.item == name)


def test_what_is_tried_is_what_the_whole_round_gives():
    round_ = round_of()
    trials, one = Trials(round_, "中溪区"), lever(round_, "中溪区", "i0")
    played = trials.played({one: 7}).board
    assert trials.totals({one: 7}) == {s.org: s.exact for s in played.scores}


def test_steps_that_add_nothing_are_out_of_reach():
    round_ = round_of()
    assert Trials(round_, "西溪区").reach(lever(round_, "西溪区", "i0")) == 0
    found = lever(round_, "东溪区", "i0")
    assert found.at(Trials(round_, "东溪区").reach(found)) >= 9


def test_nothing_is_divided_by_zero_where_less_is_better():
    falling = rules(item(0, 100, formula("ratio", base=10), direction=-1))
    round_ = play(falling, field({"甲区": {"i0": "20"}, "乙区": {"i0": "15"}}))
    one = lever(round_, "甲区", "i0")
    assert one.at(Trials(round_, "甲区").reach(one)) == 1


def test_the_least_steps_are_found_on_a_bent_line():
    bent = lambda n: Fraction(n, 10) if n < 50 else 5 + Fraction(n - 50)
    for aim in (Fraction(1, 10), Fraction(3), Fraction(5), Fraction(9, 2), Fraction(17)):
        steps = least_steps(bent, 100, aim)
        assert bent(steps) >= aim > bent(steps - 1)
