"""The indicator's name, cut out of the words around a number."""

import pytest

from paitou.compile.naming import (
    after_doing,
    doing_last,
    is_complete,
    members,
    name_in,
    split_list,
    without_agency,
    without_growth_noun,
)


def name(text, **options):
    return name_in(text, 0, len(text), **options)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("到2025年,推动工业增加值", "工业增加值"),
        ("加快推进垃圾分类覆盖率", "垃圾分类覆盖率"),
        ("建成区绿地率", "建成区绿地率"),
        ("主城区人均公园面积", "主城区人均公园面积"),
        ("规模以上工业增加值", "规模以上工业增加值"),
        ("把污水集中收集率", "污水集中收集率"),
        ("在校生人数", "在校生人数"),
        ("高质量发展指数", "高质量发展指数"),
    ],
)
def test_what_only_leads_is_cut(text, indicator):
    assert name(text).text == indicator


def test_scope_is_kept_apart():
    found = name("全市常住人口城镇化率")
    assert (found.scope, found.text) == ("全市", "常住人口城镇化率")


def test_a_verb_of_doing_is_kept_apart():
    found = name("新认定高新技术企业")
    assert (found.verb, found.text) == ("新认定", "高新技术企业")


def test_a_word_that_is_verb_or_noun():
    assert name("投资").verb == "投资"
    assert name("投资", keep_nominal=True).text == "投资"


def test_the_span_is_the_text():
    text = "到2025年,全市数字经济规模将"
    found = name(text)
    assert text[found.start : found.end] == found.text == "数字经济规模"


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
        ("城镇和农村居民人均可支配收入", ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("口岸货物吞吐量、货值", ["口岸货物吞吐量", "口岸货物货值"]),
        ("事故起数、死亡人数", ["事故起数", "事故死亡人数"]),
        ("专业人才和技能人才", ["专业人才", "技能人才"]),
    ],
)
def test_what_members_share_is_given_back(text, full):
    assert members(text, 2) == full


def test_a_list_of_another_length_has_no_members():
    assert members("货运量、客运量、周转量", 2) is None


def test_growth_nouns_are_taken_off():
    assert without_growth_noun("工业投资年均增速") == ("工业投资", "年均增速")
    assert without_growth_noun("人口自然增长率") == ("人口自然增长率", "")
    assert without_growth_noun("增速") == ("增速", "")


def test_names_that_measure_by_themselves():
    assert is_complete("森林覆盖率")
    assert is_complete("国际专利申请量(PCT)")
    assert not is_complete("龙头企业")


def test_a_verb_inside_or_last():
    assert doing_last("城区地下管廊建成")[0] == "建成"
    assert doing_last("城区地下管廊") is None
    found = after_doing(name("片区统筹推出制度创新成果"))
    assert (found.verb, found.text) == ("推出", "制度创新成果")


def test_who_decides_is_left_out():
    assert without_agency("提请市人大常委会审议地方性法规") == "提请审议地方性法规"
