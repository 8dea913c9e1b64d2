from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.review import parse_toml

GOOD = """\
# 说明
title = "甲"

# 关于乙
[statement.b]
verdict = "confirm"
value = 9.80

[[add]]
quote = "丙"
[[add]]
quote = "丁"
"""


def test_tables_lines_and_exact_numbers():
    toml = parse_toml(GOOD)
    assert not toml.faults
    assert toml.data["statement"]["b"]["value"] == Decimal("9.80")
    assert toml.line(("statement", "b")) == 5
    assert toml.line(("statement", "b"), 0, "value") == 7
    assert toml.line(("add",), 1, "quote") == 12


def test_blocks_join_to_the_text_and_take_their_comments():
    toml = parse_toml(GOOD)
    assert "\n".join(block.text for block in toml.blocks) == GOOD
    assert toml.blocks[1].text.startswith("# 关于乙\n[statement.b]")


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("note = “好”", "中文引号"),
        ("note ＝ '好'", "全角等号"),
        ('note = "好', "引号没有配对"),
        ("note", "缺少等号"),
        ("note = 好", "不是 TOML 的值"),
        ("牵头 = 1", ""),
        ("x = [[[", ""),
    ],
)
def test_one_slip_costs_one_table_only(line, trouble):
    toml = parse_toml(f"[task.a]\nx = 1\n[task.b]\ny = 2\n{line}\n[task.c]\nz = 3\n")
    assert toml.data == {"task": {"a": {"x": 1}, "c": {"z": 3}}}
    assert toml.faults[0].line in (5, 6)
    assert trouble in toml.faults[0].trouble


def test_a_repeated_table_is_told_and_the_first_stays():
    toml = parse_toml("[task.a]\nx = 1\n[task.b]\ny=1\n[task.a]\nx = 2\n")
    assert toml.data["task"] == {"a": {"x": 1}, "b": {"y": 1}}
    assert [(f.line, f.is_duplicate) for f in toml.faults] == [(5, True)]


def test_a_repeated_key_is_told():
    toml = parse_toml("[task.a]\nx = 1\nx = 2\n[task.b]\ny = 1\n")
    assert toml.data == {"task": {"b": {"y": 1}}}
    assert [(f.line, f.is_duplicate) for f in toml.faults] == [(3, True)]


def test_tables_inside_tables_survive_a_slip_elsewhere():
    toml = parse_toml(
        "[[add]]\nq = 1\n[add.when]\nend = 2025\n[task.a\nx = 1\n[task.b]\ny = 1"
    )
    assert toml.data["add"] == [{"q": 1, "when": {"end": 2025}}]
    assert toml.data["task"] == {"b": {"y": 1}}


def test_headers_inside_texts_are_no_headers():
    text = 'note = """\n[task.a]\n"""\n[task.b]\nx = 1\n'
    assert [block.path for block in parse_toml(text).blocks] == [(), ("task", "b")]


def test_huge_numbers_and_deep_nesting_are_faults():
    assert parse_toml("x = " + "9" * 5000).faults
    assert parse_toml("x = " + "[" * 100_000).faults


@given(st.text(max_size=200) | st.text(alphabet="[].\"=#a\n 'b1", max_size=80))
def test_never_raises(text):
    toml = parse_toml(text)
    assert isinstance(toml.data, dict)


@given(st.text(alphabet='[]."=#ab\n', max_size=60))
def test_whatever_tomllib_reads_is_read_without_a_fault(text):
    import tomllib

    try:
        data = tomllib.loads(text)
    except ValueError:
        assert parse_toml(text).faults
    else:
        assert parse_toml(text).data == data


def test_a_broken_part_does_not_move_the_lines_of_those_after_it():
    toml = parse_toml(
        '[[add]]\nquote = "甲"\n[[add]]\nquote = “乙”\n[[add]]\nquote = "丙"\n'
    )
    assert [row["quote"] for row in toml.data["add"]] == ["甲", "丙"]
    assert toml.line(("add",), 1, "quote") == 6


def test_a_key_of_thousands_of_parts_costs_its_block_only():
    found = parse_toml("a = 1\n[x]\n" + "a." * 5000 + "b = 1\n[y]\nb = 2\n")
    assert found.data == {"a": 1, "y": {"b": 2}}
    assert [(one.line, one.trouble) for one in found.faults] == [
        (3, "有一个键由几十段连成")
    ]


def test_a_text_with_many_dots_is_no_key():
    assert parse_toml('a = "' + "x." * 500 + '"\n').faults == ()
