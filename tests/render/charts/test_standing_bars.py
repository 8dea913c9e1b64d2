import pytest

from paitou.model import UsageError
from paitou.render.charts import Medium, StandingBars, StandingRow, draw_svg, standing_bars
from paitou.render.charts.glyphs import LOOKS


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("medium", Medium)
def test_every_standing_is_said_in_words_with_its_count(bars, medium):
    svg = draw_svg(standing_bars(bars, medium))
    for key, look in LOOKS.items():
        assert f">{look.word} {5 if key == 'behind' else 4}<" in svg
    assert ">36项<" in svg


@pytest.mark.usefixtures("drawing")
def test_an_office_has_its_own_words():
    rows = (StandingRow(name="甲", counts=(("behind", 2),)),)
    chart = StandingBars(title="进展", rows=rows, words=(("behind", "进度<滞后>"),))
    svg = draw_svg(standing_bars(chart))
    assert "进度&lt;滞后&gt; 2" in svg
    assert "滞后于序时进度" not in svg


def test_fills_are_told_apart_without_colour():
    looks = [
        (look.hatch, look.gap if look.hatch.slopes else 0, look.dash)
        for look in LOOKS.values()
    ]
    plain = [key for key, look in LOOKS.items() if not look.hatch.slopes and not look.dash]
    assert plain == ["met", "nearly", "on_track", "not_due"]
    assert len({look.bar for key, look in LOOKS.items() if key in plain}) == 4
    assert len({look.glyph for look in LOOKS.values()}) == len(LOOKS)
    assert len(set(looks)) == len(LOOKS) - 3


@pytest.mark.usefixtures("drawing")
def test_no_rows_say_so():
    assert "尚无数据" in draw_svg(standing_bars(StandingBars(title="空", rows=())))
    none = StandingBars(title="空", rows=(StandingRow(name="甲", counts=()),))
    assert ">0项<" in draw_svg(standing_bars(none))


def test_an_unknown_standing_is_refused():
    with pytest.raises(UsageError, match="on_track"):
        StandingRow(name="甲", counts=(("great", 1),))
