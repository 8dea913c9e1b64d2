from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Quantity, Unit


@pytest.mark.parametrize(
    ("text", "scale", "base"),
    [
        ("", 1, ""),
        ("%", 1, "%"),
        ("元", 1, "元"),
        ("万亿元", 10**12, "元"),
        ("千瓦", 1, "千瓦"),
        ("万千瓦", 10**4, "千瓦"),
        ("百分点", 1, "百分点"),
        ("万", 10**4, ""),
    ],
)
def test_scale_and_base(text, scale, base):
    unit = Unit.parse(text)
    assert (unit.scale, unit.base, unit.text) == (Decimal(scale), base, text)


@given(st.text("十百千万亿元个%", max_size=8))
def test_any_text_is_a_unit(text):
    assert text.endswith(Unit.parse(text).base)


def test_amounts_are_compared_in_the_base():
    million = Quantity(Decimal("1.2"), Unit.parse("万亿元"))
    assert million.same_amount(Quantity(Decimal(12000), Unit.parse("亿元")))
    assert not million.same_amount(Quantity(Decimal(12000), Unit.parse("亿户")))
    assert str(million) == "1.2万亿元"
