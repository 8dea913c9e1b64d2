"""Tests of `paitou report`."""

import pytest

from paitou.report.products import GROUP


@pytest.fixture
def folder(run, tmp_path, kunming_file):
    run("new", tmp_path / "book", "--plan", kunming_file)
    return tmp_path / "book"


def test_the_breakdown_sheet_is_written(run, folder, tmp_path):
    from paitou.tables import read_table

    out = tmp_path / "任务分解表.xlsx"
    result = run("report", folder, "breakdown", "-o", out)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert read_table(out).height > 100


def test_an_unknown_product_is_told_with_the_known_ones(run, folder, tmp_path):
    result = run("report", folder, "rhyme", "-o", tmp_path / "a.docx")
    assert result.status == 2
    assert "breakdown" in result.err
    assert "circular" in result.err
    assert GROUP == "paitou.products"


def test_a_product_needs_a_file(run, folder):
    result = run("report", folder, "breakdown")
    assert result.status == 2
    assert "--output" in result.err


@pytest.mark.parametrize("product", ["balance", "final", "leader", "circular"])
def test_the_papers_are_written(run, folder, tmp_path, product):
    out = tmp_path / f"{product}.docx"
    result = run("report", folder, product, "--as-of", "2026-11-05", "-o", out)
    assert (result.status, result.out, result.err) == (0, "", "")
    assert out.read_bytes()[:2] == b"PK"


def test_options_that_a_product_does_not_take_are_told(run, folder, tmp_path):
    out = tmp_path / "a.xlsx"
    result = run("report", folder, "breakdown", "--as-of", "2026-11-05", "-o", out)
    assert result.status == 2
    assert "用不上 --as-of" in result.err
    assert not out.exists()


def test_a_period_that_is_none_is_told(run, folder, tmp_path):
    out = tmp_path / "a.docx"
    result = run("report", folder, "circular", "--period", "三季度", "-o", out)
    assert result.status == 2
    assert "2025Q3" in result.err


def test_settings_reach_the_product(run, folder, tmp_path):
    result = run("report", folder, "comparison", "-o", tmp_path / "a.xlsx")
    assert "--set later=" in result.err
    later = tmp_path / "later.txt"
    later.write_text("2026年，地区生产总值达到1万亿元。", "utf-8")
    asked = ("--set", f"later={later}", "-o", tmp_path / "a.xlsx")
    assert run("report", folder, "comparison", *asked).err == ""
    assert (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize(
    ("setting", "words"), [("later", "名=值"), ("x=1", "可以写的有：later")]
)
def test_wrong_settings_are_told(run, folder, tmp_path, setting, words):
    out = tmp_path / "a.xlsx"
    result = run("report", folder, "comparison", "--set", setting, "-o", out)
    assert result.status == 2
    assert words in result.err


def test_a_wrong_ending_is_told(run, folder, tmp_path):
    result = run("report", folder, "leader", "-o", tmp_path / "a.xlsx")
    assert result.status == 2
    assert "只能写成 .docx、.pdf" in result.err
