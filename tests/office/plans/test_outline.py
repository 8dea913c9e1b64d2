"""The tree of sections."""

from __future__ import annotations

from attrs import evolve

from paitou.office.plans.outline import outline


def test_sections_nest_and_count(plan):
    first, second = outline(plan)
    assert (first.targets, first.commitments, first.children) == (2, 0, ())
    assert [(node.targets, node.items) for node in second.children] == [(4, 6), (1, 2)]
    assert [len(node.children) for node in second.children] == [2, 1]


def test_a_text_without_sections_has_no_outline(plan):
    assert outline(evolve(plan, document=evolve(plan.document, sections=()))) == ()
