import pytest
from lxml import html

from paitou.text.readers.page import Page, squeezed
from paitou.text.readers.parts import Grid, Paragraph


def _parts(body):
    return Page().read(html.document_fromstring(f"<html><body>{body}</body></html>"))


def _texts(body):
    return [part.text for part in _parts(body)]


def test_blanks_are_shown_as_a_browser_shows_them():
    assert squeezed(" a \n b\t c ") == "a b c"
    assert squeezed("昆明市\n    行动方案\v\v 第二行 ") == "昆明市行动方案\n第二行"


def test_blocks_are_paragraphs_and_inline_marks_are_none():
    body = "<p>到<b>2025</b>年<o:p></o:p></p>散文<div>面积1m<sup>2</sup></div>尾"
    assert _texts(body) == ["到2025年", "散文", "面积1m2", "尾"]


def test_breaks_break_and_sources_do_not():
    assert _texts("<p>甲<br>乙<br/><br/>丙\n丁</p><pre>戊\n己</pre>") == [
        "甲\n乙\n丙丁",
        "戊\n己",
    ]


def test_headings_have_their_level():
    parts = _parts("<h1>方案</h1><h3>（一）<b>目标</b></h3><p>文</p>")
    assert [(part.text, part.level) for part in parts] == [
        ("方案", 1),
        ("（一）目标", 3),
        ("文", 0),
    ]


def test_lists_are_numbered_as_shown():
    body = "<ol start=3><li>甲</li><li><p>乙</p><p>续</p></li><li>6. 丙</li></ol>"
    assert _texts(body) == ["3. 甲", "4. 乙", "续", "6. 丙"]
    assert _texts("<ol type=a><li>甲<li value=5>乙</ol>") == ["a. 甲", "e. 乙"]
    assert _texts("<ul><li>甲<li>——乙</ul><li>丙") == ["• 甲", "——乙", "丙"]


def test_a_table_keeps_its_spans_and_heads():
    body = (
        "<table><thead><tr><td rowspan=2>指标<td colspan=2>目标<tr><td>2024<td>2025</thead>"
        "<tr><th>税收<td><p>5%</p><p>以上</p><td colspan=x></table>"
    )
    (grid,) = _parts(body)
    assert isinstance(grid, Grid)
    assert [[(c.rows, c.columns, c.is_head) for c in row] for row in grid.rows] == [
        [(2, 1, True), (1, 2, True)],
        [(1, 1, True), (1, 1, True)],
        [(1, 1, True), (1, 1, False), (1, 1, False)],
    ]
    assert [part.text for part in grid.rows[2][1].parts] == ["5%", "以上"]


def test_a_table_in_a_table_stays_inside():
    (outer,) = _parts("<table><tr><td>甲<table><tr><td>乙</table>丙</table>")
    first, inner, last = outer.rows[0][0].parts
    assert (first, last) == (Paragraph(text="甲"), Paragraph(text="丙"))
    assert inner.rows[0][0].parts == (Paragraph(text="乙"),)


@pytest.mark.parametrize(
    "body", ["<td>甲</td>", "<tr><td>甲", "</table>甲", "<li>甲</ul></td>"]
)
def test_cells_without_a_table_are_words(body):
    assert "甲" in _texts(body)
