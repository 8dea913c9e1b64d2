"""Child plans beside their parent: less, more, against, weaker, and in sum."""

from consistency.plan.books import DAY, ORGS, book_of
from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build
from paitou.consistency.plan.notes import notes
from paitou.model import Org

TRADE = "到2025年,进出口总额达到3000亿元以上。"


def child(sentence, title="云泽市外贸专项方案", name="trade", **rest):
    return book_of(sentence, name=name, title=title, **rest)


def asked(*children, sentence=TRADE):
    book = book_of(sentence, orgs=ORGS, children=children)
    plan = build(book, DAY)
    return answer(plan), [n for n in notes(plan, book.plan.document) if "方案" in n.message]


def test_a_child_that_promises_less_is_told_under_its_title():
    found, (note,) = asked(child("到2025年,进出口总额达到2800亿元以上。"))
    assert note.code == "check-child-less"
    assert "《云泽市外贸专项方案》“进出口总额达到2800亿元以上”" in note.message
    assert found.feasible


def test_a_child_that_promises_more_makes_the_parents_idle():
    found, said = asked(child("到2025年,进出口总额达到3200亿元以上。"))
    (idle,) = found.redundant
    assert (idle.source.quote, said) == ("进出口总额达到3000亿元以上", [])
    assert [s.kind.value for s in idle.because] == ["child"]


def test_a_child_that_contradicts_is_a_conflict():
    found, _ = asked(child("到2025年,进出口总额控制在2900亿元以内。"))
    (conflict,) = found.conflicts
    assert [s.kind.value for s in conflict.sources] == ["statement", "child"]
    assert conflict.statements == (found.plan.statements[0].id,)
    assert len(conflict.single) == 2


def test_the_same_with_less_strength():
    _, (note,) = asked(child("到2025年,力争进出口总额达到3000亿元以上。"))
    assert note.code == "check-stated-twice"


def test_another_year_or_indicator_is_another_promise():
    for sentence in (
        "到2024年,进出口总额达到2500亿元以上。",
        "到2025年,出口总额达到2亿元。",
    ):
        assert asked(child(sentence))[1] == []


def test_districts_whose_plans_do_not_come_to_the_citys():
    """1000 + 900 + 1000 is 100 short, and no district's plan is less than its own."""
    plans = [
        child(f"到2025年,进出口总额达到{value}亿元。", f"{org.name}行动方案", org.code)
        for org, value in zip(ORGS[1:], (1000, 900, 1000), strict=True)
    ]
    found, said = asked(*plans)
    (conflict,) = found.conflicts
    assert said == []
    assert conflict.told.endswith(
        "3个县（市、区）方案的2025年目标合计2900亿元，比目标3000亿元少100亿元"
    )
    assert answer(build(book_of(TRADE, orgs=ORGS, children=plans[:2]), DAY)).feasible


def test_a_district_is_known_by_its_own_table():
    own = (Org(code="YZ2", name="墨泉区", kind="city"),)
    plan = child("到2025年,进出口总额达到3100亿元。", "三年行动方案", "x", orgs=own)
    found, _ = asked(plan, sentence="到2025年,进出口总额控制在3000亿元以内。")
    (conflict,) = found.conflicts
    assert [r.id for r in conflict.relations] == ["sum-of-places"]


def test_equal_ids_of_parent_and_child_are_kept_apart():
    found, said = asked(child(TRADE))
    assert (found.feasible, said) == (True, [])
    assert len(found.plan.sources) == 2
