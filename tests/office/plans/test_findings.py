"""What the filters leave, in sentences."""

from __future__ import annotations

from attrs import evolve

from paitou.model import Mention
from paitou.office.plans.choices import Choice
from paitou.office.plans.findings import (
    find,
    indicators,
    kinds,
    measures,
    number_sentence,
    roles,
)
from paitou.office.plans.marks import marks_of


def told(plan, **asked):
    return find(plan, marks_of(plan), Choice(**asked))


def test_a_search_tells_places_and_items(plan):
    assert told(plan, q="船员").sentence == "“船员”在正文出现1处，涉及2项目标。"
    assert told(plan, q="三年").sentence == "“三年”在正文出现2处，涉及1项目标。"


def test_nothing_tells_what_to_do(plan):
    assert told(plan, kind="duty").sentence.startswith("没有符合条件的内容。请")


def test_each_condition_can_be_taken_off(plan):
    section = plan.sections[0].id
    found = told(plan, q="港", measure="level", indicator="港口吞吐量", section=section)
    assert [chip.words for chip in found.chips] == [
        "“港”",
        "一、总体要求",
        "水平值",
        "港口吞吐量",
    ]
    assert "q=" not in found.chips[0].link


def test_facets_count_and_switch_off(plan):
    marks = marks_of(plan)
    level = measures(marks, Choice(measure="level"))[0]
    assert (level.words, level.count, level.is_on) == ("水平值", 4, True)
    assert level.link == "?"
    assert [(k.words, k.count) for k in kinds(marks, Choice())] == [
        ("重大项目", 2),
        ("定性目标", 1),
    ]


def test_outcomes_are_told_apart(plan):
    done = evolve(plan.statements[0], role="outcome")
    both = evolve(plan, statements=(done, *plan.statements[1:]))
    assert [f.count for f in roles(marks_of(both), Choice())] == [6, 1]
    assert roles(marks_of(plan), Choice()) == ()
    assert told(both, role="outcome").sentence == "共1项已完成情况。"
    assert told(both, role="outcome").chips[0].words == "已完成情况"


def test_an_indicator_is_listed_once(plan):
    listed = indicators(marks_of(plan), Choice())
    assert [one.words for one in listed].count("港口吞吐量") == 1


def test_unexplained_numbers_are_told(plan):
    odd = Mention(start=0, end=1, text="九", name="unexplained")
    assert "还有1处说不明，请人工查看" in number_sentence((*plan.mentions, odd))
