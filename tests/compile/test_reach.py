"""How far the words of an amount reach to its left and to its right."""

import pytest

from compile.written import amounts, setting
from paitou.compile.reach import Right, clause_start, left_start, right_of


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("产值增长,税收达到5亿元", "税收达到"),
        ("目标:税收达到5亿元", "税收达到"),
        ("基地(园区,中心)达到5个", "基地(园区,中心)达到"),
        ("税收达到5亿元", "税收达到"),
    ],
)
def test_a_clause_starts_after_the_mark_before(text, clause):
    at = text.index("5")
    assert text[clause_start(text, 0, at) : at] == clause


def test_the_amount_before_is_passed():
    text = "打造5个集聚区、20个物流中心"
    first, second = amounts(text)
    assert left_start(setting(text), None, first.start) == 0
    assert text[left_start(setting(text), first, second.start) :] == "20个物流中心"


def test_words_to_the_right_leave_the_next_amount_its_own():
    text = "打造5个集聚区、20个物流中心,完善功能"
    first, second = amounts(text)
    assert right_of(setting(text), second, first.end).text == "集聚区"
    assert right_of(setting(text), None, second.end).text == "物流中心"


def test_a_number_may_describe_what_follows():
    assert Right.of("5亿元的基金", 3, 6).describes
    assert not Right.of("5%的增长", 2, 5).describes
