"""Charts: one specification, drawn alike for page, document and poster."""

from paitou.render.charts.district_tiles import DistrictTiles, Tile, district_tiles
from paitou.render.charts.drawing import draw_pdf, draw_png, draw_svg
from paitou.render.charts.lag_bars import LagBar, LagBars, lag_bars
from paitou.render.charts.league_bars import (
    LeagueBar,
    LeagueBars,
    LeagueHead,
    league_bars,
)
from paitou.render.charts.share_bars import ShareBar, ShareBars, share_bars
from paitou.render.charts.sparkline import sparkline_svg
from paitou.render.charts.spec import Spec
from paitou.render.charts.standing_bars import StandingBars, StandingRow, standing_bars
from paitou.render.charts.target import Band, Point, TargetChart, target_chart
from paitou.render.charts.theme import THEME, Medium

__all__ = [
    "THEME",
    "Band",
    "DistrictTiles",
    "LagBar",
    "LagBars",
    "LeagueBar",
    "LeagueBars",
    "LeagueHead",
    "Medium",
    "Point",
    "ShareBar",
    "ShareBars",
    "Spec",
    "StandingBars",
    "StandingRow",
    "TargetChart",
    "Tile",
    "district_tiles",
    "draw_pdf",
    "draw_png",
    "draw_svg",
    "lag_bars",
    "league_bars",
    "share_bars",
    "sparkline_svg",
    "standing_bars",
    "target_chart",
]
