"""What an amount and the words beside it are, as one value."""

import pytest

from compile.written import read
from paitou.compile.construction import opens_with_noun


@pytest.mark.parametrize("words", ["物流中心", "规模以上企业", "社区建成老年食堂"])
def test_words_that_are_a_noun(words):
    assert opens_with_noun(words)


@pytest.mark.parametrize("words", ["、服务业", "和农业", "居全省第二", "同比增加", "增速"])
def test_words_that_are_none(words):
    assert not opens_with_noun(words)


def test_the_quote_begins_with_the_verb_of_doing():
    [draft] = read("到2025年,打造5个物流中心。").drafts
    assert "到2025年,打造5个物流中心。"[draft.start : draft.end] == "打造5个物流中心"
