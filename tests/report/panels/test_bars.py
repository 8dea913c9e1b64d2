from decimal import Decimal

import pytest

from paitou.model import Standing
from paitou.report.panels.bars import share_bar, strongest, widest


@pytest.fixture
def pair(plan):
    def made(verdict, **fields):
        standing = Standing(statement="a", org="云山市", verdict=verdict, **fields)
        return plan.statements[0], standing

    return made


def test_what_is_reached_comes_before_what_is_ahead(pair):
    met, more = pair("met", share=1.0), pair("met", share=1.2)
    ahead, level = pair("on_track", pace_pp=9.0), pair("on_track", pace_pp=0.5)
    behind = pair("behind", pace_pp=-3.0)
    assert strongest([level, behind, met, ahead, more]) == (more, met, ahead, level)


def test_the_gravest_comes_first_and_then_the_widest_gap(pair):
    missed = pair("missed", share=0.99)
    near, far = pair("behind", pace_pp=-1.0), pair("behind", pace_pp=-20.0)
    assert widest([near, pair("met"), far, missed, pair("unknown")]) == (missed, far, near)


def test_a_bar_tells_share_pace_and_value(pair):
    statement, standing = pair(
        "behind", share=0.5, pace_pp=-12.5, value=Decimal(150), unit="亿元",
        required=Decimal(300),
    )  # fmt: skip
    bar = share_bar(statement, standing, None)
    assert (bar.share, bar.due) == (Decimal(50), Decimal("62.5"))
    assert bar.detail == "150亿元，目标不低于300亿元，欠序时进度12.5个百分点"


def test_a_part_tells_its_own_task(pair):
    statement, standing = pair(
        "on_track", share=0.5, value=Decimal(5), unit="亿元", required=Decimal("10.0")
    )
    bar = share_bar(statement, standing, None, name="东区", is_part=True)
    assert (bar.name, bar.detail) == ("东区", "5亿元，任务10亿元")


def test_what_has_no_share_has_words_only(pair):
    bar = share_bar(*pair("broken"), None)
    assert bar.share is None
    assert bar.word == "未持续达标"
