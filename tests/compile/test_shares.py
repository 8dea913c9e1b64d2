"""A percentage with words on both sides is a share of something."""

import pytest

from compile.written import nouns


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("85%以上的社区建成老年食堂。", "社区建成老年食堂比例"),
        ("企业登记事项100%“掌上办”。", "企业登记事项“掌上办”"),
        ("高标准农田达到耕地总面积的71%。", "高标准农田占耕地总面积比重"),
        ("完成总任务的60%以上。", "总任务完成比例"),
        ("行政村快递实现100%覆盖。", "行政村快递覆盖"),
        ("至少60%的工业企业建立研发机构。", "工业企业建立研发机构比例"),
    ],
)
def test_the_share_of_what(text, indicator):
    assert nouns(text) == [indicator]


def test_a_rate_is_no_share():
    assert nouns("森林覆盖率达到47%。") == ["森林覆盖率"]
