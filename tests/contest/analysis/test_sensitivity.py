from decimal import Decimal

import pytest
from attrs import evolve

from contest.explaining.played import (
    RANGE,
    VALUES,
    field,
    formula,
    item,
    round_of,
    rules,
)
from paitou.contest.analysis.sensitivity import sensitivity
from paitou.contest.explaining.rounds import play
from paitou.contest.readings import Event
from paitou.model import Extra, Missing, UsageError

GAP = VALUES | {"东溪区": {"i0": "8.2", "i1": None}}


def test_how_a_missing_figure_is_counted_matters():
    found = sensitivity(round_of(values=GAP), ("missing",))
    words = {each.words: each for each in found}
    assert "缺数不计分，其余指标放大" in words
    assert "东溪区" in words["缺数不计分，其余指标放大"].movers
    assert "缺数计零分" not in words


def test_a_step_that_does_not_act_is_an_error():
    with pytest.raises(UsageError, match="“缺数处理”这一步在本期不起作用"):
        sensitivity(round_of(), ("missing",))


def test_a_step_that_there_is_not_is_an_error():
    with pytest.raises(UsageError, match="没有“weather”这一步"):
        sensitivity(round_of(), ("weather",))


def test_without_being_asked_only_what_acts_is_told():
    assert {each.step for each in sensitivity(round_of())} == {"mean"}


def test_caps_and_bonuses():
    rulebook = rules(
        item(0, 100, formula("ratio", base=10, cap="1.2")),
        extras=(Extra(id="praise", name="表扬", each=Decimal(5)),),
    )
    values = {"甲区": {"i0": "12"}, "乙区": {"i0": "20"}, "丙区": {"i0": "9"}}
    event = Event(org="丙区", kind="表扬")
    round_ = play(rulebook, field(values, events=(event,)))
    found = {each.words: each for each in sensitivity(round_, ("caps", "extras"))}
    assert found["各项封顶和截断全部取消"].largest == 80
    assert found["完成率一律封顶在1倍"].largest == 20
    assert found["不计加减分"].largest == 5


def test_bounds_that_were_fixed_are_tried_live():
    fixed = rules(item(0, 100, formula("minmax"), bounds={"": (Decimal(0), Decimal(50))}))
    round_ = play(fixed, field({o: {"i0": r["i0"]} for o, r in VALUES.items()}))
    (found,) = sensitivity(round_, ("bounds",))
    assert found.words == "最高最低值按本期参评单位现取"
    assert found.movers == ()
    assert found.largest > 0


def test_small_groups_and_flat_items():
    values = {"甲区": {"i0": "1", "i1": "2"}, "乙区": {"i0": "1", "i1": "3"}}
    found = sensitivity(round_of(values=values), ("flat", "small_group"))
    assert {each.words for each in found} >= {"最高最低相同时得一半", "小组不计相对得分"}


def test_an_item_with_a_missing_rule_of_its_own_is_tried_too():
    own = evolve(
        RANGE, items=(RANGE.items[0], evolve(RANGE.items[1], missing=Missing.LAST))
    )
    found = sensitivity(round_of(own, GAP), ("missing",))
    assert "缺数按组平均计" in {each.words for each in found}
