from decimal import Decimal

from paitou.render.charts import sparkline_svg
from paitou.render.charts.theme import GREY

SVG = "{http://www.w3.org/2000/svg}"


def test_figures_path_and_target_are_drawn(gdp, parsed):
    root = parsed(sparkline_svg(gdp.reported, gdp.path, gdp.target, 120, 28, "走势"))
    assert root.get("aria-label") == "走势"
    dashed = [path for path in root if path.get("stroke-dasharray")]
    assert [path.get("stroke") for path in dashed] == [GREY]
    last = list(root)[-1]
    assert last.get("fill") == "#ffffff"  # preliminary: hollow


def test_a_gap_in_time_is_a_gap_in_the_line(points, parsed):
    held = points(*((year, "1", "final") for year in ("2019", "2020", "2022", "2023")))
    root = parsed(sparkline_svg(held, (), None, 80, 20, ""))
    assert len(root.findall(f"{SVG}path")) == 2


def test_a_lone_figure_is_a_dot_and_nothing_is_nothing(points, parsed):
    assert "<circle" in sparkline_svg(points(("2023", "5", "final")), (), None, 80, 20, "")
    assert list(parsed(sparkline_svg((), (), None, 80, 20, "无"))) == []
    assert "<path" in sparkline_svg((), (), Decimal(3), 80, 20, "")


def test_hostile_words_stay_words(gdp, hostile, parsed):
    svg = sparkline_svg(gdp.reported, gdp.path, gdp.target, 120, 28, hostile)
    assert parsed(svg).get("aria-label").startswith("<script>alert('1')</script>\"&长")
    assert "<script" not in svg
    assert "style=" not in svg
    assert " id=" not in svg
