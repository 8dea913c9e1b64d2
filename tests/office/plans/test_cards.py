"""The card of one item."""

from __future__ import annotations

from attrs import evolve

from paitou.model import Assignment, Decision, Nature, OrgRole, Responsibility, Verdict
from paitou.office.plans.cards import card_of
from paitou.office.plans.marks import find_mark, marks_of


def card(book, item_id):
    marks = marks_of(book.plan)
    return card_of(book, marks, find_mark(marks, item_id), marks)


def rows(book, item_id):
    return {row.label: row for row in card(book, item_id).rows}


def test_each_field_tells_its_words(book):
    found = rows(book, "s2")
    assert (found["数值"].value, found["数值"].words) == ("3.5亿吨", "3.5亿吨")
    assert found["时限"].note == "本句前文写明"
    assert found["力度"].value == "力争"
    assert "目标按“不低于”理解" in found["比较"].note


def test_an_empty_lead_is_empty(book):
    assert rows(book, "s1")["责任单位"].note == "原文未写，尚未落实"


def test_who_answers_is_shown(book, plan):
    named = Responsibility(role=OrgRole.LEAD, org="市港口局")
    first = evolve(plan.statements[0], responsible=(named,))
    plan = evolve(plan, statements=(first, *plan.statements[1:]))
    assert rows(evolve(book, plan=plan), "s1")["牵头单位"].value == "市港口局"


def test_decisions_are_shown(book):
    assigned = Assignment(nature=Nature.BINDING, data_source="市统计局")
    decision = Decision(
        subject="statement", id="s1", verdict=Verdict.CONFIRM, assignment=assigned
    )
    found = rows(evolve(book, decisions=(decision,)), "s1")
    assert found["审定"].value == "确认"
    assert found["目标性质"].value == "约束性"
    assert found["数源部门"].value == "市统计局"


def test_others_on_the_indicator_and_in_the_sentence(book):
    assert [mark.id for mark in card(book, "s1").same] == ["s2", "s4"]
    assert [mark.id for mark in card(book, "s5").beside] == ["s6"]
    assert [mark.id for mark in card(book, "c1").beside] == ["c2"]


def test_one_steps_through_the_list(book):
    first, last = card(book, "s1"), card(book, "c3")
    assert (first.before, first.after.id) == (None, "s2")
    assert (last.before.id, last.after) == ("s7", None)


def test_a_commitment_is_told(book):
    found = rows(book, "c3")
    assert found["事项"].value == "<b>海洋</b>强市"
    assert found["性质"].value == "创建获批"
    assert found["评价"].note == "没有数字，不作量化测算"


def test_words_that_stand_elsewhere_lead_there(book, plan):
    spans = evolve(plan.statements[6].spans, when=plan.statements[0].spans.when)
    last = evolve(plan.statements[6], spans=spans)
    plan = evolve(plan, statements=(*plan.statements[:6], last))
    block = rows(evolve(book, plan=plan), "s7")["时限"].block
    assert plan.document.text[block:].startswith("到2025年")


def test_pages_are_told_where_the_file_has_them(book, plan):
    blocks = tuple(evolve(block, place=3) for block in plan.document.blocks)
    document = evolve(plan.document, blocks=blocks, place_kind="page")
    assert card(evolve(book, plan=evolve(plan, document=document)), "s1").place == "第3页"
    assert card(book, "s1").place == ""


def test_the_page_is_told_what_to_show(book, plan):
    start = plan.statements[0].start
    assert card(book, "s1").spans.startswith(f"chosen:{start}-")
    assert " is-value:" in card(book, "s1").spans
