from paitou.model import BlockKind, Cell, Table
from paitou.text.grid import find_tables, mark_tables
from paitou.text.lines import split_lines


def read(text):
    lines, tables = find_tables(text, split_lines(text))
    cells = [text[x.start : x.end] for x in lines if x.kind is BlockKind.TABLE]
    return cells, [[text[c.start : c.end] for c in table.cells] for table in tables]


def test_rows_of_tabs_are_a_table():
    cells, tables = read("指标\t2023\t2025\nGDP\t8000\t10000\n以上为主要指标。\n")
    assert cells == ["指标", "2023", "2025", "GDP", "8000", "10000"]
    assert tables == [cells]


def test_rows_of_pipes_keep_their_lines():
    cells, tables = read("| 指标 | 2025 |\n|---|---|\n| GDP | 10000 |\n")
    assert cells == ["| 指标 | 2025 |", "|---|---|", "| GDP | 10000 |"]
    assert tables == [["指标", "2025", "GDP", "10000"]]


def test_columns_of_blanks_need_three_rows():
    row = "指标   2023年   2025年\n"
    assert read(row * 3)[1] == [["指标", "2023年", "2025年"] * 3]
    assert read(row * 2) == ([], [])


def test_a_heading_followed_by_wide_blanks_is_no_row():
    text = (
        "第一节  任务    稳定生产。\n第二节  任务    稳定生产。\n第三节  任务    稳定。\n"
    )
    assert read(text) == ([], [])


def test_cells_that_a_tab_opens_are_told_but_make_no_table():
    text = "序号\n\t事项\n\t单位\n1\n\t开工建设。\n\t市发展改革委\n说明\n\t/\n\n附件3\n"
    cells, tables = read(text)
    assert cells[:4] == ["序号", "事项", "单位", "1"]
    assert "附件3" not in cells
    assert tables == []


def test_paragraphs_that_a_tab_indents_are_no_cells():
    text = "\t到2025年，经济总量达到一万亿元以上，产业结构更加优化。\n" * 6
    assert read(text) == ([], [])


def test_a_readers_table_is_cut_at_its_tabs():
    text = "前文。\n指标\t2025\nGDP\t1万亿\n后文。"
    table = Table(start=4, end=18, cells=(Cell(row=0, column=0, start=4, end=6),))
    lines = mark_tables(text, split_lines(text), [table])
    kinds = [(text[x.start : x.end], x.kind) for x in lines]
    assert kinds[0] == ("前文。", None)
    assert [words for words, kind in kinds if kind] == ["指标", "2025", "GDP", "1万亿"]
    assert kinds[-1] == ("后文。", None)
