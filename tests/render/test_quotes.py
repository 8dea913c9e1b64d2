"""Tests of quotes inside quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.render.quotes import nested


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("““四上”企业”", "“‘四上’企业”"),
        ("“甲”与“乙”", "“甲”与“乙”"),
        ("“甲“乙“丙”””", "“甲‘乙“丙”’”"),
        ("“没有完“甲”", "“没有完“甲”"),
        ("”倒过来“甲“乙””", "”倒过来“甲“乙””"),
        ("‘甲“乙”’", "‘甲“乙”’"),
        ("it’s “甲“乙””", "it’s “甲“乙””"),
        ("", ""),
    ],
)
def test_inner_quotes_are_single(text, set_):
    assert nested(text) == set_


@given(st.text(alphabet="“”甲‘’"))
def test_only_quotes_change_and_only_once(text):
    found = nested(text)
    assert len(found) == len(text)
    assert [a for a in found if a == "甲"] == [a for a in text if a == "甲"]
    assert nested(found) == found
