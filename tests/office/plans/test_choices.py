"""What a reader chose."""

from __future__ import annotations

from paitou.office.plans.choices import Choice, sections_under
from paitou.office.plans.marks import marks_of
from paitou.report.programmes import path_to


def left(plan, **asked):
    choice = Choice(**asked)
    sections = sections_under(plan, choice.section) if choice.section else None
    return [mark.id for mark in marks_of(plan) if choice.passes(mark, sections)]


def test_a_query_is_read_and_written_back():
    choice = Choice.read({"q": " 港口 ", "measure": "level", "unknown": "x"})
    assert choice.link() == "?q=%E6%B8%AF%E5%8F%A3&measure=level"
    assert choice.link(q="", s="a&b") == "?measure=level&s=a%26b"


def test_long_and_odd_words_are_cut():
    assert len(Choice.read({"q": "长" * 500}).q) == 100
    assert Choice.read({"q": "a\0b"}).q == "ab"


def test_filters_narrow(plan):
    assert left(plan, measure="growth_avg") == ["s4"]
    assert left(plan, kind="qualitative") == ["c3"]
    assert left(plan, indicator="港口吞吐量") == ["s1", "s2", "s4"]
    assert left(plan, q="船员") == ["s5", "s6"]
    assert left(plan, measure="level", kind="project") == []


def test_a_section_holds_what_is_beneath_it(plan):
    harbour = next(s for s in plan.sections if s.title.startswith("深入实施港航"))
    assert left(plan, section=harbour.id) == ["c1", "c2", "s3", "s4", "s5", "s6"]
    assert left(plan, section="none") == []


def test_the_path_leads_from_the_top(plan):
    path = path_to(plan, plan.statements[2].section)
    assert [section.number for section in path] == ["二、", "(一)", "1."]
    assert path_to(plan, "none") == ()
