"""Tests of `paitou score`."""

import json
from fractions import Fraction

import pytest

from paitou.cli.rank_ranges import tiers_of

RULES = """\
id = "t"
title = "某市竞赛"
source = "某府办〔2024〕1号"
missing = "zero"
flat = "full"
small_group = "allow"

[ties]
tolerance = 0

[[item]]
id = "gdp"
name = "地区生产总值增速"
unit = "%"
weight = 60
formula = "efficacy"

[[item]]
id = "funds"
name = "到位资金"
unit = "亿元"
weight = 40
formula = "ratio"
cap = 1
"""
DATA = """\
单位,地区生产总值增速,到位资金,到位资金目标
甲区,8.2,10,20
乙区,3.1,20,20
丙区,9.4,/,20
"""
KEYS = {"org", "group", "score", "rank", "class", "points", "analysis"}
POINT_KEYS = {"indicator", "value", "points", "max", "how"}
YUNZE = ("--period", "2025Q2", "--as-of", "2025-08-10")


@pytest.fixture
def files(tmp_path):
    rules, data = tmp_path / "办法.toml", tmp_path / "数据.csv"
    rules.write_text(RULES, "utf-8")
    data.write_text(DATA, "utf-8")
    return rules, data


@pytest.fixture
def yunze(kunming_file):
    return kunming_file.parents[1] / "yunze-2024"


def record(result):
    return json.loads(result.out)


def test_the_record_has_every_key_of_the_contract(run, files):
    result = run("score", *files, "--format", "json")
    found = record(result)
    assert (result.status, len(found["rulebook_sha256"])) == (0, 64)
    assert [s["org"] for s in found["scores"]] == ["乙区", "甲区", "丙区"]
    for score in found["scores"]:
        assert set(score) >= KEYS
        assert set(score["analysis"]) == {"rank_low", "rank_high", "tier"}
        assert all(set(points) >= POINT_KEYS for points in score["points"])


def test_numbers_are_decimal_strings_and_how_is_a_sum(run, files):
    second = record(run("score", *files, "--format", "json"))["scores"][1]
    gdp, funds = second["points"]
    assert (second["score"], second["rank"]) == ("75.43", 2)
    assert (gdp["value"], gdp["max"]) == ("8.2", "60")
    assert gdp["how"] == "60＋40×（8.2−3.1）÷（9.4−3.1）＝92.38；60分×92.38%＝55.43分"
    assert funds["points"] == "20"
    exact = sum(Fraction(points["exact"]) for points in second["points"])
    assert exact == Fraction(second["exact"])


def test_what_cannot_be_assessed_is_an_answer(run, files):
    result = run("score", *files, "--format", "json")
    last = record(result)["scores"][-1]
    assert last["points"][1]["value"] is None
    assert last["points"][1]["how"] == "缺数（表中写“/”），记零分，得0分"
    assert result.status == 0


def test_a_cell_that_is_no_number_is_a_fault(run, files):
    rules, data = files
    data.write_text(DATA.replace("10,20", "十来个,20"), "utf-8")
    result = run("score", rules, data)
    assert result.status == 1
    assert "数据.csv 第2行“到位资金”：“十来个”不是数" in result.err


def test_the_table_has_a_row_for_each(run, files):
    lines = run("score", *files).out.splitlines()
    assert lines[0] == "某市竞赛"
    assert any(line.split() == ["2", "甲区", "75.43", "55.43", "20"] for line in lines)
    assert any(line.split() == ["3", "丙区", "60.00", "60", "0*"] for line in lines)


def test_a_preset_is_called_by_its_id(run, tmp_path):
    data = tmp_path / "企业.csv"
    data.write_text("企业,亩均税收\n甲公司,24.097\n", "utf-8")
    found = record(run("score", "linhai-2014", data, "--format", "json"))
    assert found["rulebook"]["source"].startswith("临海市")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("没有", "x.csv"), "没有“没有”这个考核办法，可以写 .toml 文件，或：anqing-2023"),
     (("没有.toml", "x.csv"), "没有“没有.toml”这个考核办法文件"),
     (("linhai-2014", "没有.csv"), "打不开“没有.csv”"),
     (("linhai-2014", "没有.csv", "--period", "某季"), "--period “某季”不是年、季、月"),
     (("linhai-2014", "没有.csv", "--as-of", "2024-01-01"), "--as-of 只用于工作文件夹"),
     (("linhai-2014", "x.csv", "--format", "xlsx"), "要用 -o 给出文件名")],
)  # fmt: skip
def test_a_wrong_call_is_one_sentence(run, arguments, words):
    result = run("score", *arguments)
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert len(result.err.splitlines()) == 1


def test_a_rulebook_without_items_is_refused(run, files):
    rules, data = files
    rules.write_text('title = "空"\nsource = "无"\n', "utf-8")
    result = run("score", rules, data)
    assert result.status == 2
    assert "没有可用的指标" in result.err


def test_a_folder_is_scored_as_known_on_a_day(run, yunze):
    result = run("score", "quarterly", yunze, *YUNZE, "--format", "json")
    found = record(result)
    assert (found["period"], found["simulated"]) == ("2025Q2", True)
    assert {s["group"] for s in found["scores"]} == {"urban", "county", "zone"}
    ranges = [s["analysis"] for s in found["scores"]]
    assert all(r["rank_low"] <= r["rank_high"] and r["tier"] for r in ranges)
    assert run("score", "quarterly", yunze, *YUNZE, "--format", "json").out == result.out


def test_a_folder_shows_its_lists_and_that_it_is_made_up(run, yunze):
    lines = run("score", "quarterly", yunze, *YUNZE).out.splitlines()
    assert lines[0] == "模拟数据"
    assert any(line.startswith("先进：") for line in lines)
    assert any("较上期" in line for line in lines)


def test_the_workbook_is_the_score_sheet(run, files, tmp_path):
    from paitou.tables import sheet_names

    out = tmp_path / "得分.xlsx"
    assert run("score", *files, "--format", "xlsx", "-o", out).status == 0
    assert sheet_names(out)[0] == "得分表"


def test_ranges_that_overlap_one_after_another_are_a_tier():
    assert tiers_of([(1, 2), (2, 3), (4, 4), (3, 3)]) == [1, 1, 2, 1]
    assert tiers_of([(1, 1), (2, 2)]) == [1, 2]


def test_without_numpy_there_is_no_analysis(run, files, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "paitou.contest.methods", None)
    found = record(run("score", *files, "--format", "json"))
    assert found["scores"][0]["analysis"] == {
        "rank_low": None, "rank_high": None, "tier": None,
    }  # fmt: skip


def test_python_gives_the_same_scoreboard(files, yunze):
    from paitou import load, score_contest
    from paitou.model import Period

    board = score_contest(*files)
    assert [str(s.score) for s in board.scores] == ["76.00", "75.43", "60.00"]
    book = load(yunze)
    one = score_contest("quarterly", book, period=Period.parse("2025Q2"))
    assert one.scores == score_contest("quarterly", yunze, period=one.period).scores
