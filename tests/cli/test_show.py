"""Tests of `paitou show`, and of the record and the table of a book."""

import json

import pytest

from paitou.cli.book_record import book_record, every_issue
from paitou.cli.book_table import book_table


@pytest.fixture
def folder(run, tmp_path, kunming_file):
    """A folder whose first statement is led by somebody and whose second is rejected."""
    run("new", tmp_path / "book", "--plan", kunming_file)
    shown = json.loads(run("show", tmp_path / "book", "--format", "json").out)
    first, second = (statement["id"] for statement in shown["statements"][:2])
    (tmp_path / "book" / "review.toml").write_text(
        f'[statement.{first}]\nlead_org = "市发展改革委"\n'
        f'[statement.{second}]\nverdict = "reject"\nnote = "不是目标"\n',
        "utf-8",
    )
    (tmp_path / "book" / "breakdown.csv").write_text(
        f"statement,org,period,value\n{first},五华区,2024,1\n", "utf-8"
    )
    return tmp_path / "book"


def test_the_record_is_the_reviewed_plan(run, folder):
    record = json.loads(run("show", folder, "--format", "json").out)
    compiled = json.loads(run("compile", folder / "plan.txt", "--format", "json").out)
    assert len(record["statements"]) == len(compiled["statements"]) - 1
    assert record["statements"][0]["assignment"]["lead_org"] == "市发展改革委"
    assert record["statements"][1]["assignment"]["lead_org"] is None
    assert record["quotas"][0]["value"] == "1"
    assert set(compiled) <= set(record)


def test_the_table_says_what_was_decided(run, folder):
    result = run("show", folder)
    assert result.out.startswith("工作文件夹 book：2项决定、1条分解")
    assert "常住人口" in result.out


def test_issues_are_told_once_each(folder):
    from paitou import load

    book = load(folder)
    issues = every_issue(book)
    assert len(issues) == len(set(issues))
    assert {issue.code for issue in book.issues} <= {issue.code for issue in issues}
    assert len(book_record(book)["issues"]) == len(issues)
    assert book_table(book).count("警告 ") == sum(i.level == "warning" for i in issues)


def test_a_folder_that_is_none_is_told(run, tmp_path):
    result = run("show", tmp_path / "no")
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)


def test_an_error_in_a_file_gives_status_1(run, folder):
    (folder / "review.toml").write_text("[statement.x\n", "utf-8")
    result = run("show", folder)
    assert result.status == 1
    assert "review.toml" in result.out


def test_the_workbook_is_written(run, folder, tmp_path):
    assert run("show", folder, "--format", "xlsx", "-o", tmp_path / "a.xlsx").out == ""
    assert (tmp_path / "a.xlsx").stat().st_size > 1000
