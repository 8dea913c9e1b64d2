"""Tests of `paitou import-breakdown`."""

import json

import pytest


@pytest.fixture
def folder(run, tmp_path, kunming_file):
    run("new", tmp_path / "book", "--plan", kunming_file)
    return tmp_path / "book"


@pytest.fixture
def first(run, folder):
    shown = json.loads(run("show", folder, "--format", "json").out)
    return shown["statements"][0]


@pytest.fixture
def sheet(tmp_path, first):
    path = tmp_path / "分解表.csv"
    head = "编号(勿改),目标任务(原文),主办,2024年目标值"
    path.write_text(f"{head}\n{first['id']},{first['quote']},市发展改革委,60\n", "utf-8")
    return path


def test_a_sheet_of_ours_that_nobody_filled_in_changes_nothing(run, folder, tmp_path):
    run("report", folder, "breakdown", "-o", tmp_path / "a.xlsx")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = run("import-breakdown", folder, tmp_path / "a.xlsx")
    assert (result.status, result.err) == (0, "")
    assert before == {path: path.read_bytes() for path in folder.iterdir()}


def test_an_own_sheet_is_taken_over_by_its_columns(run, folder, sheet, first, tmp_path):
    (tmp_path / "columns.toml").write_text('主办 = "牵头单位"\n', "utf-8")
    result = run("import-breakdown", folder, sheet, "--columns", tmp_path / "columns.toml")
    assert "review.toml：已写入" in result.out
    shown = json.loads(run("show", folder, "--format", "json").out)
    assert shown["statements"][0]["assignment"]["lead_org"] == "市发展改革委"
    quota = shown["quotas"][0]
    assert (quota["statement"], quota["period"], quota["value"]) == (
        first["id"],
        "2024",
        "60",
    )


def test_the_comments_of_the_files_stay(run, folder, sheet, tmp_path):
    before = (folder / "review.toml").read_text("utf-8")
    run("import-breakdown", folder, sheet)
    assert (folder / "review.toml").read_text("utf-8").startswith(before.rstrip())


def test_a_dry_run_writes_nothing(run, folder, sheet):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert "将写入" in run("import-breakdown", folder, sheet, "--dry-run").out
    assert before == {path: path.read_bytes() for path in folder.iterdir()}


def test_nothing_is_written_over_what_was_not_understood(run, folder, sheet):
    (folder / "breakdown.csv").write_text(
        "statement,org,period,value\nx,,不是年,1\n", "utf-8"
    )
    result = run("import-breakdown", folder, sheet)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert "breakdown.csv" in result.err


def test_a_row_that_fits_nothing_is_told_with_its_place(run, folder, tmp_path):
    sheet = tmp_path / "分解表.csv"
    sheet.write_text("目标任务(原文),牵头单位\n方案里没有的一句话,市水务局\n", "utf-8")
    result = run("import-breakdown", folder, sheet)
    assert result.status in (0, 1)
    assert "第2行" in result.err
    assert "没有变化" in result.out


def test_a_sheet_that_is_not_there_is_one_sentence(run, folder, tmp_path):
    result = run("import-breakdown", folder, tmp_path / "no.xlsx")
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
