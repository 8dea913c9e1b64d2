"""Statements and commitments as marks."""

from __future__ import annotations

from attrs import evolve

from paitou.office.plans.marks import find_mark, marks_of


def test_they_are_in_the_order_of_the_text(plan):
    marks = marks_of(plan)
    assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)


def test_statements_and_commitments_are_numbered_apart(plan):
    labels = {mark.id: mark.label for mark in marks_of(plan)}
    assert (labels["s1"], labels["s7"], labels["c1"]) == ("1", "7", "任1")


def test_a_commitment_is_marked_where_its_object_stands(plan):
    mark = find_mark(marks_of(plan), "c2")
    assert mark.subject.of(plan.document.text) == "南塘港区"


def test_the_head_of_a_shared_object_is_enough(plan):
    shared = evolve(plan.commitments[0], object="东渡港区改造升级")
    mark = find_mark(marks_of(evolve(plan, commitments=(shared,))), "c1")
    assert mark.subject.of(plan.document.text) == "东渡港区"


def test_an_object_that_is_not_in_the_words_is_marked_nowhere(plan):
    absent = evolve(plan.commitments[0], object="完全不同")
    assert find_mark(marks_of(evolve(plan, commitments=(absent,))), "c1").subject is None


def test_an_unknown_id_finds_nothing(plan):
    assert find_mark(marks_of(plan), "none") is None
