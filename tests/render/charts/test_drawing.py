import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

from paitou.render.charts import Medium, draw_pdf, draw_png, draw_svg, target_chart
from paitou.render.charts.drawing import _svg
from paitou.render.charts.theme import FONTS

pytestmark = pytest.mark.usefixtures("drawing")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def words_in(parsed):
    def words_in(svg):
        return ["".join(text.itertext()) for text in parsed(svg).iter(f"{SVG}text")]

    return words_in


def test_the_page_policy_lets_every_svg_in(charts, parsed):
    allowed = {f"{SVG}{tag}" for tag in ("svg", "g", "path", "rect", "line", "text")}
    for make, chart in charts:
        marks = list(parsed(draw_svg(make(chart))).iter())
        assert {mark.tag for mark in marks} <= allowed
        names = {name for mark in marks[1:] for name in mark.keys()}  # noqa: SIM118
        assert not names & {"style", "id", "class", "href"}
        assert not [name for name in names if name.startswith(("on", "{"))]
        assert "url(" not in draw_svg(make(chart))


def test_an_svg_names_the_fonts_and_describes_itself(charts, parsed):
    for make, chart in charts:
        root = parsed(draw_svg(make(chart)))
        assert root.get("role") == "img"
        assert root.get("aria-label") == make(chart).description
        assert {t.get("font-family") for t in root.iter(f"{SVG}text")} == {", ".join(FONTS)}


def test_simulated_data_says_so_in_every_medium(charts, words_in):
    for make, chart in charts:
        for medium in Medium:
            assert "模拟数据" in words_in(draw_svg(make(chart, medium)))
        assert "模拟数据" not in words_in(
            draw_svg(make(attrs.evolve(chart, is_simulated=False)))
        )


def test_hostile_words_stay_words(charts, hostile, words_in):
    for make, chart in charts:
        svg = draw_svg(make(attrs.evolve(chart, title=hostile, note=hostile)))
        words = words_in(svg)
        assert "<script" not in svg
        assert any(line.startswith("<script>alert('1')</script>\"&长") for line in words)


def test_words_that_look_like_attributes_are_kept(gdp, words_in):
    title = 'a class="x" role="y" 1.23456'
    assert title in words_in(draw_svg(target_chart(attrs.evolve(gdp, title=title))))


def test_equal_charts_give_equal_bytes(charts):
    for make, chart in charts:
        first = draw_svg(make(chart))
        make.cache_clear()
        _svg.cache_clear()
        assert draw_svg(make(attrs.evolve(chart))) == first


def test_png_and_pdf_are_what_they_say(gdp):
    spec = target_chart(gdp, Medium.DOCUMENT)
    small, large = draw_png(spec, 1), draw_png(spec)
    assert small.startswith(b"\x89PNG")
    assert int.from_bytes(small[16:20], "big") == spec.width
    assert int.from_bytes(large[16:20], "big") == 2 * spec.width
    assert draw_pdf(spec).startswith(b"%PDF")


@pytest.mark.usefixtures("chinese_font")
def test_the_words_of_a_pdf_can_be_read_back(gdp):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    page = pdfium.PdfDocument(draw_pdf(target_chart(gdp, Medium.DOCUMENT)))[0]
    text = page.get_textpage().get_text_bounded()
    assert all(
        words in text for words in ("地区生产总值", "2025年目标", "未发布", "模拟数据")
    )


def test_threads_draw_alike(gdp):
    charts = [attrs.evolve(gdp, note=f"第{i}次") for i in range(4)] * 4
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda chart: draw_svg(target_chart(chart)), charts))
    assert drawn[:4] * 4 == drawn


@pytest.mark.parametrize("module", ["paitou.cli.entry", "paitou.render.charts"])
def test_nothing_heavy_is_loaded_before_a_chart_is_drawn(module):
    heavy = "{'altair', 'vl_convert', 'typst', 'docx'} & set(sys.modules)"
    code = f"import sys, {module}; sys.exit(bool({heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
