"""Turns of phrase that change what a predicate means."""

from decimal import Decimal

import pytest

from compile.written import read


@pytest.mark.parametrize(
    ("text", "indicator", "measure"),
    [
        ("完成70个烂尾楼整治。", "烂尾楼整治", "total"),
        ("实现进出口总额240亿元。", "进出口总额", "level"),
        ("投资保持40%以上增长。", "投资", "change_rate"),
    ],
)
def test_what_the_verb_means_here(text, indicator, measure):
    [draft] = read(text).drafts
    assert (draft.indicator, draft.measure) == (indicator, measure)


def test_what_a_multiple_is_of():
    [draft] = read("工资待遇提高到最低工资标准2倍。").drafts
    assert (draft.indicator, draft.base) == ("工资待遇", "最低工资标准")
    assert (draft.measure, draft.value) == ("multiple", Decimal(2))
