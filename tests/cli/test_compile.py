"""Tests of `paitou compile`."""

import json
import sys
from pathlib import Path

import pytest

TEXT = "某市行动方案\n\n(2023—2025年)\n\n一、目标\n\n到2025年,经济总量达到1万亿元以上。\n"


@pytest.fixture
def folder(tmp_path):
    """Three documents, the middle one of which is no text."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.pdf").write_bytes(b"\x00\x01 no pdf")
    (tmp_path / "c.txt").write_text(TEXT.replace("1万亿", "2万亿"), "utf-8")
    return tmp_path


def test_one_file_gives_one_line_of_json(run, kunming_file):
    result = run("compile", kunming_file, "--format", "json")
    record = json.loads(result.out)
    text = kunming_file.read_text("utf-8")
    assert (result.out.count("\n"), result.err) == (1, "")
    assert record["document"]["characters"] == len(text)
    first = record["statements"][0]
    assert text[first["start"] : first["end"]].replace("\n", "") == first["quote"]


def test_the_table_is_for_people(run, tmp_path):
    (tmp_path / "plan.txt").write_text(TEXT, "utf-8")
    said = run("compile", tmp_path / "plan.txt").out
    assert "经济总量" in said
    assert "≥1万亿元" in said
    assert "到2025年" in said


def test_the_workbook_holds_everything(run, tmp_path, kunming_file):
    from paitou.tables import read_table

    out = tmp_path / "plan.xlsx"
    assert run("compile", kunming_file, "--format", "xlsx", "-o", out).out == ""
    sheet = read_table(out)
    assert sheet.name == "量化目标"
    assert sheet.height > 50
    assert out.stat().st_size > 10_000


def test_a_workbook_needs_a_file(run, kunming_file):
    result = run("compile", kunming_file, "--format", "xlsx")
    assert result.status == 2
    assert "-o" in result.err


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_gives_a_line_each_and_says_what_it_could_not_read(run, folder, jobs):
    result = run("compile", folder, "--format", "json", "--jobs", jobs)
    files = [json.loads(line)["document"]["file"] for line in result.out.splitlines()]
    assert result.status == 2
    assert [Path(name).name for name in files] == ["a.txt", "c.txt"]
    assert result.err.count("\n") == 1
    assert "b.pdf" in result.err


def test_the_lines_do_not_depend_on_the_number_of_processes(run, folder):
    (folder / "b.pdf").unlink()
    one, two = (run("compile", folder, "--format", "json", "--jobs", n) for n in (1, 2))
    assert one == two
    assert one.status == 0


def test_an_unreadable_file_alone_is_one_sentence(run, tmp_path):
    result = run("compile", tmp_path / "no.txt")
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)
    assert "no.txt" in result.err


def test_an_error_in_the_text_gives_status_1(run, monkeypatch, tmp_path):
    from attrs import evolve

    import paitou.compile
    from paitou.model import Issue

    wrong = Issue(code="x-y", level="error", message="某处不对", remedy="请改正")
    plain = paitou.compile.compile_document
    monkeypatch.setattr(
        paitou.compile, "compile_document", lambda d: evolve(plain(d), issues=(wrong,))
    )
    (tmp_path / "plan.txt").write_text(TEXT, "utf-8")
    result = run("compile", tmp_path / "plan.txt")
    assert result.status == 1
    assert "错误 某处不对 → 请改正（x-y）" in result.out


def test_the_progress_is_shown_on_a_terminal_only(run, folder, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert "编译" in run("compile", folder, "--format", "json").err
