from decimal import Decimal

import attrs
import pytest

from paitou.model import Period, UsageError
from paitou.render.charts import Point, TargetChart
from paitou.render.charts.numbers import Scale
from paitou.render.charts.target.values import describe, runs

PERIOD = Period.of_year(2023)


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_a_value_is_a_number(value):
    with pytest.raises(UsageError, match="确定的数"):
        Point(period=PERIOD, value=Decimal(value))
    with pytest.raises(UsageError, match="确定的数"):
        TargetChart(
            title="", unit="", reported=(), target=Decimal(value), more_is_better=True
        )


def test_a_state_is_known():
    with pytest.raises(UsageError, match="preliminary"):
        Point(period=PERIOD, value=Decimal(1), state="rough")


def _years(stretches):
    return [[point.period.year for point in stretch] for stretch in stretches]


def test_a_longer_step_than_usual_is_a_gap(points):
    held = points(*((year, "1", "final") for year in ("2023", "2019", "2020", "2022")))
    assert _years(runs(held, ())) == [[2019, 2020], [2022, 2023]]


def test_a_regular_step_is_no_gap(points):
    held = points(*((year, "1", "final") for year in ("2016", "2019", "2022")))
    assert _years(runs(held, ())) == [[2016, 2019, 2022]]
    assert _years(runs(held, (Period.of_year(2020),))) == [[2016, 2019], [2022]]
    assert runs((), ()) == []


def test_the_description_says_what_the_chart_shows(gdp):
    said = describe(gdp, Scale.fitting(gdp.unit, gdp.values))
    assert said == (
        "折线图：地区生产总值；模拟数据；2025年目标 ≥10000亿元；2021年7,222.5亿元；"
        "2022年7,541.4亿元（普查修订数）；2024年8,275.2亿元（初步数）；2023年未发布；"
        "所需进度（测算）至2025年10,000亿元；资料来源：示例。"
    )
    assert "尚无数据" in describe(attrs.evolve(gdp, reported=()), Scale.fitting("亿元", ()))
