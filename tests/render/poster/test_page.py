from paitou.render.charts.lettering import width_of
from paitou.render.poster.page import Page, line_height, lines_of
from paitou.render.poster.sheet import MM, SHEETS, Size


def test_a_text_is_cut_after_its_lines(hostile):
    lines = lines_of(hostile, 46, 700, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_the_last_line_is_no_orphan():
    text = "数据来源是市统计局和市发展改革委" * 3 + "。"
    room = width_of(text, 46 * MM) - 5
    first, last = lines_of(text, 46, room, 3)
    assert width_of(last, 46 * MM) > room * 0.1
    assert first + last == text


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    text = "预计难以达到（测算），未持续达标（测算）、低于目标。" * 4
    for room in range(60, 400, 7):
        for line in lines_of(text, 46, room, 40):
            assert line[0] not in "，。、）"
            assert line[-1] not in "（“"


def test_a_line_is_set_by_its_middle_and_its_side():
    page = Page(sheet=SHEETS[Size.BIG], type=SHEETS[Size.BIG].type)
    for align in ("left", "center", "right"):
        page.line("甲", (100, 50, 200), 46, align=align)
    assert [mark.x for mark in page.marks] == [100, 200, 300]
    assert line_height(46) > 46 * MM
