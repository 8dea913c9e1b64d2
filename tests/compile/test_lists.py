"""Lists of names: split into members, each with what it shares with the others."""

import pytest

from paitou.compile.lists import is_complete, members, split_list


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("货运量、客运量和周转量", ["货运量", "客运量", "周转量"]),
        ("国家级和省级平台", ["国家级", "省级平台"]),
        ("基地(园区、中心)、平台", ["基地(园区、中心)", "平台"]),
        ("饱和度", ["饱和度"]),
        ("和平区产值", ["和平区产值"]),
    ],
)
def test_lists_are_split_outside_brackets(text, parts):
    assert split_list(text) == parts


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("国家级、省级园区亩均产值", ["国家级园区亩均产值", "省级园区亩均产值"]),
        (
            "城镇和农村居民人均可支配收入",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
        ),
        ("口岸货物吞吐量、货值", ["口岸货物吞吐量", "口岸货物货值"]),
        ("事故起数、死亡人数", ["事故起数", "事故死亡人数"]),
        ("专业人才和技能人才", ["专业人才", "技能人才"]),
    ],
)
def test_what_members_share_is_given_back(text, full):
    assert members(text, 2) == full


def test_a_list_of_another_length_has_no_members():
    assert members("货运量、客运量、周转量", 2) is None


def test_names_that_measure_by_themselves():
    assert is_complete("森林覆盖率")
    assert is_complete("国际专利申请量(PCT)")
    assert not is_complete("龙头企业")
