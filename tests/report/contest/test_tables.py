"""Tests of the tables of a 竞赛通报."""

import datetime as dt
from decimal import Decimal

import pytest

from contest.scoring.made import event, field, group, item, org, rules
from paitou.contest.scoring import score
from paitou.model import Extra, Period
from paitou.report.contest.material import Material
from paitou.report.contest.tables import extra_table, item_table, rank_table

NAMES = ("甲区", "乙区", "丙区", "丁区", "戊区", "己区", "庚区")


@pytest.fixture
def material(yunze):
    def make(values, *items, extras=(), events=None):
        given = events or {}
        everybody = (
            org(name, "a", given.get(name, []), {}, **known)
            for name, known in zip(NAMES, values, strict=False)
        )
        rulebook = rules(*items, groups=(group("a"),), extras=extras)
        board = score(rulebook, field(*everybody))
        period = Period.parse("2025Q3")
        day = dt.date(2025, 11, 5)
        return Material(book=yunze, board=board, period=period, as_of=day)

    return make


def ends(table):
    return [row.cells for row in table.rows if not row.is_band]


def test_first_and_last_three_name_nobody_twice(material):
    values = [{"a": {"value": n}} for n in (7, 6, 5, 4, 3, 2, 1)]
    ((_, first, last),) = ends(item_table(material(values, item("a", 10, "minmax"))))
    assert [word.split("（")[0] for word in first.split("、")] == ["甲区", "乙区", "丙区"]
    assert [word.split("（")[0] for word in last.split("、")] == ["庚区", "己区", "戊区"]


def test_two_are_first_and_last(material):
    values = [{"a": {"value": n}} for n in (2, 1)]
    ((_, first, last),) = ends(item_table(material(values, item("a", 10, "minmax"))))
    assert (first, last) == ("甲区（10.00）", "乙区（0.00）")


def test_equals_stay_together_and_all_equal_is_said(material):
    values = [{"a": {"value": n}} for n in (5, 5, 5, 5, 1)]
    ((_, first, last),) = ends(item_table(material(values, item("a", 10, "minmax"))))
    assert first.count("、") == 3
    assert last == "戊区（0.00）"
    same = [{"a": {"value": 5}} for _ in range(3)]
    ((_, first, last),) = ends(item_table(material(same, item("a", 10, "minmax"))))
    assert (first, last) == ("3家得分相同（10.00）", "—")


def test_points_by_a_rule_for_what_is_missing_are_not_named(material):
    values = [{"a": {"value": 5}}, {"a": {"value": None}}]
    ((_, first, last),) = ends(item_table(material(values, item("a", 10, "minmax"))))
    assert (first, last) == ("甲区（10.00）", "—")
    nobody = [{"a": {"value": None}}, {"a": {"value": None}}]
    ((_, first, _),) = ends(item_table(material(nobody, item("a", 10, "minmax"))))
    assert first == "本组没有一家有数据"


def test_the_gap_is_to_the_place_before(material):
    values = [{"a": {"value": n}} for n in (4, 2, 1)]
    found = material(values, item("a", 10, "minmax"))
    rows = rank_table(found, found.groups[0][2]).rows
    assert [row.cells[3] for row in rows] == ["—", "−6.67", "−3.33"]


def test_extras_tell_why_they_were_cut(material):
    prize = Extra(id="prize", name="创新奖", cap=Decimal(1))
    given = {"甲区": [event("甲区", "创新奖", "1.5")]}
    values = [{"a": {"value": 1}}]
    items = (item("a", 10, "minmax"),)
    table = extra_table(material(values, *items, extras=(prize,), events=given))
    ((org_, kind, points, why, paper),) = (row.cells for row in table.rows)
    assert (org_, kind, points) == ("甲区", "创新奖", "+1.00")
    assert "最多1分，只计1分" in why
    assert paper == "没有写明"
    assert extra_table(material(values, *items)) is None
