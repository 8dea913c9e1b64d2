"""The number that is printed is enough when it is typed in."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.plan.books import DAY, book_of, figure_of, found_in
from paitou import load
from paitou.consistency import Relaxation
from paitou.consistency.plan.adjusting import adjustment_words, adjustments
from paitou.consistency.plan.answers import answer, check_plan
from paitou.consistency.plan.building import build
from paitou.consistency.plan.said import Said
from paitou.consistency.plan.sources import SourceKind
from paitou.consistency.plan.trying import changed
from paitou.consistency.plan.variables import shown
from paitou.model import Assumption

_AMOUNTS = st.fractions(Fraction(1, 1000), 10**6)


def change(side, after, factor=None):
    before = Fraction(0) if factor is not None else Fraction(1)
    return Relaxation(name="c", side=side, before=before, after=after, factor=factor)


@given(_AMOUNTS, st.sampled_from(["lo", "hi"]), st.booleans())
def test_a_bound_is_rounded_to_the_side_that_mends(after, side, is_whole):
    said = Said(value=Decimal(1), unit="亿元", scale=Fraction(10), is_whole=is_whole)
    number = Fraction(said.after(change(side, after))) * 10
    assert number <= after if side == "lo" else number >= after


@given(_AMOUNTS)
def test_about_is_rounded_to_the_nearest(after):
    number = Said(value=Decimal(1), scale=Fraction(1), is_around=True).after(
        change("lo", after)
    )
    half = Decimal(5).scaleb(number.as_tuple().exponent - 1)
    assert abs(Fraction(number) - after) <= Fraction(half)


@given(
    st.decimals(-50, 80, places=1),
    st.integers(1, 6),
    st.fractions(Fraction(1, 2), 2),
    st.sampled_from(["lo", "hi"]),
)
def test_a_rate_compounds_to_the_side_that_mends(value, years, factor, side):
    number = Said(value=value, unit="%", years=years).after(
        change(side, Fraction(-1), factor)
    )
    weight = (1 + Fraction(value) / 100) ** years * factor
    made = (1 + Fraction(number) / 100) ** years
    assert made <= weight if side == "lo" else made >= weight
    assert abs(float(made / weight) - 1) < 0.01 * years


def test_an_exact_number_stays_exact():
    said = Said(value=Decimal(10), unit="%", years=2)
    assert said.after(change("lo", Fraction(-1), Fraction(1))) == 10
    assert said.after(change("hi", Fraction(-1), Fraction(1))) == 10


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Fraction("10714.24"), "10714.2"),
        (Fraction(10714), "10714"),
        (Fraction(1, 3), "0.3333"),
        (Fraction(-7, 3), "−2.33"),
        (Fraction(400_000), "400000"),
    ],
)
def test_what_nobody_types_in_is_shown_to_the_nearest(value, told):
    assert shown(value) == told


_PLANS = [
    ("到2025年,地区生产总值控制在10499.7亿元以内。",
     "到2025年,服务业增加值突破7541.37亿元。",
     "到2025年,工业增加值占GDP比重达到30%以上。"),
    ("到2025年,人均地区生产总值达到12.37万元。", "到2025年,地区生产总值控制在1万亿元以内。",
     "到2025年,常住人口达到870万人。", "到2024年,常住人口达到861.3万人。"),
    ("2023—2025年,进出口总额年均增长15%以上。", "到2025年,进出口总额控制在1000亿元以内。"),
    ("2023—2025年,地区生产总值年均增长8%以上。", "2023年,地区生产总值增速控制在7%以内。",
     "2024年,地区生产总值增速控制在7.7%以内。", "2025年,地区生产总值增速控制在8.1%以内。"),
    ("到2025年,工业增加值占GDP比重达到30%以上。",
     "到2025年,工业增加值占GDP比重控制在28%以内。"),
    ("到2025年,高新技术企业达到1000家。", "到2025年,高新技术企业控制在977家以内。"),
    ("到2025年,进出口总额较2022年翻一番。", "到2025年,进出口总额控制在1333.3亿元以内。"),
]  # fmt: skip


@pytest.mark.parametrize("sentences", _PLANS)
def test_each_repair_mends_its_conflict(sentences):
    base = Assumption(indicator="进出口总额", year=2022, low=Decimal("777.7"))
    book = book_of(*sentences, assumptions=(base,))
    found = answer(build(book, DAY))
    (conflict,) = found.conflicts
    assert conflict.single
    for repair in conflict.single:
        source = conflict.plan.sources[repair.name]
        number = source.said.after(repair)
        assert f"{abs(number):f}" in adjustment_words(conflict.plan, repair)
        assert answer(build(changed(book, source.id, number), DAY)).feasible, source.words


@given(st.decimals(5000, 9400, places=2), st.decimals(25, 45, places=2))
def test_each_repair_mends_it_whatever_the_numbers(services, share):
    book = book_of(
        "到2025年,地区生产总值控制在9000亿元以内。",
        f"到2025年,服务业增加值突破{services}亿元。",
        f"到2025年,工业增加值占GDP比重达到{share}%以上。",
    )
    for conflict in answer(build(book, DAY)).conflicts:
        for repair in conflict.single:
            source = conflict.plan.sources[repair.name]
            mended = changed(book, source.id, source.said.after(repair))
            after = answer(build(mended, DAY)).conflicts
            assert conflict.statements not in [each.statements for each in after]


def test_each_adjustment_makes_the_plans_own_number_do(kunming_file):
    book = load(kunming_file.parent)
    found = check_plan(book, DAY)
    for bound in found.implied:
        if not bound.exceeds:
            continue
        for each in adjustments(found.plan, bound.variable, bound.own, bound.names):
            source = found.plan.sources[each.name]
            number = source.said.after(each)
            is_granted = source.kind is SourceKind.ASSUMPTION
            key = f"assumption:{source.id}" if is_granted else source.id
            after = check_plan(changed(book, key, number), DAY)
            same = [b for b in after.implied if b.variable == bound.variable]
            assert not any(b.exceeds for b in same), source.words


def test_what_was_published_is_not_offered():
    base = figure_of("进出口总额", "云泽市", 2022, 900, "亿元")
    found = found_in(
        "2023—2025年,进出口总额年均增长15%以上。",
        "到2025年,进出口总额控制在1000亿元以内。",
        figures=(base,),
    )
    (conflict,) = found.conflicts
    assert len(conflict.sources) == 3
    assert all(found.plan.sources[each.name].is_target for each in conflict.single)
