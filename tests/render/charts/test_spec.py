import re
from decimal import Decimal

import attrs
import pytest

from paitou.render.charts import (
    Medium,
    target_chart,
)

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_PLACES = {"x", "x2", "y", "y2", "size", "wide", "area", "dash"}

pytestmark = pytest.mark.usefixtures("drawing")


def test_the_data_are_the_same_in_every_medium(charts):
    for make, chart in charts:
        specs = [make(chart, medium) for medium in Medium]
        assert len({spec.data_sha256 for spec in specs}) == 1
        assert len({spec.description for spec in specs}) == 1
        assert len({spec.json for spec in specs}) == len(Medium)


def test_colours_fonts_and_rows_are_the_same_in_every_medium(charts):
    for make, chart in charts:
        web, *others = (make(chart, medium) for medium in Medium)
        for other in others:
            assert other.vega_lite["config"] == web.vega_lite["config"]
            assert set(_COLOUR.findall(other.json)) == set(_COLOUR.findall(web.json))
            assert _rows(other) == _rows(web)


def _rows(spec):
    """The rows of named layers, without where on the sheet they stand and how large."""
    layers = [layer["data"] for layer in spec.vega_lite["layer"]]
    return {
        data["name"]: [
            {key: told for key, told in row.items() if key not in _PLACES}
            for row in data["values"]
        ]
        for data in layers
        if data.get("name", "words") != "words"
    }


def test_other_data_have_another_hash(charts):
    for make, chart in charts:
        other = attrs.evolve(chart, note="另一来源")
        assert make(other).data_sha256 != make(chart).data_sha256


def test_the_hash_does_not_depend_on_idle_zeros(gdp):
    same = attrs.evolve(gdp, target=gdp.target.quantize(Decimal("0.01")))
    assert target_chart(same).data_sha256 == target_chart(gdp).data_sha256


def test_specifications_are_valid_vega_lite(charts):
    alt = pytest.importorskip("altair", reason="altair is not installed")
    for make, chart in charts:
        for medium in Medium:
            alt.Chart.from_dict(dict(make(chart, medium).vega_lite))


def test_nothing_is_read_from_elsewhere(charts):
    for make, chart in charts:
        assert '"url"' not in make(chart).json
