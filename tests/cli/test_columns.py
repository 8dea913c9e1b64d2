"""Tests of columns on a terminal."""

from paitou.cli.columns import aligned, clip, width


def test_a_chinese_character_takes_two_columns():
    assert width("经济") == 4
    assert width("GDP") == 3
    assert width("，") == 2
    assert width("e\u0301") == 1


def test_a_long_text_is_cut_with_a_mark():
    assert clip("经济总量", 8) == "经济总量"
    assert clip("经济总量", 7) == "经济总…"
    assert width(clip("经济总量", 6)) <= 6


def test_columns_stand_under_each_other():
    lines = aligned([("指标", "≥"), ("GDP", "1"), ("经济总量", "")])
    assert lines == ["指标      ≥", "GDP       1", "经济总量"]


def test_no_rows_give_no_lines():
    assert aligned([]) == []
