"""Ids follow the words, not their place."""

import re

from hypothesis import given
from hypothesis import strategies as st

from paitou.compile.identity import Identities

WORDS = st.lists(st.text(max_size=8), min_size=1, max_size=4)


@given(WORDS)
def test_the_same_words_have_the_same_id(words):
    assert Identities("s").of(*words) == Identities("s").of(*words)


@given(WORDS, WORDS)
def test_other_words_do_not_change_it(words, others):
    ids = Identities("s")
    ids.of("elsewhere", *others)
    expected = Identities("s").of(*words)
    assert ids.of(*words) == expected or words == ["elsewhere", *others]


def test_equal_words_are_told_apart_by_their_order():
    ids, again = Identities("s"), Identities("s")
    first, second = ids.of("一", "产值"), ids.of("一", "产值")
    assert first != second
    assert [again.of("一", "产值") for _ in "ab"] == [first, second]


def test_sections_tell_them_apart():
    ids = Identities("s")
    assert ids.of("一", "产值") != ids.of("二", "产值")


def test_their_form():
    assert re.fullmatch("c[0-9a-f]{10}", Identities("c").of("一", "\ud800产值"))
