import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paitou.model import UsageError
from paitou.render.poster import SHEETS, Size, panel_pdf, place_first
from paitou.render.poster.printing import SANS, _font
from paitou.render.poster.sheet import MM

pytestmark = pytest.mark.usefixtures("typesetting")


def _page(pdf):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    document = pdfium.PdfDocument(pdf)
    assert len(document) == 1
    return document[0]


def _letters(page):
    words = page.get_textpage()
    for at in range(words.count_chars()):
        if words.get_text_range(at, 1).strip():
            yield words.get_charbox(at)


@pytest.mark.parametrize(
    ("size", "millimetres"), [("80x120", (800, 1200)), ("a3", (297, 420))]
)
def test_it_is_one_page_of_the_size(make, size, millimetres):
    page = _page(panel_pdf(place_first([make()], SHEETS[Size(size)])))
    assert tuple(round(side * MM) for side in page.get_size()) == millimetres


def test_equal_panels_give_equal_bytes(make):
    first, second = (panel_pdf(place_first([make()], SHEETS[Size.A3])) for _ in range(2))
    assert first == second


def test_words_and_charts_stay_text(make):
    pdf = panel_pdf(place_first([make("云泽市")], SHEETS[Size.BIG]))
    text = _page(pdf).get_textpage().get_text_range()
    for words in ("云泽市", "充电桩", "109.1%", "模拟数据"):
        assert words in text
    assert b"/Subtype /Image" not in pdf


def test_nothing_that_is_said_is_a_command(make):
    words = "#set page() $x^2$ \\u{41} <label> `raw` @ref //注"
    text = _page(panel_pdf(place_first([make(words)], SHEETS[Size.BIG]))).get_textpage()
    assert words in text.get_text_range()


@pytest.mark.parametrize(
    "words", ["长" * 10_000, "W" * 10_000, "W长" * 5_000, "\n" * 9 + "甲"]
)
def test_no_letter_leaves_the_sheet(make, words):
    page = _page(panel_pdf(place_first([make(words)], SHEETS[Size.A3])))
    wide, tall = page.get_size()
    for left, bottom, right, top in _letters(page):
        assert -0.5 <= left <= right <= wide + 0.5
        assert -0.5 <= bottom <= top <= tall + 0.5


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(words=st.text(max_size=200))
def test_any_text_is_set(make, words):
    assert panel_pdf(place_first([make(words)], SHEETS[Size.A3])).startswith(b"%PDF")


def test_a_missing_font_is_an_error_that_says_what_to_install():
    assert _font(("没有这种字体", *SANS)) in SANS
    with pytest.raises(UsageError, match="请安装"):
        _font(("没有这种字体",))
