"""Tests of `paitou track`, and of the record and the table of standings."""

import json

import pytest

from paitou.tables import read_table

KEYS = {
    "statement", "org", "verdict", "why_unknown", "inferred", "value", "period",
    "required", "share", "pace_pp", "method", "figures", "reason",
}  # fmt: skip
DAY = ("--as-of", "2026-11-23")


@pytest.fixture
def kunming(kunming_file):
    return kunming_file.parent


def test_the_record_has_every_key_of_the_contract(run, kunming):
    result = run("track", kunming, *DAY, "--format", "json")
    record = json.loads(result.out)
    assert result.status == 0
    assert all(set(standing) >= KEYS for standing in record["standings"])
    urban = next(s for s in record["standings"] if s["value"] == "83.54")
    assert (urban["verdict"], urban["required"], urban["period"]) == ("met", "82", "2024")


def test_numbers_are_decimal_strings_and_shares_numbers(run, kunming):
    record = json.loads(run("track", kunming, *DAY, "--format", "json").out)
    values = [s["value"] for s in record["standings"] if s["value"] is not None]
    assert all(isinstance(value, str) and "E" not in value for value in values)
    shares = [s["share"] for s in record["standings"] if s["share"] is not None]
    assert all(isinstance(share, float) for share in shares)


def test_the_same_day_gives_the_same_bytes(run, kunming):
    first = run("track", kunming, *DAY, "--format", "json").out
    assert run("track", kunming, *DAY, "--format", "json").out == first


def test_the_table_begins_with_a_sentence_of_counts(run, kunming):
    result = run("track", kunming, *DAY)
    assert "按2026年11月23日已知数据，97项目标中，已达到7项" in result.out.splitlines()[0]
    assert "figure-vintages-disagree" in result.err


def test_an_earlier_day_knows_less(run, kunming):
    result = run("track", kunming, "--as-of", "2023-12-01", "--format", "json")
    assert "met" not in {s["verdict"] for s in json.loads(result.out)["standings"]}


def test_the_workbook_holds_standings_and_figures(run, kunming, tmp_path):
    out = tmp_path / "进展.xlsx"
    assert run("track", kunming, *DAY, "--format", "xlsx", "-o", out).status == 0
    sheet = read_table(out, "目标进展")
    words = {cell.text for row in range(sheet.height) for cell in sheet.cells(row)}
    assert "● 已达到" in words
    assert read_table(out, "所据数据").height > 10


def test_bare_series(run, tmp_path):
    path = tmp_path / "cases.csv"
    path.write_text(
        "case_id,series,direction,target,base_year,target_year,limit,progress_thresholds\n"
        "poverty,2015:14.5;2019:10.1,negative,7.25,,,,\n",
        "utf-8",
    )
    result = run("track", "--series", path, "--method", "open-sdg", "--format", "csv")
    assert result.status == 0
    assert result.out.splitlines()[1].startswith("poverty,1.91409222175")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "请给出工作文件夹"),
        (("没有这个文件夹",), "不存在"),
        ((".", "--format", "csv"), "只用于 --series"),
        ((".", "--series", "x.csv"), "只能给一个"),
        (("--series", "没有.csv"), "没有.csv"),
    ],
)
def test_wrong_calls_get_one_sentence(run, words, said):
    result = run("track", *words)
    assert result.status == 2
    assert said in result.err
    assert "Traceback" not in result.err


def test_a_folder_without_figures_is_all_unknown(run, kunming_file, tmp_path):
    run("new", tmp_path / "book", "--plan", kunming_file)
    record = json.loads(run("track", tmp_path / "book", *DAY, "--format", "json").out)
    assert {s["why_unknown"] for s in record["standings"]} == {"not_published"}


@pytest.fixture
def yunze(kunming):
    return kunming.parent / "yunze-2024"


def test_milestones_stand_beside_the_standings(run, yunze):
    record = json.loads(
        run("track", yunze, "--as-of", "2025-11-05", "--format", "json").out
    )
    assert record["simulated"] is True
    late = next(node for node in record["milestones"] if node["status"] == "late")
    assert (late["org"], late["done"], late["days"]) == ("云泽产业新区", "2025-07-15", 15)
    assert len(record["milestones"]) == 8


def test_the_table_ends_with_the_milestones_that_press(run, yunze):
    lines = run("track", yunze, "--as-of", "2025-11-05").out.splitlines()
    assert lines[0] == "模拟数据"
    assert lines[-5].startswith("8个节点中，1个逾期未完成，1个30天内到期")
    assert "市住房城乡建设局" in lines[-3]
    assert lines[-3].endswith("逾期未完成，已逾期36天")


def test_without_milestones_there_is_no_such_list(run, kunming):
    assert "节点" not in run("track", kunming, *DAY).out.splitlines()[-1]
    assert (
        json.loads(run("track", kunming, *DAY, "--format", "json").out)["milestones"] == []
    )


def test_made_up_data_says_so_when_shown(run, yunze, tmp_path):
    assert run("show", yunze).out.startswith("模拟数据\n")
    out = tmp_path / "方案.xlsx"
    run("show", yunze, "--format", "xlsx", "-o", out)
    sheet = read_table(out)
    words = [cell.text for row in range(4) for cell in sheet.cells(row)]
    assert "模拟数据" in words
