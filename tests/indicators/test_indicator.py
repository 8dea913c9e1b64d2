from itertools import chain

import pytest

from paitou.indicators import Additivity, Dimension, Indicator, Polarity, Prices, standard


def test_every_choice_has_its_chinese_words() -> None:
    for each in chain(Dimension, Polarity, Additivity, Prices):
        assert each.label
        assert not each.label.isascii()


def test_labels_tell_the_choices_apart() -> None:
    for choices in (Dimension, Polarity, Additivity, Prices):
        assert len({each.label for each in choices}) == len(choices)


def test_words_begin_with_the_standard_name() -> None:
    one = Indicator(id="a", name="甲", aliases=("乙", "丙"), dimension=Dimension.COUNT)
    assert one.words == ("甲", "乙", "丙")


@pytest.mark.parametrize(
    ("name", "never"),
    [
        ("地区生产总值", True),
        ("常住人口", True),
        ("规上工业企业利润总额", False),
        ("净增经营主体", False),
        ("社会融资规模增量", False),
        ("财政赤字", False),
        ("常住人口城镇化率", False),
        ("居民消费价格", False),
    ],
)
def test_amounts_are_never_negative_but_balances_may_be(name, never) -> None:
    known = standard()
    assert known.get(known.resolve(name)).is_never_negative is never
