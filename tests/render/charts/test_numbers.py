from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.render.charts.numbers import Scale, marks_for, plain

NUMBERS = st.decimals(min_value=-(10**15), max_value=10**15, places=4)


@pytest.mark.parametrize(
    ("unit", "value", "words"),
    [
        ("亿元", "7541.37", "7,541.4 亿元"),
        ("元", "1.2e12", "12,000 亿元"),
        ("户", "1327000", "132.7 万户"),
        ("万元", "123456789", "12,345.7 亿元"),
        ("%", "97.04", "97 %"),
        ("%", "99.96", "99.96 %"),
        ("‰", "0.001", "0.001 ‰"),
        ("个百分点", "-1.25", "−1.3 个百分点"),
        ("", "0", "0 "),
        ("千瓦时", "12", "12 千瓦时"),
    ],
)
def test_words(unit, value, words):
    scale = Scale.fitting(unit, [Decimal(value)])
    assert f"{scale.words(Decimal(value))} {scale.unit}" == words


def test_a_number_is_never_rounded_onto_its_aim():
    scale = Scale("%", Decimal(1), is_share=True)
    assert scale.words(Decimal("2.96"), Decimal(3)) == "2.96"
    assert scale.words(Decimal("2.96"), Decimal(4)) == "3"
    assert scale.words(Decimal("3.04"), Decimal(3)) == "3.04"


def test_plain_has_no_exponent():
    assert plain(Decimal("1E+3")) == "1,000"
    assert plain(Decimal("-0.0010")) == "−0.001"


@given(st.lists(NUMBERS, max_size=8))
def test_an_axis_holds_its_values_and_has_marks(values):
    marks = marks_for(values)
    assert all(marks.low <= value <= marks.high for value in values)
    assert 2 <= len(marks.ticks) <= 9
    assert marks.low <= marks.ticks[0] < marks.ticks[-1] <= marks.high


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_bars_start_at_zero(values):
    marks = marks_for(values, from_zero=True)
    assert marks.low <= 0 <= marks.high
