from decimal import Decimal

import pytest

from paitou.model import UsageError
from paitou.render.charts import LagBar, LagBars, draw_svg, lag_bars
from paitou.render.charts.theme import CINNABAR


def test_the_furthest_behind_comes_first_and_the_unpublished_last(lags):
    assert [bar.name for bar in lags.sorted] == ["工业投资", "研发", "进出口", "能耗"]


@pytest.mark.usefixtures("drawing")
def test_only_what_is_behind_is_cinnabar(lags):
    (rows,) = (
        layer["data"]["values"]
        for layer in lag_bars(lags).vega_lite["layer"]
        if layer["data"].get("name") == "gaps"
    )
    assert {row["name"]: row["fill"] == CINNABAR for row in rows} == {
        "工业投资": True, "研发": True, "进出口": False
    }  # fmt: skip
    assert {row["x"] for row in rows} == {0}


@pytest.mark.usefixtures("drawing")
def test_numbers_are_signed_and_a_small_gap_is_not_none(lags):
    svg = draw_svg(lag_bars(lags))
    assert all(
        f">{words}<" in svg for words in ("−12.3", "−0.04", "+1.5", "未发布", "序时进度")
    )


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize(
    "gaps", [(), (None,), ("0",), ("3", "1"), ("-2",), ("-1e12", "0.001")]
)
def test_any_gaps_can_be_drawn(gaps):
    bars = tuple(LagBar(name="甲", gap=None if g is None else Decimal(g)) for g in gaps)
    assert draw_svg(lag_bars(LagBars(title="差距", bars=bars))).startswith("<svg")


def test_a_gap_is_a_number():
    with pytest.raises(UsageError):
        LagBar(name="甲", gap=Decimal("Infinity"))
