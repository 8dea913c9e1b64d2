"""全覆盖, 全部达标, 清零: all or none, without a number."""

import pytest

from compile.written import amounts, compiled, line, setting
from paitou.compile.universal import universals_of


def said(text):
    found = list(universals_of(setting(text), amounts(text)))
    return [(d.indicator, str(d.value), d.unit) for d in found]


@pytest.mark.parametrize(
    ("text", "indicator", "value", "unit"),
    [
        ("实现村级快递服务全覆盖。", "村级快递服务覆盖", "100", "%"),
        ("符合条件的小区全部完成改造。", "符合条件的小区完成改造比例", "100", "%"),
        ("养老服务站实现乡镇全覆盖。", "养老服务站乡镇覆盖", "100", "%"),
        ("实现养老服务站乡镇全覆盖。", "养老服务站乡镇覆盖", "100", "%"),
        ("保交房任务如期全部完成。", "保交房任务完成比例", "100", "%"),
        ("自建房隐患动态清零。", "自建房隐患", "0", ""),
    ],
)
def test_all_or_none(text, indicator, value, unit):
    assert said(text) == [(indicator, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        *("全部人员到岗。", "实现全覆盖。", "有7个镇实现快递全覆盖。", "全面推进。"),
        *("实现乡镇、城市社区全覆盖。", "实现九市一区全覆盖。"),
    ],
)
def test_what_says_nothing_of_all(text):
    assert said(text) == []


def test_it_is_striven_for():
    [found] = compiled("力争公交站点无障碍设施全覆盖。").statements
    assert line(found).endswith("by 2025 | stretch | universal")


def test_it_stands_beside_numbers():
    found = compiled("新建学校5所,实现乡镇中心校全覆盖。").statements
    assert [s.value_source for s in found] == ["number", "universal"]
