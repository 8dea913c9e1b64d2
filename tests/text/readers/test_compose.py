from paitou.text.readers.compose import compose
from paitou.text.readers.parts import Grid, GridCell, Paragraph
from paitou.text.reading import Reading


def _compose(*parts):
    return compose(parts, Reading(text="", format="docx", place_kind="paragraph"))


def _row(*texts):
    return tuple(GridCell(parts=(Paragraph(text=text),)) for text in texts)


TABLE = Grid(rows=(_row("指标", "目标"), _row("GDP", "5%")))


def test_paragraphs_are_lines_with_places_and_headings():
    reading = _compose(
        Paragraph(text="一、总体要求", level=1, place=1),
        Paragraph(text="  ", place=2),
        Paragraph(text=" 正文 ", place=3),
    )
    assert reading.text == "一、总体要求\n正文"
    assert reading.places == ((0, 1), (7, 3))
    (hint,) = reading.headings
    assert (hint.level, reading.text[hint.start : hint.end]) == (1, "一、总体要求")


def test_cells_span_their_words():
    reading = _compose(
        Paragraph(text="前文", place=4), TABLE, Paragraph(text="后文", place=5)
    )
    assert reading.text == "前文\n指标\t目标\nGDP\t5%\n后文"
    (table,) = reading.tables
    assert reading.text[table.start : table.end] == "指标\t目标\nGDP\t5%"
    assert table.place == 4
    words = [
        (c.row, c.column, reading.text[c.start : c.end], c.is_head) for c in table.cells
    ]
    assert words[:2] == [(0, 0, "指标", True), (0, 1, "目标", True)]
    assert words[3] == (1, 1, "5%", False)


def test_a_text_may_begin_with_a_table():
    reading = _compose(TABLE)
    assert reading.text.startswith("指标\t")
    assert (reading.tables[0].start, reading.tables[0].place) == (0, 0)


def test_a_frame_is_read_line_by_line():
    box = Grid(rows=(_row("专栏1"), _row("重点工程")))
    assert _compose(box, Paragraph(text="后文")).text == "专栏1\n重点工程\n后文"
    assert _compose(box).tables == ()


def test_paragraphs_in_a_cell_stay_lines():
    cell = GridCell(parts=(Paragraph(text="甲"), Paragraph(text=""), Paragraph(text="乙")))
    reading = _compose(Grid(rows=((cell, *_row("丙")), _row("丁", "戊"))))
    first = reading.tables[0].cells[0]
    assert reading.text[first.start : first.end] == "甲\n乙"


def test_nothing_gives_an_empty_text():
    assert _compose().text == ""
