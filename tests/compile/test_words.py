"""The lists of words are whole: none is empty, none contradicts another."""

import re

from paitou.compile import words
from paitou.model import Comparator

LISTS = {
    name: value
    for name, value in vars(words).items()
    if name.isupper() and not name.startswith("_")
}


def test_no_list_is_empty():
    assert [name for name, value in LISTS.items() if not value] == []


def test_words_hold_no_blank():
    listed = [w for value in LISTS.values() for w in value]
    assert [w for w in listed if not w or re.search(r"\s|^#", w)] == []


def test_comparators_are_known():
    said = {*words.BEFORE.values(), *words.AFTER.values()}
    assert said <= {str(c) for c in Comparator}


def test_a_verb_says_one_thing():
    tied = [*words.KEEP, *words.LOWER_TO, *words.GROW, *words.FALL, *words.MULTIPLY]
    assert len(tied) == len(set(tied))
    assert set(words.CUT) <= {*words.FALL}


def test_parts_of_lists_are_in_them():
    assert set(words.NOMINAL) & set(words.DONE)
    assert set(words.LESS) <= {*words.FALL, *words.DONE}
    assert {"岁", "天", "小时"} <= words.DURATIONS
