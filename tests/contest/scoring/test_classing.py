"""Scores → classes, by cut or by share, with exemptions and vetoes."""

from decimal import Decimal

from contest.scoring.made import event, field, item, org, rules
from paitou.contest.scoring import score
from paitou.model import ClassBand, Classes, ClassRule, Gate, Veto, VetoEffect

D = Decimal
CUT = Classes(
    rule=ClassRule.CUT,
    bands=(
        ClassBand(name="优秀", least=D(90)), ClassBand(name="良好", least=D(80)),
        ClassBand(name="合格", least=D(60)), ClassBand(name="不合格"),
    ),
)  # fmt: skip
SHARE = Classes(
    rule=ClassRule.SHARE,
    bands=(
        ClassBand(name="A", share=D("0.25")), ClassBand(name="B", share=D("0.7")),
        ClassBand(name="C", share=D("0.95")), ClassBand(name="D", share=D(1)),
    ),
    exempt={"新建": "B", "公益": ""},
    not_below={"小升规": "C"},
)  # fmt: skip


def classes(rulebook, *orgs):
    return {s.org: s.class_name for s in score(rulebook, field(*orgs)).scores}


def by_score(classing, *marks, events=None, **more):
    told = events or {}
    orgs = [
        org(f"{n}", a=m, events=[event(f"{n}", kind) for kind in told.get(n, ())])
        for n, m in enumerate(marks)
    ]
    return classes(rules(item("a", 100), classes=classing, **more), *orgs)


def test_by_cut_a_score_reaches_its_line():
    found = by_score(CUT, 90, "89.994", "89.995", 60, 5)
    assert found == {"0": "优秀", "1": "良好", "2": "优秀", "3": "合格", "4": "不合格"}


def test_the_first_class_has_no_more_than_its_share():
    from attrs import evolve

    found = by_score(evolve(CUT, most=D("0.3")), 99, 98, 97, 96, 50, 50, 50)
    assert [found[str(n)] for n in range(4)] == ["优秀", "优秀", "良好", "良好"]


def test_by_share_no_more_than_the_share_are_in():
    found = by_score(SHARE, *range(100, 80, -1))
    assert [list(found.values()).count(name) for name in "ABCD"] == [5, 9, 5, 1]
    assert list(by_score(SHARE, 3, 2, 1).values()) == ["B", "B", "D"]


def test_the_exempt_take_no_place():
    found = by_score(SHARE, 100, 99, 98, 97, 96, events={0: ["新建"], 1: ["公益"]})
    assert (found["0"], found["1"]) == ("B", None)
    assert [found[str(n)] for n in (2, 3, 4)] == ["B", "B", "D"]


def test_some_are_not_below_a_class():
    found = by_score(SHARE, *range(100, 80, -1), events={19: ["小升规"]})
    assert found["19"] == "C"


def test_vetoes_cost_the_class_and_not_the_score():
    vetoes = (
        Veto(id="a", name="评优", effect=VetoEffect.NO_HONOUR),
        Veto(id="b", name="末等", effect=VetoEffect.LAST_CLASS),
        Veto(id="c", name="封顶", effect=VetoEffect.NOT_ABOVE, class_name="合格"),
    )
    events = {0: ["评优"], 1: ["末等"], 2: ["封顶"]}
    found = by_score(CUT, 95, 95, 95, 95, events=events, vetoes=vetoes)
    assert found == {"0": "良好", "1": "不合格", "2": "合格", "3": "优秀"}


def test_a_gate_bars_a_class():
    from attrs import evolve

    gate = Gate(id="g", name="不高于95", item="a", at_most=D(95))
    first = evolve(CUT.bands[0], gate="g")
    gated = evolve(CUT, bands=(first, *CUT.bands[1:]))
    rulebook = rules(item("a", 100), classes=gated, gates=(gate,))
    board = score(rulebook, field(org("甲", a=96), org("乙", a=95)))
    assert [s.class_name for s in board.scores] == ["良好", "优秀"]
    assert "没有过“不高于95”（96）" in board.of("甲").class_reason
