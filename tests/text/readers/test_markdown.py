from paitou.text.readers.markdown import headings_of, tables_of


def _headings(text):
    return [(hint.level, text[hint.start : hint.end]) for hint in headings_of(text)]


def _cells(text):
    (table,) = tables_of(text)
    return [(c.row, c.column, text[c.start : c.end], c.is_head) for c in table.cells]


def test_headings_span_their_words():
    text = "# 行动方案 #\r\n正文\n### （一）目标\n#5号线不是标题\n#\n"
    assert _headings(text) == [(1, "行动方案"), (3, "（一）目标")]


def test_fenced_code_holds_no_heading():
    assert _headings("```\n# 注释\n```\n# 标题\n") == [(1, "标题")]


def test_a_table_has_its_rule_left_out():
    text = "前文\n\n| 指标 | 2025年 |\n|:--|--:|\n| GDP |  1万亿元 |\n| 税收 ||\n\n后文"
    assert _cells(text) == [
        (0, 0, "指标", True),
        (0, 1, "2025年", True),
        (1, 0, "GDP", False),
        (1, 1, "1万亿元", False),
        (2, 0, "税收", False),
        (2, 1, "", False),
    ]


def test_a_table_spans_its_lines():
    text = "前文\na | b\n--|--\n1 | 2\r\n后文"
    (table,) = tables_of(text)
    assert text[table.start : table.end] == "a | b\n--|--\n1 | 2"


def test_an_escaped_bar_divides_nothing():
    assert [cell[2] for cell in _cells("|a\\|b|c|\n|-|-|\n")] == ["a\\|b", "c"]


def test_bars_without_a_rule_are_no_table():
    assert tables_of("甲|乙\n丙|丁\n") == ()


def test_long_lines_of_blanks_and_bars_are_read_at_once():
    assert tables_of("|\n" + " " * 200_000 + "x\n") == ()
    assert headings_of("# " + " " * 200_000 + "x#")
