"""Tests of the 展板: each kind is one page, and shows the charts of the web."""

import datetime as dt
import re

import pytest
from attrs import evolve

from paitou.model import Period, UsageError
from paitou.render.charts import (
    Medium,
    ShareBars,
    draw_svg,
    league_bars,
    share_bars,
    standing_bars,
    target_chart,
)
from paitou.render.document import Picture
from paitou.render.poster import SHEETS, Chart, Size, place_first
from paitou.report.assessment import assess
from paitou.report.contest.material import contest_material
from paitou.report.final_evaluation import final_document
from paitou.report.panel import write_panel
from paitou.report.panels.bars import programme_bars, share_bar, strongest, widest
from paitou.report.panels.league import league_of
from paitou.report.programmes import groups_of
from paitou.report.records import record_of

KUNMING, YUNZE = dt.date(2026, 11, 5), dt.date(2025, 11, 5)
ASKED = [
    ("kunming", KUNMING, {}, ("昆明市", "亮成绩", "晒差距", "经济总量", "131.5%")),
    ("kunming", KUNMING, {"of": "三"}, ("动能转换工程", "技术合同成交额", "未发布")),
    ("kunming", KUNMING, {"of": "一"}, ("产业振兴工程", "“链主”企业")),
    ("yunze", YUNZE, {}, ("云泽市", "工业投资", "市发展改革委", "模拟数据")),
    ("yunze", YUNZE, {"of": "工业强基", "size": "a3"}, ("各单位", "墨泉区", "模拟数据")),
    ("yunze", YUNZE, {"of": "东溪区"}, ("省外到位资金", "第4名", "模拟数据")),
    ("yunze", YUNZE, {"of": "市工信局"}, ("市工业和信息化局", "高新技术企业")),
    ("yunze", YUNZE, {"of": "contest"}, ("2025年三季度", "主城区", "领先3.26")),
    ("yunze", YUNZE, {"of": "竞赛", "group": "县域"}, ("白芷县", "差在哪里")),
    ("yunze", YUNZE, {"of": "竞赛", "rulebook": "departments"}, ("市直部门", "市水利局")),
]
#: Where something stands on a sheet; what it stands for is the same in every medium.
_PLACES = {"x", "x2", "y", "y2", "size", "wide", "area", "dash"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NUMBER = re.compile(r"[−+]?\d[\d,.]*%?")


@pytest.fixture(scope="session")
def printing():
    """Skips where there is nothing to print with."""
    for name in ("typst", "vl_convert"):
        pytest.importorskip(name, reason=f"{name} is not installed")
    from paitou.render.poster.printing import SANS, SERIF, _font

    try:
        _font(SANS)
        _font(SERIF)
    except UsageError as fault:
        pytest.skip(str(fault))


@pytest.fixture
def page(printing, tmp_path, request):
    """Return the text of a panel that has one page of the right size."""
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")

    def made(name, day, **asked):
        path = tmp_path / "a.pdf"
        write_panel(request.getfixturevalue(name), path, as_of=day, **asked)
        document = pdfium.PdfDocument(path.read_bytes())
        assert len(document) == 1
        return document[0].get_textpage().get_text_range()

    return made


@pytest.mark.parametrize(("name", "day", "asked", "words"), ASKED)
def test_each_kind_says_what_it_is_about(page, name, day, asked, words):
    text = page(name, day, **asked)
    for word in words:
        assert word in text
    assert "代拟稿" in text
    assert ("模拟数据" in text) == (name == "yunze")


def test_equal_books_give_equal_bytes(printing, yunze, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        write_panel(yunze, tmp_path / name, as_of=YUNZE, size="a3")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_book_without_figures_has_a_panel(printing, book, tmp_path):
    write_panel(book, tmp_path / "a.pdf", as_of=KUNMING)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("of", ["", "工业强基", "东溪区", "contest"])
def test_hostile_names_break_nothing(printing, yunze, tmp_path, of, size):
    words = "#set $x$ \\ <b>&\n" + "长" * 10_000
    plan = yunze.plan
    statements = tuple(evolve(s, indicator=s.indicator + words) for s in plan.statements)
    sections = tuple(evolve(s, title=s.title + words) for s in plan.sections)
    document = evolve(plan.document, sections=sections)
    made = evolve(plan, statements=statements, document=document)
    odd = evolve(yunze, plan=made, title=words)
    write_panel(odd, tmp_path / "a.pdf", as_of=YUNZE, of=of, size=size.value)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"of": "没有这个"}, "实施工业强基工程.*竞赛"),
        ({"size": "a4"}, "80x120、a3"),
        ({"of": "contest", "group": "没有"}, "主城区、县域、开发区"),
        ({"of": "contest", "rulebook": "没有"}, "考核办法"),
        ({"of": "东溪区", "rulebook": "没有"}, "考核办法"),
    ],
)
def test_what_there_is_not_is_told(yunze, tmp_path, asked, words):
    with pytest.raises(UsageError, match=words):
        write_panel(yunze, tmp_path / "a.pdf", as_of=YUNZE, **asked)


