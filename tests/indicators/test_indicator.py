from itertools import chain

from paitou.indicators import Additivity, Dimension, Indicator, Polarity, Prices


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
