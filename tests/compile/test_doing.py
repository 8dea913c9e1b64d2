"""Verbs of doing around a number: at the beginning, at the end, inside."""

import pytest

from paitou.compile.doing import doing_at, doing_inside, doing_last, is_nominal


@pytest.mark.parametrize(
    ("text", "verb", "end"),
    [
        ("新认定高新技术企业", "新认定", 3),
        ("建成了学校", "建成", 3),
        ("累计建成学校", "累计建成", 4),
        ("打造园区", "打造", 2),
        ("拥有平台", "拥有", 2),
    ],
)
def test_the_verb_at_the_beginning(text, verb, end):
    found = doing_at(text, 0, len(text))
    assert (found.verb, found.end) == (verb, end)


def test_no_verb_at_the_beginning():
    assert doing_at("森林覆盖率", 0, 5) is None
    assert doing_at("", 0, 0) is None


@pytest.mark.parametrize(
    ("name", "start", "verb"),
    [("地下管廊建成", 4, "建成"), ("平台引进了", 2, "引进"), ("政策惠及", 2, "惠及")],
)
def test_the_verb_at_the_end(name, start, verb):
    found = doing_last(name)
    assert (found.start, found.verb, found.end) == (start, verb, len(name))


def test_no_verb_at_the_end():
    assert doing_last("地下管廊") is None


def test_the_last_verb_inside():
    found = doing_inside("片区统筹推出制度创新成果")
    assert (found.start, found.verb) == (4, "推出")
    assert doing_inside("制度创新成果") is None


def test_a_verb_that_only_opens_a_noun():
    def opens_noun(text, *, keep=False):
        return is_nominal(text, doing_at(text, 0, len(text)), len(text), keep=keep)

    assert opens_noun("投资额")
    assert opens_noun("投资", keep=True)
    assert not opens_noun("投资")
    assert not opens_noun("投资产业项目", keep=True)
    assert not opens_noun("建成学校")
