"""由 X 提高到 Y: the first value is a fact of its own."""

import pytest

from compile.written import amounts, compiled, line, read, setting
from paitou.compile.origins import follows_from, is_origin


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("通行时间由18小时缩短到5小时", True),
        ("收入从2020年的3万元增加到4万元", True),
        ("通行时间缩短到5小时", False),
        ("理由5条,措施8条", False),
    ],
)
def test_where_a_change_starts(text, first):
    amount = amounts(text)[0]
    assert is_origin(setting(text), 0, amount, amount.end) is first
    assert follows_from(setting(text), amount) is ("由" in text[:5] or "从" in text) or (
        not first
    )


def test_the_origin_is_a_fact_and_the_end_a_target():
    first, second = read("通行时间由18小时缩短到5小时。").drafts
    assert (first.is_origin, first.comparator, first.value) == (True, "eq", 18)
    assert (second.is_origin, second.comparator, second.value) == (False, "le", 5)
    assert first.indicator == second.indicator == "通行时间"


def test_the_origin_s_year():
    said = compiled("到2025年,城镇化率从2020年的61%提高到66%。").statements
    assert line(said[0]) == "城镇化率 | level eq 61 % | in 2020 | outcome"


def test_last_year_s_value():
    said = compiled("森林覆盖率由上年的35.1%提高到35.8%。", "review").statements
    assert [s.when.end for s in said] == [2023, 2024]
