"""Ranks → lists: 先进, 进位, 提醒."""

from decimal import Decimal

import pytest

from contest.scoring.made import event, field, group, item, org, rules
from paitou.contest.scoring import score
from paitou.model import Gate, Honours, ListRule, Veto, VetoEffect

VETO = Veto(id="v", name="事故", effect=VetoEffect.NO_HONOUR)


def listed(marks, honours, before=None, **more):
    """The names on one list; marks by organisation."""
    rulebook = rules(item("a", 100), lists=(honours,), **more)
    past = (
        score(rulebook, field(*(org(n, a=m) for n, m in before.items())))
        if before
        else None
    )
    board = score(rulebook, field(*(org(n, a=m) for n, m in marks.items())), past)
    return [named.org for named in board.lists[honours.id]]


def honours(rule, **more):
    return Honours(id="h", name="名单", rule=rule, **more)


MARKS = {"甲": 90, "乙": 80, "丙": 80, "丁": 70}


@pytest.mark.parametrize(
    ("rule", "count", "names"),
    [(ListRule.TOP, 1, ["甲"]), (ListRule.TOP, 2, ["甲", "丙", "乙"]),
     (ListRule.BOTTOM, 1, ["丁"]), (ListRule.TOP, 0, [])],
)  # fmt: skip
def test_top_and_bottom_name_equals_at_the_edge(rule, count, names):
    assert listed(MARKS, honours(rule, count=count)) == names


def test_above_and_below_part_at_the_threshold():
    edge = {"threshold": Decimal(80)}
    assert listed(MARKS, honours(ListRule.ABOVE, **edge)) == ["甲", "丙", "乙"]
    assert listed(MARKS, honours(ListRule.BELOW, **edge)) == ["丁"]


def test_risen_and_fallen_go_by_places_in_the_period_before():
    before = {"甲": 10, "乙": 90, "丙": 80, "丁": 70}
    two = {"threshold": Decimal(2)}
    assert listed(MARKS, honours(ListRule.RISEN, **two), before) == ["甲"]
    assert listed(MARKS, honours(ListRule.FALLEN), before) == ["丁", "乙"]
    assert listed(MARKS, honours(ListRule.RISEN)) == []


def test_a_gate_or_a_veto_gives_the_place_to_the_next():
    gate = Gate(id="g", name="不高于85", item="a", at_most=Decimal(85))
    found = listed(MARKS, honours(ListRule.TOP, count=2, gate="g"), gates=(gate,))
    assert found == ["丙", "乙"]
    rulebook = rules(
        item("a", 100), vetoes=(VETO,), lists=(honours(ListRule.TOP, count=1),)
    )
    board = score(
        rulebook, field(org("甲", a=90, events=[event("甲", "事故")]), org("乙", a=8))
    )
    assert [named.org for named in board.lists["h"]] == ["乙"]


def test_groups_have_their_own_number_of_places():
    groups = (group("城"), group("乡"))
    rule = honours(ListRule.TOP, counts={"城": 2, "乡": 0})
    orgs = [org(f"{g}{n}", g, a=n) for g in "城乡" for n in range(3)]
    board = score(rules(item("a", 100), groups=groups, lists=(rule,)), field(*orgs))
    assert [named.org for named in board.lists["h"]] == ["城2", "城1"]


def test_a_list_may_go_by_an_item():
    rule = honours(ListRule.TOP, count=1, by="b")
    rulebook = rules(item("a", 90), item("b", 10), lists=(rule,))
    board = score(rulebook, field(org("甲", a=90, b=1), org("乙", a=1, b=90)))
    assert board.lists["h"][0].org == "乙"
    assert board.lists["h"][0].words == "本项9分，第1名"
