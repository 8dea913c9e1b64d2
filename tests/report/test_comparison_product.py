"""Tests of the 对照表 of a book's plan and a later report."""

import pytest

from paitou.model import UsageError
from paitou.report.comparison_product import write_comparison_with
from paitou.tables import read_table


def test_a_later_report_is_needed(book, tmp_path):
    with pytest.raises(UsageError, match="--set later="):
        write_comparison_with(book, tmp_path / "a.xlsx")


def test_the_plan_is_held_against_the_report(book, tmp_path):
    report = tmp_path / "云山市2025年工作总结.txt"
    report.write_text(
        "云山市2026年政府工作报告\n\n2025年，工业增加值达到310亿元。\n", encoding="utf-8"
    )
    write_comparison_with(book, tmp_path / "a.xlsx", later=str(report))
    sheet = read_table(tmp_path / "a.xlsx")
    text = "".join(cell.text for row in range(sheet.height) for cell in sheet.cells(row))
    assert "310" in text