def test_it_is_no_word_file(yunze, tmp_path):
    with pytest.raises(UsageError, match=r"\.pdf"):
        write_panel(yunze, tmp_path / "a.docx", as_of=YUNZE)


def test_a_round_that_is_asked_for_is_shown(page):
    text = page("yunze", YUNZE, of="contest", period=Period.parse("2025Q1"))
    assert "2025年一季度" in text


def _data(spec):
    """The named data of a chart, without where on the sheet they stand."""
    found = {}
    for layer in spec.vega_lite["layer"]:
        held = layer.get("data", {})
        if held.get("name") in (None, "words") or "values" not in held:
            continue
        found[held["name"]] = [
            {key: value for key, value in row.items() if key not in _PLACES}
            for row in held["values"]
        ]
    return found


def _numbers(spec):
    """Every number that is written, not those on the axis, which has fewer or more."""
    words = " ".join(re.findall(r">([^<]+)<", draw_svg(spec)))
    return sorted(set(_NUMBER.findall(words)))


def _charts(book):
    assessment = assess(book, YUNZE)
    statements = {one.id: one for one in book.plan.statements}
    pairs = [(statements[key], one) for key, one in assessment.wholes.items()]
    some = [*strongest(pairs)[:4], *widest(pairs)[:4]]
    bars = tuple(share_bar(*pair, None) for pair in some)
    board = contest_material(book, YUNZE).board
    groups = groups_of(book.plan, assessment)
    yield standing_bars, programme_bars(groups, is_simulated=True, note="")
    yield share_bars, ShareBars(title="完成率", bars=bars, is_simulated=True)
    yield league_bars, league_of(board, board.scores[0].group)


@pytest.mark.parametrize("which", range(3))
def test_one_chart_is_the_same_on_the_page_the_panel_and_in_word(printing, yunze, which):
    draw, chart = list(_charts(yunze))[which]
    web, panel, word = (
        draw(chart, one) for one in (Medium.WEB, Medium.POSTER, Medium.DOCUMENT)
    )
    for other in (panel, word):
        assert other.data_sha256 == web.data_sha256
        assert other.description == web.description
        assert other.vega_lite["config"] == web.vega_lite["config"]
        assert _data(other) == _data(web)
        assert _numbers(other) == _numbers(web)
        assert set(_COLOUR.findall(other.json)) == set(_COLOUR.findall(web.json))


def test_a_target_has_the_same_chart_on_its_page_on_a_panel_and_in_word(printing, yunze):
    from paitou.report.target_pictures import target_picture

    assessment = assess(yunze, YUNZE)
    statement = next(s for s in yunze.plan.statements if s.indicator == "高新技术企业")
    standing, cases = assessment.of(statement.id)[0]
    chart = target_picture(record_of(cases[0], standing), standing)
    web, panel, word = (
        target_chart(chart, one) for one in (Medium.WEB, Medium.POSTER, Medium.DOCUMENT)
    )
    for other in (panel, word):
        assert other.data_sha256 == web.data_sha256
        assert _data(other) == _data(web)
        assert other.vega_lite["config"] == web.vega_lite["config"]
        assert set(_COLOUR.findall(other.json)) == set(_COLOUR.findall(web.json))


def test_the_bars_by_programme_are_those_of_the_evaluation(printing, kunming):
    blocks = final_document(kunming, KUNMING).blocks
    word = next(one.spec for one in blocks if isinstance(one, Picture))
    groups = groups_of(kunming.plan, assess(kunming, KUNMING))
    bars = programme_bars(groups, is_simulated=False, note="数据截至2026年11月5日")
    assert standing_bars(bars, Medium.POSTER).data_sha256 == word.data_sha256


def test_a_panel_shows_the_specification_itself(printing, kunming):
    from paitou.report.panels.city import city_panels

    placed = place_first(city_panels(kunming, assess(kunming, KUNMING)), SHEETS[Size.BIG])
    specs = [part.spec for part in placed.shown.parts if isinstance(part, Chart)]
    drawn = [mark.spec for mark in placed.marks if hasattr(mark, "spec")]
    assert drawn == specs
    assert len(specs) >= 2
