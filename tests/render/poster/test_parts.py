from itertools import pairwise

from paitou.render.charts.theme import CINNABAR, GREY
from paitou.render.poster import Count, Counts, Heading, ListColumn, Listing, ListRow
from paitou.render.poster.marks import Drawing, Words
from paitou.render.poster.page import Page
from paitou.render.poster.parts import draw_part
from paitou.render.poster.sheet import SHEETS, Size

SHEET = SHEETS[Size.BIG]


def _drawn(part):
    page = Page(sheet=SHEET, type=SHEET.type)
    draw_part(part, page)
    return page


def _words(page):
    return [mark for mark in page.marks if isinstance(mark, Words)]


def test_a_count_has_a_shape_a_number_and_a_word():
    page = _drawn(Counts((Count(number="5", word="低于目标", standing="missed"),)))
    assert [mark.text for mark in _words(page)] == ["5", "低于目标"]
    assert {mark.fill for mark in _words(page)} == {CINNABAR}
    assert any(isinstance(mark, Drawing) and "path" in mark.svg for mark in page.marks)


def test_of_what_there_is_none_nobody_has_to_act():
    page = _drawn(Counts((Count(number="0", word="低于目标", standing="missed"),)))
    assert {mark.fill for mark in _words(page)} == {GREY}


def test_many_large_counts_do_not_run_into_each_other():
    cells = tuple(Count(number="12345", word="已达到", standing="met") for _ in range(7))
    numbers = [m for m in _words(_drawn(Counts(cells))) if m.text == "12345"]
    from paitou.render.charts.lettering import width_of
    from paitou.render.poster.sheet import MM

    for one, other in pairwise(numbers):
        assert one.x + width_of(one.text, one.size * MM) < other.x


def test_a_cell_has_two_lines_at_most(hostile):
    columns = (ListColumn("指标", 1), ListColumn("情况", 1))
    row = ListRow(cells=(hostile, hostile), standing="behind")
    page = _drawn(Listing(columns=columns, rows=(row,)))
    assert len(_words(page)) == 2 + 2 * 2


def test_an_aside_that_has_no_room_is_left_out(hostile):
    assert len(_words(_drawn(Heading("亮成绩", "共3项")))) == 2
    assert len(_words(_drawn(Heading(hostile, "共3项")))) == 1
