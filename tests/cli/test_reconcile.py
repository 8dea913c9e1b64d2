"""Tests of `paitou reconcile`: its forms, its faults and its exit status."""

import json

import pytest

REPORT = "政府工作报告\n\n——{0}年1月15日在云山市第五届人民代表大会第四次会议上\n\n{1}\n"
PLANNED = """一、2023年工作回顾

各项工作稳步推进。

二、2024年工作安排

粮食产量120万吨，改造老旧小区50个。
"""
TOLD = "一、2024年工作回顾\n\n粮食产量118万吨。\n\n二、2025年工作安排\n\n做好各项工作。"


@pytest.fixture
def reports(tmp_path):
    made = {2024: PLANNED, 2025: TOLD}
    for year, text in made.items():
        (tmp_path / f"{year}.txt").write_text(REPORT.format(year, text), "utf-8")
    return tmp_path / "2024.txt", tmp_path / "2025.txt"


def test_the_json_has_both_statements(run, reports):
    result = run("reconcile", *reports, "--format", "json")
    record = json.loads(result.out)
    assert (result.status, result.err) == (0, "")
    assert record["counts"] == {"met": 0, "close": 1, "missed": 0, "unknown": 1}
    assert record["pairs"][0]["outcome"]["quote"] == "粮食产量118万吨"


def test_the_table_answers_first(run, reports):
    out = run("reconcile", *reports).out
    assert out.splitlines()[1].endswith("基本达到1项、后续报告未提及1项。")
    assert "◐ 基本达到  粮食产量120万吨" in out


def test_a_workbook_needs_a_file(run, reports, tmp_path):
    refused = run("reconcile", *reports, "--format", "xlsx")
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    path = tmp_path / "对照表.xlsx"
    assert run("reconcile", *reports, "--format", "xlsx", "-o", path).status == 0
    assert path.read_bytes().startswith(b"PK")


def test_the_wrong_order_is_told(run, reports):
    result = run("reconcile", *reversed(reports), "--format", "json")
    assert result.status == 1
    assert "早于" in result.err
    assert json.loads(result.out)["issues"][0]["code"] == "reconcile-no-targets"


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(run, reports, tmp_path):
    (tmp_path / "empty.txt").write_text("", "utf-8")
    for bad in (tmp_path / "empty.txt", tmp_path / "no.txt", tmp_path):
        result = run("reconcile", reports[0], bad)
        assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
