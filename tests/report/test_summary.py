"""A plan on one screen."""

from __future__ import annotations

import unicodedata

from attrs import evolve

from paitou.model import Issue, Level
from paitou.report.summary import overview, period_words, summarise


def widest(text):
    wide = (
        sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line)
        for line in text.split("\n")
    )
    return max(wide)


def test_the_sentence_answers_first(kunming_plan):
    seen = overview(kunming_plan)
    assert seen.sentence.startswith("2023—2025年，6个工程、30项任务，")
    assert f"{len(kunming_plan.statements)}项量化目标" in seen.sentence


def test_it_fits_on_one_screen(kunming_plan):
    told = summarise(kunming_plan)
    assert len(told.splitlines()) <= 40
    assert widest(told) <= 100


def test_everything_is_counted(kunming_plan):
    told = summarise(kunming_plan)
    assert "水平值" in told
    assert f"正文数字共{len(kunming_plan.mentions)}处" in told
    assert "深入实施产业振兴工程" in told


def test_issues_are_counted_by_level(kunming_plan):
    issue = Issue(code="x", level=Level.WARNING, message="", remedy="")
    told = summarise(evolve(kunming_plan, issues=(issue, issue)))
    assert told.endswith("检查发现：警告2条。\n")


def test_a_plan_without_anything_says_so(kunming_plan):
    document = evolve(kunming_plan.document, sections=(), period=None, year=None)
    empty = evolve(
        kunming_plan,
        document=document,
        statements=(),
        commitments=(),
        mentions=(),
        issues=(),
    )
    assert overview(empty).sentence == "没有读出目标和任务。"
    assert "检查未发现问题" in summarise(empty)


def test_a_part_that_looks_back_holds_no_tasks(kunming_plan):
    first = overview(kunming_plan).programmes[0].section
    statements = tuple(
        evolve(s, role="outcome") if first.start <= s.start < first.end else s
        for s in kunming_plan.statements
    )
    seen = overview(evolve(kunming_plan, statements=statements))
    assert (len(seen.programmes), len(seen.tasks)) == (5, 25)
    assert "项已完成情况" in seen.sentence


def test_the_period_is_told(kunming_plan):
    document = evolve(kunming_plan.document, period=None, year=2025)
    assert period_words(evolve(kunming_plan, document=document)) == "2025年"
