from paitou.text.readers.merged import merged
from paitou.text.readers.parts import GridCell, Paragraph


def _cell(text="", columns=1):
    return GridCell(parts=(Paragraph(text=text),), columns=columns)


def _spans(*rows):
    return [[cell.rows for cell in row] for row in merged(rows).rows]


def test_a_cell_reaches_as_far_as_it_goes_on():
    go_on = (_cell(), "continue")
    rows = [
        [(_cell("县区"), "restart"), (_cell("甲"), "")],
        [go_on, (_cell("乙"), "")],
        [go_on, (_cell("丙"), "")],
        [(_cell("市"), "restart"), (_cell("丁"), "")],
        [go_on, (_cell("戊"), "")],
    ]
    assert _spans(*rows) == [[3, 1], [1], [1], [2, 1], [1]]


def test_columns_are_counted_over_wide_cells():
    rows = [
        [(_cell(columns=2), ""), (_cell("合计"), "restart")],
        [(_cell(), ""), (_cell(), ""), (_cell(), "continue")],
    ]
    assert _spans(*rows) == [[1, 2], [1, 1]]


def test_what_goes_on_from_nowhere_begins_where_it_stands():
    assert _spans([(_cell("甲"), "continue")], [(_cell(), "continue")]) == [[2], []]
