"""Published rules, scored by hand and by the engine."""

from decimal import Decimal
from fractions import Fraction

import pytest

from paitou.contest.fields import field_of_sheet
from paitou.contest.rulebooks import preset, presets
from paitou.contest.scoring import score
from paitou.tables import Sheet

F = Fraction
HUANGYAN = ("24.097", "136.16", "2.694", "4929.81", "18.14", "0.0302")


def sheet(*rows):
    return Sheet(file="表.csv", rows=tuple(tuple(map(str, row)) for row in rows))


def board(preset_id, *rows):
    rulebook = preset(preset_id)
    field, _ = field_of_sheet(rulebook, sheet(*rows))
    return score(rulebook, field)


def test_who_has_the_bases_of_huangyan_has_full_marks():
    heads = (
        "企业",
        "分组",
        "tax",
        "value_added",
        "energy",
        "emission",
        "labour",
        "research",
    )
    one = ("甲", "规上企业", *HUANGYAN)
    two = ("乙", "规上企业", *(Decimal(v) / 2 for v in HUANGYAN[:3]), "/", *HUANGYAN[4:])
    found = board("huangyan-2023", heads, one, two)
    assert found.of("甲").exact == 100
    # 没有排放数据的，按规上企业此项平均得分赋分
    assert found.of("乙").exact == 15 + 10 + 10 + 10 + 10 + 10


def test_small_firms_of_huangyan_are_scored_by_two_items():
    heads = ("企业", "分组", "亩均税收（规下）", "单位用电税收")
    found = board("huangyan-2023", heads, ("甲", "规下企业", "11.5932", "0.4704"))
    assert [p.item for p in found.of("甲").points] == ["tax_small", "power"]
    assert found.of("甲").exact == 150


def test_jingde_runs_from_twenty_to_a_hundred():
    heads = ("企业", "分组", "亩均税收", "单位污染物排放营业收入", "单位能耗营业收入")
    rows = [(f"{n}", "small", n, n, n) for n in range(1, 6)]
    found = board("jingde-2022", heads, *rows)
    assert [found.of(f"{n}").exact for n in range(1, 6)] == [20, 40, 60, 80, 100]


def test_chuzhou_mixes_level_and_growth_and_compares_with_the_city():
    heads = ("县区", "地区生产总值", "地区生产总值增速")
    rows = (("甲县", 10, 9), ("乙县", 20, 5), ("全市", 30, 7))
    found = board("chuzhou-quarterly", heads, *rows)
    weight = F("6.25")
    first = found.of("甲县")
    assert first.of("gdp").points == weight * (F("0.4") * F("0.6") + F("0.6"))
    assert (first.of("gdp_city").points, found.of("乙县").of("gdp_city").points) == (2, -2)


@pytest.mark.parametrize("each", presets(), ids=lambda each: each.id)
def test_every_preset_scores_a_table_of_its_own_columns(each):
    rulebook = preset(each.id)
    facts = ("", "目标", "增速", "同期")
    heads = ["单位", *(i.id + f for i in rulebook.scored for f in facts)]
    rows = [[f"{n}区", *(10 + n for _ in heads[1:])] for n in range(6)]
    field, _ = field_of_sheet(rulebook, sheet(heads, *rows, ["全市", *rows[2][1:]]))
    found = score(rulebook, field)
    assert len(found.scores) == 6
    assert all(s.exact is not None and s.rank for s in found.scores)
