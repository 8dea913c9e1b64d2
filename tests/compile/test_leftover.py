"""An amount that no statement took still has a class."""

import pytest

from compile.written import PLAN, amounts
from paitou.compile.leftover import leftover
from paitou.compile.passage import passages
from paitou.text import document_from_text


def left(sentence, *, is_scope=False):
    *_, passage = passages(document_from_text(PLAN.format(sentence)))
    return leftover(passage, amounts(passage.text)[0], is_scope=is_scope)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("threshold", "照顾老人(80岁)。"),
        ("duration", "办理时间12天。"),
        ("grade_name", "保护Ⅱ类水体。"),
        ("attribute", "设立50亿元的基金。"),
        ("threshold", "服务营业收入2000万元以上企业。"),
        ("name", "应用北斗7技术。"),
        ("unexplained", "统筹50亿元。"),
    ],
)
def test_the_class_of_what_is_left(name, sentence):
    assert left(sentence) == name


def test_a_number_that_delimits_is_a_scope():
    assert left("3个脱贫县增速加快。", is_scope=True) == "scope"


def test_a_cell_of_a_table():
    text = PLAN.format("指标\t单位\t目标\n产值\t亿元\t50\n税收\t亿元\t7")
    found = [p for p in passages(document_from_text(text)) if p.block.kind == "table"]
    assert {leftover(p, a, is_scope=False) for p in found for a in amounts(p.text)} == {
        "table_cell"
    }
