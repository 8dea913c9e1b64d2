"""Charts that several tests draw; skipped where libraries or fonts are missing."""

import shutil
import subprocess
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from paitou.model import Period
from paitou.render.charts import (
    DistrictTiles,
    LagBar,
    LagBars,
    LeagueBar,
    LeagueBars,
    LeagueHead,
    Point,
    ShareBar,
    ShareBars,
    StandingBars,
    StandingRow,
    TargetChart,
    Tile,
    district_tiles,
    lag_bars,
    league_bars,
    share_bars,
    standing_bars,
    target_chart,
)
from paitou.render.charts.glyphs import LOOKS

HOSTILE = "<script>alert('1')</script>\"&" + "长" * 2000 + "\x00\x0b\u202e😀\ud800"


def _points(*pairs):
    return tuple(
        Point(period=Period.parse(p), value=Decimal(v), state=s) for p, v, s in pairs
    )


@pytest.fixture
def drawing():
    """Skips where there is nothing to draw with."""
    pytest.importorskip("vl_convert", reason="vl-convert is not installed")


@pytest.fixture
def chinese_font():
    """Skips where no font has Chinese characters."""
    if not shutil.which("fc-list"):
        pytest.skip("fc-list is not there, so fonts cannot be looked up")
    listed = subprocess.run(
        ["fc-list", ":lang=zh-cn"], capture_output=True, check=True
    ).stdout
    if not listed.strip():
        pytest.skip("no font with Chinese characters is installed")


@pytest.fixture
def charts(gdp, bars, tiles, lags, shares, league):
    """One chart of every kind, with what draws it."""
    return (
        (target_chart, gdp),
        (standing_bars, bars),
        (district_tiles, tiles),
        (lag_bars, lags),
        (share_bars, shares),
        (league_bars, league),
    )


@pytest.fixture
def parsed():
    return ElementTree.fromstring


@pytest.fixture
def points():
    return _points


@pytest.fixture
def drawn_rows():
    """Return the rows of the layer that holds the data of this name."""

    def rows(spec, name):
        layers = (layer["data"] for layer in spec.vega_lite["layer"])
        return next(data["values"] for data in layers if data.get("name") == name)

    return rows


@pytest.fixture
def gdp():
    return TargetChart(
        title="地区生产总值",
        unit="亿元",
        reported=_points(
            ("2021", "7222.5", "final"),
            ("2022", "7541.37", "census_revised"),
            ("2024", "8275.2", "preliminary"),
        ),
        path=_points(("2022", "7541.37", "final"), ("2025", "10000", "final")),
        missing=(Period.parse("2023"),),
        target=Decimal(10000),
        target_words="2025年目标 ≥10000亿元",
        deadline=Period.parse("2025"),
        is_simulated=True,
        more_is_better=True,
        note="资料来源：示例。",
    )


@pytest.fixture
def bars():
    rows = (
        StandingRow(name="产业强市", counts=tuple((key, 4) for key in LOOKS)),
        StandingRow(name="乡村振兴", counts=(("behind", 1),)),
    )
    return StandingBars(title="各专项行动目标进展", rows=rows, is_simulated=True)


@pytest.fixture
def tiles():
    held = tuple(
        Tile(name=f"第{i}区", row=i // 3, column=i % 3, value=Decimal(i), standing=key)
        for i, key in enumerate(LOOKS)
    )
    return DistrictTiles(title="各区增速", unit="%", tiles=held, is_simulated=True)


@pytest.fixture
def lags():
    gaps = (("工业投资", "-12.3"), ("进出口", "1.5"), ("研发", "-0.04"), ("能耗", None))
    held = tuple(LagBar(name=n, gap=None if g is None else Decimal(g)) for n, g in gaps)
    return LagBars(title="与序时进度的差距", bars=held, is_simulated=True)


@pytest.fixture
def shares():
    made = (
        ShareBar(name="充电桩", standing="met", share=Decimal("109.1"), detail="3273个"),
        ShareBar(name="技能培训", standing="behind", share=Decimal(40), due=Decimal(60)),
        ShareBar(name="工业投资", standing="broken", detail="2024年未达到"),
    )
    return ShareBars(title="完成率", bars=made, is_simulated=True)


@pytest.fixture
def league():
    def bar(org, rank, score, *points, **fields):
        held = tuple(None if p is None else Decimal(p) for p in points)
        return LeagueBar(org=org, rank=rank, score=Decimal(score), points=held, **fields)

    return LeagueBars(
        title="主城区",
        heads=(LeagueHead("经济运行", Decimal(60)), LeagueHead("观摩点评", Decimal(40))),
        bars=(
            bar("甲区", 1, "91.5", "55", "36.5", movement=2, note="领先1.50"),
            bar("乙区", 2, "90", "90", None, movement=-1, fulls=(Decimal(100),) * 2),
            bar("丙区", None, "80", "50", "30"),
        ),
        is_simulated=True,
    )


@pytest.fixture
def hostile():
    return HOSTILE
