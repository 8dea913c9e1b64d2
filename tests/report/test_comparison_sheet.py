import pytest

from paitou import reconcile
from paitou.report.comparison_sheet import (
    comparison_bytes,
    comparison_pages,
    summary_sentence,
    write_comparison,
)
from paitou.tables import read_table, sheet_names
from tracking.reconcile.reports import report


@pytest.fixture
def three():
    plan = report(2024, wanted="粮食产量120万吨，改造老旧小区50个。")
    later = report(2025, told="粮食产量121万吨。")
    return plan, later, reconcile(plan, later)


def test_the_table_and_the_page_of_silence(three, tmp_path):
    path = tmp_path / "对照表.xlsx"
    write_comparison(*three, path)
    assert sheet_names(path) == ("对照表", "后续报告未提及")
    sheet = read_table(path)
    assert sheet.cell(0, 0).text == "目标任务完成情况对照表"
    head = [cell.text for cell in sheet.cells(2)]
    assert head[:3] == ["序号", "目标(原文)", "章节"]
    row = [cell.text for cell in sheet.cells(4)]
    assert row[1] == "粮食产量120万吨"
    assert row[4:9] == ["120万吨", "粮食产量121万吨", "121万吨", "已达到", "高1万吨"]
    assert row[10] == "名称相同"


def test_the_summary_counts_in_a_sentence(three):
    told = summary_sentence(*three)
    assert told.endswith("逐项核对：已达到1项、后续报告未提及1项。")
    assert comparison_pages(*three)[0].rows[0].cells[0] == told


def test_equal_reconciliations_give_equal_bytes(three):
    assert comparison_bytes(*three) == comparison_bytes(*three)


def test_a_fault_stands_under_the_table():
    plan, later = (
        report(2025, wanted="粮食产量120万吨。"),
        report(2024, told="粮食产量1万吨。"),
    )
    (page, *_) = comparison_pages(plan, later, reconcile(plan, later))
    assert page.foot[0].startswith("错误：")
