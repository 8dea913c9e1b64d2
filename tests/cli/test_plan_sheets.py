"""Tests of the workbook of compiled plans."""

import pytest

from paitou.cli.plan_sheets import plans_workbook
from paitou.tables import read_table


@pytest.fixture(scope="module")
def workbook(tmp_path_factory, kunming_plan):
    path = tmp_path_factory.mktemp("sheets") / "plan.xlsx"
    path.write_bytes(plans_workbook([kunming_plan, kunming_plan]))
    return path


@pytest.mark.parametrize(
    ("sheet", "items"),
    [
        ("量化目标", "statements"),
        ("定性与专项任务", "commitments"),
        ("全部数字", "mentions"),
        ("问题", "issues"),
    ],
)
def test_every_item_of_every_plan_has_a_row(workbook, kunming_plan, sheet, items):
    expected = 2 * len(getattr(kunming_plan, items))
    rows = read_table(workbook, sheet=sheet)
    assert rows.height == 3 + expected  # title, count, head


def test_values_are_numbers_and_keep_their_unit(workbook, kunming_plan):
    sheet = read_table(workbook, sheet="量化目标")
    head = [cell.text for cell in sheet.cells(2)]
    row = dict(zip(head, sheet.cells(3), strict=True))
    first = kunming_plan.statements[0]
    assert row["数值"].value == first.value
    assert row["单位"].text == first.unit.text
    assert row["原文"].text == first.quote


def test_the_same_plans_give_the_same_bytes(kunming_plan):
    assert plans_workbook([kunming_plan]) == plans_workbook([kunming_plan])
