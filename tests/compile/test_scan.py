"""A text is gone through once: amounts, and the other numbers with their classes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.compile.quantity import Amount
from paitou.compile.scan import Refused, scan


def test_every_number_is_seen_once_and_in_order():
    numbers = list(scan("到2025年,建成3所学校、第二期学位1.2万个,惠及“三农”。"))
    kinds = ["amount" if isinstance(n, Amount) else n.name for n in numbers]
    assert kinds == ["date", "amount", "ordinal", "amount", "name"]


def test_four_digits_alone_are_a_year():
    assert list(scan("2024云泽国际博览会")) == [Refused(0, 4, "date")]


def test_the_magnitude_of_a_refused_number_is_passed_over():
    assert list(scan("220千伏输变电工程")) == [Refused(0, 3, "size_class")]


@pytest.mark.parametrize("text", ["", "没有数字", "!?。、"])
def test_nothing_to_see(text):
    assert list(scan(text)) == []


LETTERS = "零一二三十百千万亿两0123456789.,%—/:年月日第个家元Ⅲ翻番“”分之、达到"


@given(st.text(LETTERS, max_size=30))
def test_any_text_is_gone_through(text):
    numbers = list(scan(text))
    assert all(0 <= n.start < n.end <= len(text) for n in numbers)
    assert all(a.end <= b.start for a, b in pairwise(numbers))
