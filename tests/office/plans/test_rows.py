"""Rows of the tables."""

from __future__ import annotations

from attrs import evolve

from paitou.model import OrgRole, Responsibility
from paitou.office.plans.marks import marks_of
from paitou.office.plans.rows import (
    commitment_rows,
    commitments_told,
    statement_rows,
    statements_told,
)


def test_a_statement_fills_its_row(book, plan):
    row = statement_rows(book, marks_of(plan))[1]
    assert (row.sign, row.value, row.unit, row.strength) == ("≥", "3.5", "亿吨", "力争")
    assert (row.when, row.measure, row.orgs) == ("到2025年", "水平值", "")


def test_rows_are_in_the_order_of_their_numbers(book, plan):
    rows = statement_rows(book, reversed(marks_of(plan)))
    assert [row.mark.number for row in rows] == list(range(1, 8))


def test_the_answer_tells_what_is_left_to_do(book, plan):
    named = (Responsibility(role=OrgRole.LEAD, org="市港口局"),)
    some = evolve(plan.statements[0], responsible=named)
    plan = evolve(plan, statements=(some, *plan.statements[1:]))
    rows = statement_rows(evolve(book, plan=plan), marks_of(plan))
    assert statements_told(rows, "") == "7项量化目标，其中1项为力争；6项尚未落实责任单位。"
    assert statements_told(rows[:1], "2023年").endswith("；责任单位均已落实。")


def test_nothing_is_told_of_no_rows():
    assert commitments_told((), "") == "0项定性与专项任务。"


def test_a_commitment_fills_its_row(book, plan):
    row = commitment_rows(book, marks_of(plan))[2]
    assert (row.kind, row.nature) == ("定性目标", "创建获批")
