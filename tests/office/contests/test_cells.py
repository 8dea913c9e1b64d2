"""The table of items and organisations."""

from __future__ import annotations

from attrs import evolve

from paitou.office.contests.cells import cell_table


def test_the_longer_side_goes_down(third):
    wide = cell_table(third.board, third.before, "port")
    assert (wide.corner, next(head.name for head, _ in wide.rows)) == ("指标", "货运量增速")
    scores = [s for s in third.board.scores if s.group == "port"]
    more = tuple(evolve(s, org=f"{s.org}{n}") for n in "一二" for s in scores)
    tall = cell_table(evolve(third.board, scores=more), None, "port")
    assert (tall.corner, len(tall.rows), len(tall.columns)) == ("单位", 6, 3)


def test_a_cell_has_points_value_rank_and_change(third):
    table = cell_table(third.board, third.before, "port")
    head, cells = table.rows[0]
    first = cells[0]
    assert head.note == "满分50，%"
    assert (first.org, first.points, first.value, first.rank) == (
        "东渡区",
        "43.33",
        "7",
        "2",
    )
    assert (first.change, first.movement.words) == ("−6.67", "下降1位")


def test_a_missing_figure_is_not_zero(third):
    _, cells = cell_table(third.board, third.before, "port").rows[2]
    (lacking,) = (cell for cell in cells if cell.org == "北澳区")
    assert (lacking.value, lacking.missing) == ("", "缺数，按本组最低得分率计")
