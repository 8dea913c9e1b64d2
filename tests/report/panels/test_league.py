import datetime as dt
from decimal import Decimal

import pytest

from paitou.report.contest.material import contest_material
from paitou.report.league import apart, group_names
from paitou.report.panels.league import gap_told, league_of

DAY = dt.date(2025, 11, 5)


@pytest.fixture(scope="session")
def played(yunze):
    return contest_material(yunze, DAY)


@pytest.fixture(scope="session")
def offices(yunze):
    return contest_material(yunze, DAY, rulebook="departments")


def test_groups_stand_in_the_order_of_the_rulebook(played):
    assert list(group_names(played.board).values()) == ["主城区", "县域", "开发区"]


def test_parts_and_extras_make_the_score(played):
    for group in group_names(played.board):
        for bar in league_of(played.board, group).bars:
            extras = played.board.of(bar.org).extras
            known = sum((one for one in bar.points if one is not None), Decimal(0))
            more = sum(float(one.points) for one in extras)
            assert abs(float(known) + more - float(bar.score)) < 0.04


def test_who_rose_and_fell_is_told(played):
    moves = {
        bar.org: bar.movement
        for bar in league_of(played.board, "county", played.before).bars
    }
    assert moves["棠屏县"] == 1
    assert league_of(played.board, "county").bars[0].movement is None


def test_an_organisation_stands_among_its_neighbours(played):
    bars = league_of(played.board, "urban", around="东溪区").bars
    assert [bar.org for bar in bars] == ["墨泉区", "东溪区", "霁川区"]
    assert len(league_of(played.board, "urban", most=2).bars) == 2


def test_shared_out_marks_are_measured_by_themselves(offices):
    league = league_of(offices.board, offices.board.scores[0].group)
    odd = next(bar for bar in league.bars if bar.fulls)
    known = [
        full for full, one in zip(odd.fulls, odd.points, strict=True) if one is not None
    ]
    assert sum(known) == 100
    assert "缺数的分项不计" in league.note


def test_the_distance_is_by_printed_scores(played):
    first, second, *_ = played.board.group("urban")
    difference = first.score - second.score
    assert apart(played.board, first) == f"领先{difference}"
    assert apart(played.board, second) == f"差{difference}"


def test_the_first_has_no_gap(played):
    first = played.board.group("urban")[0]
    assert gap_told(played.board, first.org) == f"{first.org}在主城区排第1名。"
    assert gap_told(played.board, "没有这个单位") == ""
