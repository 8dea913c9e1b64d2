from decimal import Decimal

import pytest

from paitou.model import UsageError
from paitou.render.charts import Medium, ShareBar, ShareBars, draw_svg, share_bars
from paitou.render.charts.glyphs import LOOKS


def _text(svg):
    return "".join(part.split("<")[0] for part in svg.split(">"))


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("medium", Medium)
def test_every_target_has_shape_word_and_number(shares, medium):
    text = _text(draw_svg(share_bars(shares, medium)))
    for words in ("充电桩", "109.1%", "40%", "未持续达标", "2024年未达到", "模拟数据"):
        assert words in text


@pytest.mark.usefixtures("drawing")
def test_one_without_a_share_has_no_bar(shares, drawn_rows):
    rows = drawn_rows(share_bars(shares), "shares")
    assert [row["name"] for row in rows] == ["充电桩", "技能培训"]


@pytest.mark.usefixtures("drawing")
def test_an_enormous_share_leaves_room_for_the_others(drawn_rows):
    chart = ShareBars(
        title="", bars=(ShareBar(name="甲", standing="met", share=Decimal(5000)),)
    )
    row = drawn_rows(share_bars(chart), "shares")[0]
    assert (row["value"], row["x2"]) == ("5000", 200.0)


@pytest.mark.usefixtures("drawing")
def test_without_targets_it_says_so():
    assert "尚无数据" in draw_svg(share_bars(ShareBars(title="完成率", bars=())))


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("standing", LOOKS)
def test_hostile_words_stay_in_the_drawing(standing, hostile, parsed):
    bar = ShareBar(name=hostile, standing=standing, share=Decimal(50), detail=hostile)
    parsed(draw_svg(share_bars(ShareBars(title=hostile, bars=(bar,)))))


def test_wrong_calls_are_refused():
    with pytest.raises(UsageError, match="不存在"):
        ShareBar(name="甲", standing="?")
    with pytest.raises(UsageError, match="确定的数"):
        ShareBar(name="甲", standing="met", share=Decimal("NaN"))
