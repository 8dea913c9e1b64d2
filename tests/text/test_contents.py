import pytest

from paitou.model import BlockKind
from paitou.text.contents import mark_contents
from paitou.text.lines import split_lines


def contents(text):
    marked = mark_contents(text, split_lines(text))
    return [text[x.start : x.end] for x in marked if x.kind is BlockKind.CONTENTS]


def test_a_table_of_contents_ends_where_the_text_begins():
    entries = "目  录\n第一章 总则\n第一节 依据\n第二章 任务\n"
    text = entries + "第一章 总则\n为了做好工作，制定本规划。\n"
    assert contents(text) == entries.splitlines()


def test_its_title_may_stand_on_two_lines():
    text = "目\n\n录\n\n一、回顾 ........ 1\n二、任务 ........ 4\n\n软件是产业的灵魂。\n"
    assert contents(text) == ["目", "录", "一、回顾 ........ 1", "二、任务 ........ 4"]


def test_lines_with_dot_leaders_need_no_title():
    text = "附件1 指标体系…………12\n附件2 分工表······13\n正文从这里开始。\n"
    assert contents(text) == text.splitlines()[:2]


@pytest.mark.parametrize(
    "text", ["目前，全市有12家企业\n", "目标：到2025年达到80\n", "目录管理制度不断完善。\n"]
)
def test_other_words_begin_no_contents(text):
    assert contents(text) == []
