import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.render.charts.lettering import clean, fold, width_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("产业振兴", ("产业振兴",)),
        ("产业振兴工程", ("产业振兴", "工程")),
        ("产业振兴，工程", ("产业振", "兴，工程")),
        ("一二三四五六七八九十", ("一二三四", "五六七…")),
        ("增长 12.3%", ("增长", "12.3%")),
    ],
)
def test_fold(text, lines):
    assert fold(text, 10, 45, 2) == lines


def test_clean_keeps_one_line_of_what_can_be_shown():
    assert clean("a\nb\tc\x00\x0b\u202e\ufeff\ud800") == "a b c"
    assert clean("👨\u200d👩") == "👨\u200d👩"
    assert len(clean("长" * 10**6)) == 600


@given(st.text(max_size=300), st.integers(20, 400), st.integers(1, 4))
def test_lines_fit(text, width, most):
    lines = fold(text, 10, width, most)
    assert len(lines) <= most
    assert all(width_of(line, 10) <= width + 10 for line in lines)
