import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.figures import same_kind
from paitou.model import Unit

UNITS = ("万户", "家", "亿元", "亿美元", "%", "个百分点", "万人", "万人次", "公里", "千米")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("万户", "家"),
        ("亿元", "万元"),
        ("公里", "千米"),
        ("平方公里", "平方千米"),
        ("万元/亩", "万元"),
        ("户/千人", "户"),
        ("％", "%"),
        ("百分点", "个百分点"),
        ("名", "万人"),
    ],
)
def test_these_may_be_compared(one, other) -> None:
    assert same_kind(Unit.parse(one), Unit.parse(other))
    assert same_kind(Unit.parse(other), Unit.parse(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("亿元", "亿美元"),
        ("万人", "万人次"),
        ("%", "个百分点"),
        ("吨", "吨标准煤"),
        ("户/千人", "户/万人"),
        ("万户", "亿元"),
    ],
)
def test_these_may_not(one, other) -> None:
    assert not same_kind(Unit.parse(one), Unit.parse(other))
    assert not same_kind(Unit.parse(other), Unit.parse(one))


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_being_of_a_kind_passes_on(a, b, c) -> None:
    one, two, three = map(Unit.parse, (a, b, c))
    assert same_kind(one, one)
    if same_kind(one, two) and same_kind(two, three):
        assert same_kind(one, three)
