from decimal import Decimal

import pytest
from attrs import evolve

from paitou.model import UsageError
from paitou.render.charts import (
    LeagueHead,
    Medium,
    draw_svg,
    league_bars,
)


def _text(svg):
    return "".join(part.split("<")[0] for part in svg.split(">"))


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("medium", Medium)
def test_rank_movement_score_and_parts_are_there(league, medium):
    text = _text(draw_svg(league_bars(league, medium)))
    for words in ("甲区", "▲升2", "▼降1", "91.50", "36.50", "领先1.50", "模拟数据", "—"):
        assert words in text


@pytest.mark.usefixtures("drawing")
def test_a_part_that_does_not_count_has_no_bar(league, drawn_rows):
    rows = drawn_rows(league_bars(league), "points")
    assert [
        (row["org"], row["value"], row["full"]) for row in rows if row["org"] == "乙区"
    ] == [("乙区", "90", "100")]


@pytest.mark.usefixtures("drawing")
def test_hostile_words_stay_in_the_drawing(league, hostile, parsed):
    bars = (evolve(league.bars[0], org=hostile, note=hostile),)
    heads = (LeagueHead(hostile, Decimal(60)), league.heads[1])
    parsed(draw_svg(league_bars(evolve(league, title=hostile, heads=heads, bars=bars))))


@pytest.mark.usefixtures("drawing")
def test_without_organisations_it_says_so(league):
    assert "尚无数据" in draw_svg(league_bars(evolve(league, bars=())))


def test_wrong_calls_are_refused(league):
    with pytest.raises(UsageError, match="分项数"):
        evolve(league, heads=league.heads[:1])
    with pytest.raises(UsageError, match="满分"):
        LeagueHead("经济运行", Decimal(0))
