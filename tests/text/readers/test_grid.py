from paitou.text.readers.grid import MOST_PLACES, head_rows, is_data, places
from paitou.text.readers.parts import Grid, GridCell, Paragraph


def _cell(text="", **spans):
    return GridCell(parts=(Paragraph(text=text),), **spans)


def _grid(*rows):
    return Grid(rows=tuple(tuple(row) for row in rows))


def test_merged_cells_cover_every_place():
    grid = _grid([_cell(rows=2), _cell(columns=2)], [_cell(), _cell()])
    found = {(row, column): (line, index) for row, column, line, index in places(grid)}
    assert found == {
        (0, 0): (0, 0),
        (0, 1): (0, 1),
        (0, 2): (0, 1),
        (1, 0): (0, 0),
        (1, 1): (1, 0),
        (1, 2): (1, 1),
    }


def test_spans_end_with_the_table():
    assert len(places(_grid([_cell(rows=65534), _cell()], [_cell()]))) == 4


def test_hostile_spans_do_not_blow_up():
    rows = [[_cell(rows=10**9, columns=10**9)] for _ in range(1000)]
    assert len(places(_grid(*rows))) <= MOST_PLACES


def test_one_column_or_one_row_is_layout():
    assert not is_data(_grid([_cell("专栏1")], [_cell("重点工程")]))
    assert not is_data(_grid([_cell("左"), _cell("右")]))
    assert not is_data(_grid())
    assert is_data(_grid([_cell(), _cell()], [_cell(), _cell()]))


def test_a_cell_that_holds_an_article_or_a_table_is_layout():
    inner = GridCell(parts=(_grid([_cell()]),))
    assert not is_data(_grid([inner, _cell()], [_cell(), _cell()]))
    assert not is_data(_grid([_cell("文" * 2000), _cell()], [_cell(), _cell()]))


def test_the_head_is_what_bears_no_figure():
    head = [_cell("指标"), _cell("2025年")]
    body = [_cell("GDP"), _cell("1万亿元")]
    assert head_rows(_grid(head, body)) == 1
    assert head_rows(_grid([_cell("主要指标表", columns=2)], head, body)) == 2
    assert (
        head_rows(_grid([_cell("指标", rows=2), _cell("目标")], [_cell("2025年")], body))
        == 2
    )
    assert head_rows(_grid(body, body)) == 0


def test_the_head_is_what_the_file_marks():
    head = [_cell("1", is_head=True), _cell("2", is_head=True)]
    side = [_cell("GDP", is_head=True), _cell("5%")]
    assert head_rows(_grid(head, head, side)) == 2
