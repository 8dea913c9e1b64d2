"""The indicator's name, cut out of the words around a number."""

import pytest

from paitou.compile.naming import (
    after_doing,
    name_in,
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


def test_growth_nouns_are_taken_off():
    assert without_growth_noun("工业投资年均增速") == ("工业投资", "年均增速")
    assert without_growth_noun("人口自然增长率") == ("人口自然增长率", "")
    assert without_growth_noun("增速") == ("增速", "")


def test_a_verb_inside_the_words():
    found = after_doing(name("片区统筹推出制度创新成果"))
    assert (found.verb, found.text) == ("推出", "制度创新成果")


def test_costs_that_are_lowered():
    found = after_doing(name("企业降低用电成本"))
    assert (found.verb, found.text) == ("降低", "企业用电成本")


def test_who_decides_is_left_out():
    assert without_agency("提请市人大常委会审议地方性法规") == "提请审议地方性法规"
