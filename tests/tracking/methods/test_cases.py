import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import UnreadableFile
from paitou.tables import Sheet
from paitou.tracking.methods import (
    CASE_COLUMNS,
    METHODS,
    Assessment,
    Case,
    Direction,
    Goal,
    Series,
    Thresholds,
    cases_of,
    read_cases,
    write_answers,
)

HEAD = ",".join(CASE_COLUMNS)


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "cases.csv"
    path.write_bytes(text.encode(encoding))
    return read_cases(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_full_row(tmp_path, encoding):
    row = "甲,2015:14.5;2016:12.8,negative,7.25,2015,2030,0,high=0.01;med=0.004;low=0"
    cases, issues = read(tmp_path, f"{HEAD}\r\n{row}\r\n\r\n", encoding)
    goal = Goal(
        direction=Direction.NEGATIVE,
        target=7.25,
        base_year=2015,
        target_year=2030,
        limit=0,
        thresholds=Thresholds(high=0.01, med=0.004, low=0),
    )
    series = Series(((2015, 14.5), (2016, 12.8)))
    assert (cases, issues) == ((Case(case_id="甲", series=series, goal=goal),), ())


def test_points_outnumber_the_columns(tmp_path):
    points = ";".join(f"{year}:{year / 7}" for year in range(1990, 2021))
    cases, _ = read(tmp_path, f"case_id,series\na,{points}\nb,{points}\n")
    assert [len(case.series.points) for case in cases] == [31, 31]


def test_other_columns_and_lacking_ones_do_not_matter(tmp_path):
    cases, issues = read(tmp_path, "series,注,case_id\n2015:1;2016:;2017:2.5e1,x,a\n")
    assert cases == (Case(case_id="a", series=Series(((2015, 1), (2017, 25)))),)
    assert issues == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a,2015=1", "不是“年份:数值”"),
        ("a,2015:1_0", "不是数"),
        ("a,2015:约三成", "不是数"),
        ("a,二〇一五:1", "不是年份"),
        ("a,20155:1", "不是年份"),
        ("a,2015:1,up", "不是 positive 或 negative"),
        ("a,2015:1,,七", "target“七”不是数"),
        ("a,2015:1,,,2015.5", "不是年份"),
        ("a,2015:1,,,,,,high=1;high=2", "各写一次"),
        ("a,2015:1,,,,,,top=1", "各写一次"),
        ("a,2015:1,,,,,,high", "不是数"),
        ("a,2015:1,,,,,,,2016:2", "格数比表头多"),
    ],
)
def test_a_broken_row_is_answered_and_told(tmp_path, row, reason):
    cases, (issue,) = read(tmp_path, f"{HEAD}\n{row}\n好,2015:1;2016:2\n")
    assert [case.case_id for case in cases] == ["a", "好"]
    assert (issue.code, issue.where) == ("case-unreadable", "cases.csv 第2行")
    assert reason in issue.message
    for method in METHODS.values():
        assert cases[0].judge(method).status == "not_assessable"


def test_rows_that_cannot_be_told_apart(tmp_path):
    _, issues = read(tmp_path, "case_id,series\na,2015:1\na,2015:2\n,2015:3\n")
    assert [(issue.code, issue.where) for issue in issues] == [
        ("case-unnamed", "cases.csv 第3行"),
        ("case-unnamed", "cases.csv 第4行"),
    ]


def test_numbers_that_are_none_are_answers_and_no_faults(tmp_path):
    cases, issues = read(tmp_path, "case_id,series\na,2015:nan;2016:1\nb,2015:1e999\n")
    assert issues == ()
    for case in cases:
        assert case.judge(METHODS["open-sdg"]).status == "not_assessable"


@pytest.mark.parametrize("text", ["", "case_id\na\n", "a,2015:1\n", "\x00\x01"])
def test_a_file_that_holds_no_cases_is_refused(tmp_path, text):
    with pytest.raises(UnreadableFile):
        read(tmp_path, text)


def test_a_workbook_is_refused(tmp_path):
    path = tmp_path / "cases.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more")
    with pytest.raises(UnreadableFile, match="CSV"):
        read_cases(path)


@given(st.lists(st.lists(st.text(max_size=12), max_size=9), max_size=4))
def test_no_row_raises(rows):
    head = (CASE_COLUMNS, *map(tuple, rows))
    cases, _ = cases_of(Sheet(file="a.csv", rows=head))
    write_answers((case, case.judge(METHODS["open-sdg"])) for case in cases)


@given(st.floats(allow_nan=False), st.none() | st.floats(allow_nan=False))
def test_answers_read_back_equal(value, score):
    said = Assessment(status="ahead", why="。", value=value, score=score)
    text = write_answers([(Case(case_id='甲,"乙'), said)])
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["case_id"], row["status"]) == ('甲,"乙', "ahead")
    assert float(row["progress_value"]) == value
    assert (float(row["score"]) if row["score"] else None) == score
