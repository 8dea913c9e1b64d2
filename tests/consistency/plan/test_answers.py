"""What the Kunming plan implies, and what a plan that cannot hold is told."""

import datetime as dt

import pytest
from attrs import evolve

from paitou import compile_document, load
from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build
from paitou.indicators import standard
from paitou.model import Book, PlanPeriod
from paitou.text import document_from_text

DAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def kunming(kunming_file):
    return load(kunming_file.parent)


def book_of(*sentences):
    text = "云泽市三年行动方案\n\n(2023—2025年)\n\n一、目标\n\n" + "".join(sentences)
    document = evolve(document_from_text(text), period=PlanPeriod(start=2023, end=2025))
    plan = compile_document(document)
    return Book(
        name="made", title="云泽市三年行动方案", plan=plan, compiled=plan,
        indicators=standard(),
    )  # fmt: skip


def found_in(*sentences):
    return answer(build(book_of(*sentences), DAY))


def test_kunming_can_hold_and_asks_for_more_than_it_says(kunming):
    found = answer(build(kunming, DAY))
    assert found.feasible
    gdp = next(b for b in found.implied if b.variable.indicator_id == "gdp")
    assert (round(float(gdp.low)), float(gdp.own)) == (10753, 10000)
    assert round(gdp.growth, 1) == 12.6


def test_the_assumptions_are_named_and_may_be_changed(kunming):
    higher = tuple(
        evolve(a, low=900) if a.indicator == "建筑业增加值" else a
        for a in kunming.assumptions
    )
    found = answer(build(evolve(kunming, assumptions=higher), DAY))
    gdp = next(b for b in found.implied if b.variable.indicator_id == "gdp")
    assert round(float(gdp.low)) == 11181
    assert any("假设2025年建筑业增加值不低于900" in s.words for s in gdp.because)


def test_without_assumptions_it_follows_from_services_and_industry_alone(kunming):
    found = answer(build(evolve(kunming, assumptions=()), DAY))
    gdp = next((b for b in found.implied if b.variable.indicator_id == "gdp"), None)
    assert gdp is None or float(gdp.low) < 10000


def test_a_contradiction_comes_with_its_sentences_and_a_repair():
    found = found_in(
        "到2025年,地区生产总值控制在9000亿元以内。",
        "到2025年,服务业增加值突破6600亿元。",
        "到2025年,工业增加值占GDP比重达到30%以上。",
    )
    assert not found.feasible
    (conflict,) = found.conflicts
    assert len(conflict.statements) == 3
    assert any("第一产业增加值" in relation.words for relation in conflict.relations)
    assert conflict.proof.total > 0
    assert all(each.share is None or each.share < 1 for each in conflict.single)


def test_what_others_ask_for_anyway_is_idle():
    found = found_in(
        "到2025年,进出口总额达到3000亿元以上。", "到2025年,进出口总额突破2500亿元。"
    )
    assert ["2500" in idle.source.quote for idle in found.redundant] == [True]


def test_the_order_of_sentences_does_not_matter():
    sentences = (
        "到2025年,地区生产总值控制在9000亿元以内。",
        "到2025年,服务业增加值突破9600亿元。",
        "到2025年,进出口总额达到3000亿元以上。",
    )
    asked = [sorted(s.words for c in found_in(*order).conflicts for s in c.sources)
             for order in (sentences, sentences[::-1])]  # fmt: skip
    assert asked[0] == asked[1]
    assert asked[0]


def test_a_missed_target_is_no_contradiction(kunming):
    assert answer(build(kunming, dt.date(2030, 1, 1))).feasible
