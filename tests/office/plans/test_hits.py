"""Searching the text."""

from __future__ import annotations

from paitou.office.plans.hits import find_hits


def test_width_case_and_breaks_make_no_difference():
    text = "推进ＧＤＰ和G\nDP,gdp"
    assert [hit.words for hit in find_hits(text, "gdp")] == ["ＧＤＰ", "GDP", "gdp"]


def test_words_around_stay_in_the_line():
    hit = find_hits("上一行\n甲乙丙丁\n下一行", "乙")[0]
    assert (hit.before, hit.words, hit.after) == ("甲", "乙", "丙丁")


def test_signs_are_taken_literally():
    assert len(find_hits("(R&D)", "(R&D)")) == 1
    assert find_hits("abc", ".*") == ()


def test_nothing_is_searched_for_nothing():
    assert find_hits("abc", "") == ()
    assert find_hits("abc", " ") == ()
