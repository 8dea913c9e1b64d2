from decimal import Decimal

import attrs
import pytest

from paitou.render.charts import (
    Medium,
    target_chart,
)

pytestmark = pytest.mark.usefixtures("drawing")


def test_the_data_are_the_same_in_every_medium(charts):
    for make, chart in charts:
        specs = [make(chart, medium) for medium in Medium]
        assert len({spec.data_sha256 for spec in specs}) == 1
        assert len({spec.description for spec in specs}) == 1
        assert len({spec.json for spec in specs}) == len(Medium)


def test_other_data_have_another_hash(charts):
    for make, chart in charts:
        other = attrs.evolve(chart, note="另一来源")
        assert make(other).data_sha256 != make(chart).data_sha256


def test_the_hash_does_not_depend_on_idle_zeros(gdp):
    same = attrs.evolve(gdp, target=gdp.target.quantize(Decimal("0.01")))
    assert target_chart(same).data_sha256 == target_chart(gdp).data_sha256


def test_specifications_are_valid_vega_lite(charts):
    import altair as alt

    for make, chart in charts:
        for medium in Medium:
            alt.Chart.from_dict(dict(make(chart, medium).vega_lite))


def test_nothing_is_read_from_elsewhere(charts):
    for make, chart in charts:
        assert '"url"' not in make(chart).json
