import pytest

from paitou.text.back import mark_tail
from paitou.text.lines import split_lines
from paitou.text.paragraphs import join_lines

BODY = "三、工作要求\n加强组织领导，压实工作责任。\n"


def tail(text):
    paragraphs, first = mark_tail(text, join_lines(text, split_lines(text)))
    assert all(p.kind for p in paragraphs[first:])
    return [text[p.start : p.end] for p in paragraphs[first:]]


@pytest.mark.parametrize(
    "frame",
    [
        "来源:云桥日报\n责编:张某\n编审:李某\n终审:王某\n",
        "（来源：云桥日报）\n编辑：何某\n",
        "责任编辑：\n李某某\n",
        "云桥市人民政府\n云桥市财政局\n2023年3月1日\n（此件公开发布）\n",
        "发文机关： 云桥市政府\n主题分类： 工业（含电\n信）\n发文字号： 云政发1号\n",
        "扫一扫在手机打开当前页\n版权所有：云桥市人民政府\n",
        "云桥市人民政府办公室2023年3月1日印发\n",
    ],
)
def test_what_stands_after_the_body(frame):
    assert tail(BODY + frame) == frame.splitlines()


@pytest.mark.parametrize("text", ["", BODY, "来源广泛的资金支持了各项建设。\n"])
def test_a_body_has_no_tail_of_its_own(text):
    assert tail(text) == []
