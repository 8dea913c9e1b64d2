import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paitou.model import UsageError
from paitou.render.poster import SHEETS, Heading, Passage, Size, place_first
from paitou.render.poster.marks import Plot, Words

BIG = SHEETS[Size.BIG]


def _bottom(mark):
    if isinstance(mark, Plot):
        return mark.y + mark.wide * mark.spec.height / mark.spec.width
    return mark.y


def _check(placed):
    """Nothing leaves the sheet or is smaller than the least."""
    sheet = placed.sheet
    for mark in placed.marks:
        assert 0 <= mark.x <= sheet.width
        assert 0 <= mark.y <= _bottom(mark) <= sheet.height
        if isinstance(mark, Words):
            assert mark.size >= sheet.least.small
            left = {"left": 0, "center": 0.5, "right": 1}[mark.align] * mark.room
            assert mark.x - left >= 0
            assert mark.x - left + mark.room <= sheet.width


def test_the_fullest_panel_that_has_room_is_shown(make):
    panels = [make(rows=rows) for rows in (90, 20, 3)]
    placed = place_first(panels, BIG)
    assert placed.shown is panels[1]
    assert not placed.is_cut


def test_words_shrink_before_a_leaner_panel_is_tried(make):
    sizes = {place_first([make(rows=n)], BIG).type.text for n in range(3, 26)}
    assert max(sizes) == BIG.type.text
    assert min(sizes) < BIG.type.text


def test_what_has_no_room_at_all_is_left_out_and_said(make):
    placed = place_first([make(rows=200)], BIG)
    assert placed.is_cut
    words = [mark.text for mark in placed.marks if isinstance(mark, Words)]
    assert "版面有限，另有1部分没有排下。" in words
    _check(placed)


def test_a_heading_never_stands_alone_at_the_end(make):
    full = make(rows=200)
    parts = (*full.parts[:-1], Heading("清单"), full.parts[-1])
    placed = place_first([evolve(full, parts=parts)], BIG)
    assert not any(
        isinstance(part, Heading) and part.text == "清单" for part in placed.shown.parts
    )
    assert isinstance(placed.shown.parts[-1], Passage)


def test_simulated_figures_are_named_all_round(make):
    marks = place_first([make()], BIG).marks
    labels = [m for m in marks if isinstance(m, Words) and m.text == "模拟数据"]
    assert len(labels) == 6
    assert {m.y > BIG.height / 2 for m in labels} == {True, False}
    assert not any(
        isinstance(m, Words) and m.text == "模拟数据"
        for m in place_first([make(frame="")], BIG).marks
    )


def test_a_long_title_breaks_where_it_takes_breath(make):
    placed = place_first([make("深入实施动能转换工程，强化创新开放")], BIG)
    big = [
        m.text for m in placed.marks if isinstance(m, Words) and m.size == placed.type.title
    ]
    assert big == ["深入实施动能转换工程，", "强化创新开放"]


def test_no_panel_is_a_wrong_call():
    with pytest.raises(UsageError):
        place_first([], BIG)


@pytest.mark.parametrize("size", Size)
def test_ten_thousand_characters_have_room(make, hostile, size):
    _check(place_first([make(hostile)], SHEETS[size]))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(words=st.text(max_size=400), rows=st.integers(0, 60), size=st.sampled_from(Size))
def test_any_text_has_room(make, words, rows, size):
    _check(place_first([make(words, rows=rows)], SHEETS[size]))
