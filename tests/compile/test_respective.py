"""分别: which value belongs to which noun."""

import pytest

from compile.written import amounts, nouns, read, setting
from paitou.compile.respective import respective


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("甲、乙分别达到5万元、4万元", 2),
        ("甲、乙和丙分别为3%、4%和5%", 3),
        ("甲和乙增长5.6%、7.5%", 2),
        ("甲达到5万元、乙达到4万元", 1),
        ("打造5个集聚区、20个中心", 1),
        ("甲达到5万元", 1),
    ],
)
def test_how_many_values_share_the_predicate(text, count):
    assert respective(setting(text), amounts(text), None) == count


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("国家级、省级园区产值分别达到5亿元、3亿元。", ["国家级园区产值", "省级园区产值"]),
        ("专业人才和技能人才分别达到5万人、3万人。", ["专业人才", "技能人才"]),
        ("铁路、公路客运量增长5%、3%。", ["铁路客运量", "公路客运量"]),
        ("实施甲类企业、乙类企业培育计划,分别达到5家、9家。", ["甲类企业", "乙类企业"]),
        ("货运量、货值翻一番,分别达到5万吨、9亿元。", ["货运量", "货值"] * 2),
    ],
)
def test_each_value_gets_its_noun(text, indicators):
    assert nouns(text) == indicators


def test_nouns_and_values_that_do_not_match_are_marked():
    drafts = read("货运量、客运量、周转量分别达到3万吨、5万人。").drafts
    assert [d.is_mismatched for d in drafts] == [True, True]
    assert {d.indicator for d in drafts} == {"货运量、客运量、周转量"}


def test_a_unit_said_once_is_everybody_s():
    drafts = read("城镇化率、入园率分别提高3个和4个百分点。").drafts
    assert [d.unit for d in drafts] == ["个百分点", "个百分点"]


def test_about_after_the_last_holds_for_all():
    drafts = read("入园率、升学率分别达到95%和52%左右。").drafts
    assert [d.comparator for d in drafts] == ["approx", "approx"]
