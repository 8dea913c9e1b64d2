"""Ratios against part and whole: their units, a year's mean, the place above."""

from fractions import Fraction

import pytest

from consistency.plan.books import DAY, ORGS, book_of, figure_of, found_in
from paitou.consistency.plan.building import build
from paitou.model import Assumption, Org


def rows_of(sentence, **rest):
    """The terms of the one constraint of a target that has a part and a whole."""
    system = build(book_of(sentence, **rest), DAY).system
    return [dict(c.terms) for c in system.constraints
            if len(c.terms) > 1 and not c.is_hard]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "weight"),
    [
        ("到2025年,工业增加值占GDP比重达到30%以上。", Fraction(3, 10)),
        ("到2025年,研发经费投入强度达到2.5%。", Fraction(25, 1000)),
        ("到2025年,城乡居民收入比缩小到2.1∶1以内。", Fraction(21, 10)),
        # 张 to 万人: 8 to a thousand are 80 to ten thousand
        ("到2025年,每千人口医疗卫生机构床位数达到8张。", Fraction(80)),
    ],
)
def test_a_ratio_in_its_units(sentence, weight):
    (terms,) = rows_of(sentence)
    assert sorted(terms.values()) == [-weight, 1]


@pytest.mark.parametrize("written", ["12万元", "120000元"])
def test_a_mean_of_two_years_is_taken_exactly(written):
    """亿元 of GDP ≥ 12 · (万人 + 万人) ÷ 2."""
    (terms,) = rows_of(f"到2025年,人均地区生产总值达到{written}。")
    assert terms == {
        "gdp||2025": 1,
        "resident-population||2025": -6,
        "resident-population||2024": -6,
    }


def test_output_people_and_output_a_head_cannot_all_be():
    found = found_in(
        "到2025年,人均地区生产总值达到12万元。",
        "到2025年,地区生产总值控制在1万亿元以内。",
        "到2025年,常住人口达到900万人。",
        "到2024年,常住人口达到880万人。",
    )
    (conflict,) = found.conflicts
    assert len(conflict.statements) == 4  # 12 · 890 = 10680


def test_a_share_of_the_place_above():
    orgs = (Org(code="MS", name="某省"), *ORGS)
    orgs = tuple(
        Org(**{**_fields(o), "parent": "MS"}) if o.code == "YZ" else o for o in orgs
    )
    sentence = "到2025年,经济首位度提高到30%以上。"
    (terms,) = rows_of(sentence, orgs=orgs)
    assert terms == {"gdp|YZ|2025": 1, "gdp|MS|2025": Fraction(-3, 10)}
    assert rows_of(sentence, orgs=ORGS) == []


def test_a_share_and_its_rise_are_one_indicator():
    """From 28 % up by 5 points is 33 %, more than the 30 that is allowed."""
    base = figure_of("工业增加值占GDP比重", "云泽市", 2022, 28, "%")
    found = found_in(
        "到2025年,工业增加值占GDP比重较2022年提高5个百分点以上。",
        "到2025年,工业增加值占GDP比重控制在30%以内。",
        figures=(base,),
    )
    (conflict,) = found.conflicts
    assert len(conflict.statements) == 2


def test_two_bounds_of_a_share_need_no_whole():
    found = found_in(
        "到2025年,工业增加值占GDP比重达到35%以上。",
        "到2025年,工业增加值占GDP比重控制在30%以内。",
    )
    assert len(found.conflicts) == 1


def test_another_currency_is_not_added():
    granted = Assumption(indicator="进口总额", year=2025, low=10, unit="亿元")
    found = found_in(
        "到2025年,进出口总额控制在100亿元以内。",
        "到2025年,出口总额达到200亿美元以上。",
        assumptions=(granted,),
    )
    assert found.feasible


def _fields(org):
    return {"code": org.code, "name": org.name, "kind": org.kind}
