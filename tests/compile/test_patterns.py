"""A pattern made of a list of words finds exactly those words, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from paitou.compile.patterns import one_of

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
