from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.indicators import Polarity
from paitou.tracking.reconcile.judging import judge, margin
from paitou.tracking.reconcile.measures import Reading
from paitou.tracking.reconcile.result import PairVerdict
from tracking.reconcile.reports import report


def _target(sentence):
    return report(2024, wanted=sentence).statements[0]


@pytest.mark.parametrize(
    ("sentence", "value", "polarity", "verdict"),
    [
        ("水质优良比例达到80%以上。", "79.5", Polarity.MORE, "close"),
        ("水质优良比例达到80%以上。", "79.4", Polarity.MORE, "missed"),
        ("城镇登记失业率控制在4%左右。", "4", Polarity.LESS, "met"),
        ("城镇登记失业率控制在4%左右。", "4.6", Polarity.LESS, "missed"),
        ("培育专精特新企业3—5家。", "3", Polarity.MORE, "met"),
        ("培育专精特新企业3—5家。", "8", Polarity.MORE, "met"),
        ("单位地区生产总值能耗下降3%左右。", "-3.5", Polarity.LESS, "met"),
        ("单位地区生产总值能耗下降3%左右。", "1", Polarity.LESS, "missed"),
    ],
)
def test_a_value_reaches_its_target_or_not(sentence, value, polarity, verdict):
    found = judge(_target(sentence), Reading(value=Decimal(value)), polarity)
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("told", "verdict"), [("Ⅱ", "met"), ("Ⅲ", "met"), ("Ⅳ", "missed"), ("优", "unknown")]
)
def test_a_grade_is_reached_by_a_better_one(told, verdict):
    target = _target("河流断面水质达到Ⅲ类。")
    assert judge(target, Reading(value=told), Polarity.MORE).verdict == verdict


FLOOR = _target("改造老旧小区50个。")
_ORDER = [PairVerdict.MISSED, PairVerdict.CLOSE, PairVerdict.MET]


@given(st.integers(0, 200), st.integers(0, 200))
def test_more_is_never_judged_worse_than_less(one, other):
    low, high = (
        judge(FLOOR, Reading(value=Decimal(n)), Polarity.MORE).verdict
        for n in sorted((one, other))
    )
    assert _ORDER.index(low) <= _ORDER.index(high)


def test_the_margin_is_half_a_point_or_a_tenth():
    assert margin(FLOOR) == 5
    assert margin(_target("水质优良比例达到80%以上。")) == Decimal("0.5")
