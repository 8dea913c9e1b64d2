"""What targets ask of variables, and why some ask nothing that can be added up."""

import pytest

from consistency.plan.books import DAY, book_of, found_in
from paitou.consistency.plan.building import build


def terms_of(sentence):
    system = build(book_of(sentence), DAY).system
    return [dict(c.terms) for c in system.constraints if not c.is_hard]


def test_growth_in_constant_prices_is_compared_with_its_like():
    found = found_in(
        "2023—2025年,地区生产总值年均增长8%以上。",
        "每年地区生产总值增速控制在7%以内。",
        "到2025年,地区生产总值达到1000亿元以上。",
    )
    (conflict,) = found.conflicts
    assert len(conflict.statements) == 2
    assert any("记为100" in relation.words for relation in conflict.relations)


def test_the_year_before_is_a_base():
    (terms,) = terms_of("2025年,进出口总额比上年增加500亿元。")
    assert terms == {"trade-total||2025": 1, "trade-total||2024": -1}


def test_last_year_is_that_of_the_writing_and_not_guessed():
    assert terms_of("2025年,进出口总额比去年增加500亿元。") == []


def test_growth_of_several_years_is_a_power():
    (terms,) = terms_of("2023—2025年,进出口总额年均增长15%以上。")
    assert float(-terms["trade-total||2022"]) == pytest.approx(1.15**3)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("到2025年,云泽湖水质达到Ⅲ类。", "等级"),
        ("到2025年,纳税时间在全省总体目标基础上再压缩5%。", "没有写明是哪一年"),
    ],
)
def test_what_is_left_out_says_why(sentence, why):
    ((_, words),) = build(book_of(sentence), DAY).refused
    assert why in words
