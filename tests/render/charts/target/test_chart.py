from decimal import Decimal

import attrs
import pytest

from paitou.model import Period
from paitou.render.charts import Medium, TargetChart, draw_svg, target_chart
from paitou.render.charts.glyphs import STATES
from paitou.render.charts.lettering import width_of
from paitou.render.charts.placing import Box

pytestmark = pytest.mark.usefixtures("drawing")


def _rows(spec, name):
    """The rows of a named layer of data."""
    datasets = spec.vega_lite.get("datasets", {})
    for layer in spec.vega_lite["layer"]:
        data = layer.get("data") or spec.vega_lite["data"]
        if data.get("name") == name:
            return data.get("values", datasets.get(name))
    return []


def _words(spec):
    return [row["words"] for row in _rows(spec, "words")]


def test_the_figures_are_the_same_in_every_medium(gdp):
    kept = ("period", "value", "state", "note", "x", "y")
    rows = [
        [[row[key] for key in kept] for row in _rows(target_chart(gdp, medium), "figures")]
        for medium in Medium
    ]
    assert rows[0][0][:2] == ["2021年", "7222.5"]
    assert all(other == rows[0] for other in rows)


@pytest.mark.parametrize("medium", Medium)
def test_what_is_missing_computed_or_aimed_at_is_said(gdp, medium):
    words = _words(target_chart(gdp, medium))
    assert {"单位：亿元", "8,275.2", "初步数", "普查修订数", "所需进度（测算）"} <= set(
        words
    )
    assert "未发布" in "".join(words)
    assert "2025年目标 ≥10000亿元" in words
    assert "纵轴不从0起。资料来源：示例。" in words


def test_a_path_that_is_a_duty_says_so(gdp):
    words = _words(target_chart(attrs.evolve(gdp, path_is_duty=True)))
    assert "序时要求" in words
    assert "所需进度（测算）" not in words


def test_a_missing_period_breaks_the_line(gdp):
    lines = _rows(target_chart(gdp), "lines")
    assert [(row["x"] // 12, row["x2"] // 12) for row in lines] == [(2021, 2022)]


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_told_from_the_final_one(points, state):
    chart = TargetChart(
        title="产值",
        unit="亿元",
        reported=points(("2023", "1", state)),
        more_is_better=True,
    )
    look = STATES[state]
    row = _rows(target_chart(chart), "figures")[0]
    hollow = state in {"preliminary", "submitted", "estimated", "unverified"}
    assert (row["fill"] != row["stroke"]) == hollow
    assert not look.word or look.word in _words(target_chart(chart))


@pytest.mark.parametrize("unit", ["", "%", "亿元", "元"])
def test_no_data_says_so(unit):
    chart = TargetChart(title="", unit=unit, reported=(), more_is_better=True)
    assert "尚无数据" in _words(target_chart(chart))
    assert "尚无数据" in draw_svg(target_chart(chart))


def test_grades_are_named_and_the_better_stands_above(points):
    held = points(("2022", "3", "final"), ("2023", "2", "final"))
    labels = ("Ⅰ类", "Ⅱ类", "Ⅲ类", "<b>")
    chart = TargetChart(
        title="水质", unit="类", labels=labels, reported=held, more_is_better=False
    )
    spec = target_chart(chart)
    ticks = {
        row["words"]: row["y"] for row in _rows(spec, "words") if row["align"] == "right"
    }
    assert ticks["Ⅰ类"] < ticks["Ⅱ类"] < ticks["Ⅲ类"] < ticks["<b>"]
    assert "&lt;b&gt;" in draw_svg(spec)


def test_long_numbers_are_set_in_yi(points):
    reported = points(("2022", "1.1e12", "final"), ("2023", "1.2e12", "final"))
    chart = TargetChart(title="总值", unit="元", reported=reported, more_is_better=True)
    assert {"单位：亿元", "12,000"} <= set(_words(target_chart(chart)))


@pytest.mark.parametrize("medium", Medium)
def test_no_two_words_overlap(points, medium):
    months = [
        f"{year}-{month:02d}" for year in (2022, 2023, 2024) for month in range(1, 13)
    ]
    held = [(p, str(95 + i * 7 % 5), "final") for i, p in enumerate(months)]
    chart = TargetChart(
        title="优良天数比率", unit="%", reported=points(*held[:-6], held[-1]),
        missing=tuple(Period.parse(p) for p, *_ in held[-6:-1]), more_is_better=True,
        target=Decimal(95), target_words="保持在95%以上",
        deadline=Period.parse("2025"),
    )  # fmt: skip
    shift = {"left": 0, "center": 0.5, "right": 1}
    boxes = []
    for row in _rows(target_chart(chart, medium), "words"):
        wide = width_of(row["words"], row["size"] * 0.98)
        left, base = row["x"] - shift[row["align"]] * wide, row["y"]
        boxes.append(
            Box(left, base - row["size"] * 0.8, left + wide, base + row["size"] * 0.1)
        )
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.meets(b)]


def test_hollow_states_are_told_apart_without_colour():
    hollow = [look.glyph.path for look in STATES.values() if look.glyph.fill == "paper"]
    assert len(set(hollow)) == len(hollow) == 4
