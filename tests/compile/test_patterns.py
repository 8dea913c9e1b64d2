"""Lists of words, as a pattern and to look up: exactly those words, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from paitou.compile.patterns import Words, one_of

WORDS = st.lists(st.text("达到提高(+.", min_size=1, max_size=4), min_size=1, max_size=12)


@given(WORDS)
def test_it_matches_each_word_whole(words):
    pattern = re.compile(one_of(words))
    assert all(pattern.fullmatch(word) for word in words)


@given(WORDS, st.text("达到提高(+.", max_size=4))
def test_it_matches_nothing_else(words, other):
    assert bool(re.fullmatch(one_of(words), other)) is (other in words)


def test_the_longest_word_wins():
    assert re.match(one_of(["达", "达到", "提高"]), "达到九成")[0] == "达到"


def test_repeated_words_count_once():
    assert one_of(["达", "达"]) == one_of(["达"])


@given(WORDS, st.text("达到提高(+.", max_size=4))
def test_looking_up_is_as_matching(words, text):
    found = re.match(one_of(words), text)
    assert Words(words).at(text, 0) == (found.end() if found else -1)
    assert (text in Words(words)) is (text in words)


def test_words_before_and_within_bounds():
    words = Words(["达", "达到", "到"])
    assert words.before("产值达到", 4) == 2
    assert words.before("产值达到", 3) == 2
    assert words.before("产值", 2) == -1
    assert words.at("达到", 0, 1) == 1
    assert words.at("达到", 2) == -1
