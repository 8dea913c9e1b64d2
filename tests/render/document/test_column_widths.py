"""Tests of the widths of columns: no cell is broken while another column has to spare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.render.document import Column, Row, Table
from paitou.render.document.column_widths import column_widths, em_of


def _table(*rows, widths=(50, 50, 50)):
    columns = tuple(Column(title="列", width=width) for width in widths)
    return Table(columns=columns, rows=tuple(Row(cells=cells) for cells in rows))


def test_what_a_short_column_does_not_need_a_long_one_gets():
    one, two, three = column_widths(_table(("甲", "乙", "长" * 100)), 156)
    assert one == two < 10
    assert three > 130


def test_a_column_of_words_is_as_wide_as_its_longest():
    table = _table(("滞后于序时进度", "长" * 90, "长" * 90), widths=(20, 80, 80))
    assert column_widths(table, 156)[0] > 7 * em_of(table)


def test_one_long_word_among_many_is_broken_but_no_number_is():
    words = [("滞后于序时进度", "1.2", "长" * 90)] * 20
    usual = column_widths(_table(*words), 156)
    odd = ("预计难以达到（测算）", "1,234,567.89", "长" * 90)
    found = column_widths(_table(*words, odd), 156)
    assert found[0] == usual[0]
    assert found[1] > usual[1] + 10


def test_long_columns_share_as_they_are_told():
    one, two, _ = column_widths(
        _table(("长" * 90, "长" * 90, "短"), widths=(20, 40, 5)), 156
    )
    assert two == pytest.approx(2 * one)


def test_a_table_of_many_columns_is_set_smaller():
    many = _table(("甲",) * 8, widths=(20,) * 8)
    assert em_of(many) < em_of(_table(("甲",) * 3))


@given(
    cells=st.lists(st.text(max_size=60), min_size=3, max_size=3),
    widths=st.lists(st.floats(1, 90), min_size=3, max_size=3),
)
def test_they_fill_the_text(cells, widths):
    found = column_widths(_table(tuple(cells), widths=widths), 156)
    assert sum(found) == pytest.approx(156)
    assert min(found) > 0
