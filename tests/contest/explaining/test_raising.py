from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings

from contest.explaining.played import (
    RANGE,
    VALUES,
    field,
    formula,
    item,
    round_of,
    rounds,
    rules,
)
from paitou.contest.explaining.raising import (
    raise_place,
    raise_to_class,
    raise_to_score,
)
from paitou.contest.explaining.rounds import play, with_values
from paitou.model import ClassBand, Classes, ClassRule, Fact, UsageError


def played_with(round_, org, raises):
    values = {(each.item, Fact.VALUE): each.after for each in raises}
    return play(round_.board.rulebook, with_values(round_.field, org, values)).board.of(org)


def test_the_raise_really_gives_the_place_and_one_step_less_does_not():
    round_ = round_of()
    found = raise_place(round_, "中溪区")
    assert played_with(round_, "中溪区", found.together).rank == found.rank
    assert found.rank < round_.board.of("中溪区").rank
    (alone,) = [a.needed for a in found.alone if a.item == "i0" and a.needed]
    less = evolve(alone, after=alone.after - Decimal("0.1"))
    assert played_with(round_, "中溪区", [alone]).rank <= found.rank
    assert played_with(round_, "中溪区", [less]).rank > found.rank


def test_the_combination_is_no_dearer_than_any_item_alone():
    found = raise_place(round_of(), "北溪区")
    assert all(found.cost <= a.needed.cost for a in found.alone if a.needed)


def test_the_first_has_no_place_to_rise_to():
    first = round_of().board.scores[0].org
    assert raise_place(round_of(), first) is None


def test_an_item_at_its_cap_cannot_do_it_alone():
    capped = rules(
        item(0, 90, formula("ratio", base=10, cap=1)), item(1, 10, formula("minmax"))
    )
    values = {"甲区": {"i0": "10", "i1": "2"}, "乙区": {"i0": "5", "i1": "1"}}
    found = raise_to_score(play(capped, field(values)), "乙区", Decimal(95))
    alone = {a.item: a for a in found.alone}
    assert alone["i0"].needed is None
    assert alone["i1"].needed is None
    assert "单靠这一项不够" in alone["i1"].why


def test_pulling_the_others_back_is_no_way_up():
    found = raise_place(round_of(), "西溪区")
    alone = {a.item: a for a in found.alone}
    assert alone["i0"].needed is None
    assert alone["i0"].why == "已经到顶，再提高也不加分"


def test_less_is_raised_by_falling():
    falling = rules(item(0, 100, formula("minmax"), direction=-1))
    values = {"甲区": {"i0": "1.0"}, "乙区": {"i0": "3.0"}, "丙区": {"i0": "2.0"}}
    found = raise_place(play(falling, field(values)), "乙区")
    assert [each.after for each in found.together] == [2]
    assert found.rank == 2


def test_a_score_that_nothing_reaches():
    found = raise_to_score(round_of(), "北溪区", Decimal(101))
    assert found.together == ()
    assert found.rank is None


def test_what_is_reached_already_is_refused():
    with pytest.raises(UsageError, match="已经达到"):
        raise_to_score(round_of(), "东溪区", Decimal(1))


def test_the_cost_can_be_measured_by_the_own_best_change():
    usual = raise_to_score(round_of(), "北溪区", Decimal(60))
    own = raise_to_score(round_of(), "北溪区", Decimal(60), {"i0": Decimal(100)})
    assert "i1" in {each.item for each in usual.together}
    assert {each.item for each in own.together} == {"i0"}
    assert "历史上最好" in own.how


def test_a_class_by_cut_is_a_score():
    classes = Classes(
        rule=ClassRule.CUT,
        bands=(ClassBand(name="优秀", least=Decimal(80)), ClassBand(name="合格")),
    )
    round_ = round_of(evolve(RANGE, classes=classes))
    found = raise_to_class(round_, "中溪区", "优秀")
    assert found.score >= 80
    with pytest.raises(UsageError, match="没有“特优”"):
        raise_to_class(round_, "中溪区", "特优")


def test_a_missing_figure_has_first_to_be_handed_in():
    values = VALUES | {"北溪区": {"i0": None, "i1": "10"}}
    found = raise_place(round_of(values=values), "北溪区")
    assert [a.why for a in found.alone if a.item == "i0"] == [
        "本期缺数或不计分，先补报数据"
    ]


@given(rounds())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_rules_the_place_is_really_reached(round_):
    ranked = [score for score in round_.board.scores if score.rank]
    if not ranked:
        return
    last = ranked[-1]
    found = raise_place(round_, last.org)
    if found is not None and found.together:
        assert found.rank < last.rank
