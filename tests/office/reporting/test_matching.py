import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Period
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.matching import match, pasted_sheet, told

ONE = Ask(
    key="n1",
    name="工业总产值",
    indicator_id="a",
    org="A",
    org_name="甲区",
    period=Period.parse("2026Q1"),
    unit="亿元",
)
TWO = evolve(ONE, key="n2", name="新增就业")
THREE = evolve(ONE, key="n3", org="B", org_name="乙区")
ASKS = (ONE, TWO, THREE)


def matched(text, asks=ASKS):
    found = match(pasted_sheet(text), asks)
    return {key: typed.text for key, typed in found.typed.items()}, told(found.issues)


def test_rows_are_found_by_their_number_in_any_order():
    text = "编号\t填报值\t备注\nn2\t5\t含兼职\nn1\t7\t"
    assert matched(text) == ({"n2": "5", "n1": "7"}, ())


def test_rows_are_found_by_name_and_place():
    text = "指标\t地区（单位）\t填报值\n工业总产值\t乙区\t5\n新增就业\t\t6"
    assert matched(text) == ({"n3": "5", "n2": "6"}, ())


def test_names_that_stand_twice_need_their_place():
    values, issues = matched("指标\t填报值\n工业总产值\t5\n新增就业\t6")
    assert values == {"n2": "6"}
    assert issues == (
        "粘贴的内容 A2格：“工业总产值”有几行，要写明地区，"
        "不要改动编号和指标两列；多出来的行请删去。",
    )


def test_a_column_is_taken_in_order_with_its_gaps():
    assert matched("1\n\n3") == ({"n1": "1", "n3": "3"}, ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\n2", "粘贴了2行，表里有3行"),
        ("1\t2\t3\n4\t5\t6", "认不出各列"),
        ("编号\t填报值\nn9\t5", "A2格：编号“n9”不在这张表里"),
        ("编号\t填报值\nn1\t5\nn1\t6", "B3格：“工业总产值”写了两行"),
        ("编号\t指标\nn1\t工业总产值", "没有“填报值”这一列"),
        ("编号\t填报值\nn1\t" + "5" * 61, "B2格：内容太长"),
    ],
)
def test_what_does_not_fit_is_told_with_its_cell(text, words):
    _, issues = matched(text)
    assert words in issues[0]


def test_good_rows_are_taken_beside_bad_ones():
    values, issues = matched("编号\t填报值\nn9\t5\nn2\t6")
    assert values == {"n2": "6"}
    assert len(issues) == 1


@given(st.text(max_size=200))
def test_whatever_is_pasted_is_taken_or_told(text):
    found = match(pasted_sheet(text), ASKS)
    assert set(found.typed) <= {ask.key for ask in ASKS}
