from decimal import Decimal

from paitou.model import Period
from paitou.render.charts import Band, Medium, Point, TargetChart, draw_svg, target_chart

YEAR = Period.of_year


def band(year, value, wide):
    middle, half = Decimal(value), Decimal(wide)
    return Band(
        period=YEAR(year),
        value=middle,
        lo80=middle - half,
        hi80=middle + half,
        lo95=middle - 2 * half,
        hi95=middle + 2 * half,
    )


def chart(*fan):
    return TargetChart(
        title="地区生产总值",
        unit="亿元",
        reported=(
            Point(period=YEAR(2022), value=Decimal(100)),
            Point(period=YEAR(2023), value=Decimal(104)),
        ),
        target=Decimal(120),
        deadline=YEAR(2025),
        more_is_better=True,
        fan=fan,
    )


def layers(spec):
    named = [layer["data"].get("name", "") for layer in spec.vega_lite["layer"]]
    return [name for name in named if name.startswith("fan")]


def test_a_fan_is_two_bands_and_their_middle():
    spec = target_chart(chart(band(2023, 104, 0), band(2024, 107, 3), band(2025, 110, 5)))
    assert layers(spec) == ["fan95", "fan80", "fan"]
    assert "测算" in spec.description
    assert "105至115亿元" in spec.description


def test_without_a_fan_nothing_is_said_of_one():
    spec = target_chart(chart())
    assert layers(spec) == []
    assert "测算2025" not in spec.description


def test_a_very_wide_band_is_cut_at_the_frame():
    wide = Band(
        period=YEAR(2025),
        value=Decimal(110),
        lo80=Decimal(100),
        hi80=Decimal(120),
        lo95=Decimal(-9000),
        hi95=Decimal(9000),
    )
    spec = target_chart(chart(band(2023, 104, 0), wide), Medium.PHONE)
    rows = next(x for x in spec.vega_lite["layer"] if x["data"].get("name") == "fan95")
    assert max(row["y2"] for row in rows["data"]["values"]) < 200
    assert "<svg" in draw_svg(spec)
