"""Passages become statements: those of sentences.toml, and where their words stand."""

import pytest

from compile.written import PLAN, cases, classes, compiled, lines
from paitou.compile import compile_document
from paitou.model import Measure, Role
from paitou.text import document_from_text

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['of']}:{c['text'][:12]}")
def test_sentence(case):
    plan = compiled(case["text"], case["kind"])
    assert lines(plan, case["kind"]) == case.get("says", [])
    found = classes(plan, case["text"])
    assert {n: found.get(n) for n in case.get("numbers", {})} == case.get("numbers", {})
    assert plan.unexplained == ()


def test_the_sentences_show_every_measure():
    shown = {said.split(" | ")[1].split()[0] for c in CASES for said in c.get("says", [])}
    assert shown == {str(measure) for measure in Measure}


def test_every_field_says_where_it_was_read():
    plan = compiled("到2025年,力争全市数字经济规模较2020年增长60%以上。")
    [said] = plan.statements
    text, spans = plan.document.text, said.spans
    assert spans.value.of(text) == "60%"
    assert [span.of(text) for span in spans.indicator] == ["数字经济规模"]
    assert spans.comparator.of(text) == "以上"
    assert spans.when.of(text) == "到2025年"
    assert spans.base.of(text) == "2020年"
    assert spans.strength.of(text) == "力争"


def test_what_was_not_said_has_no_span():
    [said] = compiled("打造6个特色小镇。").statements
    assert (said.spans.when, said.spans.base, said.spans.strength) == (None, None, None)
    assert said.when.source == "plan"


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("产值达到5亿元。", "plan"),
        ("稳中求进,到2025年产值达到5亿元。", "clause"),
        ("稳中求进,到2025年,工业较快增长,产值达到5亿元。", "sentence"),
    ],
)
def test_how_far_from_the_number_the_time_was_said(sentence, source):
    assert compiled(sentence).statements[0].when.source == source


def test_the_section_is_the_nearest_heading():
    text = PLAN.format("(一)产业\n\n产值达到5亿元。\n\n(二)民生\n\n学位达到9万个。")
    plan = compile_document(document_from_text(text))
    titles = {s.id: s.title for s in plan.sections}
    assert [titles[s.section] for s in plan.statements] == ["产业", "民生"]


def test_the_indicator_has_its_id():
    one, other = compiled("外贸进出口总额达到5亿元,进出口总额年均增长8.5%。").statements
    assert one.indicator_id == other.indicator_id


def test_a_plan_tells_what_was_reached_before_it():
    [said] = compiled("稳中求进。2021年产值达到5亿元。").statements
    assert (said.role, said.when.end) == (Role.OUTCOME, 2021)


def test_brackets_stay_as_written():
    [said] = compiled("规上（限上）企业达到５家。").statements
    assert said.indicator == "规上（限上）企业"
    assert said.quote == "规上（限上）企业达到５家"
