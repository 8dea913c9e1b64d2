from decimal import Decimal

import pytest

from paitou.model import UsageError
from paitou.render.charts import DistrictTiles, Medium, Tile, district_tiles, draw_svg
from paitou.render.charts.glyphs import LOOKS


def _joined(svg):
    return "".join(part.split("<")[0] for part in svg.split(">") if part.split("<")[0])


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("medium", Medium)
def test_every_tile_has_name_value_and_word(tiles, medium):
    text = _joined(draw_svg(district_tiles(tiles, medium)))
    assert all(look.word in text for look in LOOKS.values())
    assert all(f"第{i}区{i}" in text for i in range(len(LOOKS)))


@pytest.mark.usefixtures("drawing")
def test_a_missing_value_is_no_zero():
    spec = district_tiles(
        DistrictTiles(title="增速", unit="%", tiles=(Tile(name="甲区", row=0, column=0),))
    )
    assert ">—<" in draw_svg(spec)
    assert spec.description == "分区图：增速；甲区未发布，未发布。"


def test_two_tiles_in_one_place_are_refused():
    one, other = (Tile(name=name, row=1, column=1) for name in "甲乙")
    with pytest.raises(UsageError, match="“甲”和“乙”占了同一格"):
        DistrictTiles(title="", unit="", tiles=(one, other))


@pytest.mark.parametrize(
    "wrong", [{"row": -1}, {"column": 1000}, {"standing": "?"}, {"value": Decimal("NaN")}]
)
def test_a_wrong_tile_is_refused(wrong):
    with pytest.raises(UsageError):
        Tile(**{"name": "甲", "row": 0, "column": 0, **wrong})


@pytest.mark.usefixtures("drawing")
def test_no_tiles_say_so():
    assert "尚无数据" in draw_svg(
        district_tiles(DistrictTiles(title="", unit="", tiles=()))
    )
