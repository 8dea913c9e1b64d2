"""Tests of how much fits on a page."""

from paitou.render.document import Column, Heading, Note, Paragraph, Row, Table
from paitou.report.page_fitting import fitting, line_total


def test_a_line_holds_28_characters_two_fewer_in_the_first():
    assert line_total([Paragraph(text="一" * 26)]) == 1
    assert line_total([Paragraph(text="一" * 27)]) == 2
    assert line_total([Heading("一、总体情况"), Note("注")]) == 2


def test_a_table_takes_lines_by_its_longest_cell():
    columns = (Column(title="a", width=78), Column(title="b", width=78))
    short, long = (
        Table(columns=columns, rows=(Row(cells=("一", "一" * n)),)) for n in (1, 180)
    )
    assert line_total([long]) > line_total([short])


def test_what_does_not_fit_is_left_out():
    told = [Paragraph(text="一" * 54) for _ in range(5)]
    assert fitting(told, 5) == tuple(told[:2])
