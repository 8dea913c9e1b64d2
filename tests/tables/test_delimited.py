import pytest

from paitou.model import UnreadableFile
from paitou.tables import delimited
from paitou.tables.delimited import read_delimited

TEXT = "序号,任务,目标值\n1,引进企业,200\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_reads_any_encoding(encoding):
    sheet = read_delimited(TEXT.encode(encoding), "a.csv")
    assert sheet.rows == (("序号", "任务", "目标值"), ("1", "引进企业", "200"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_finds_the_separator(separator):
    sheet = read_delimited(TEXT.replace(",", separator).encode(), "a.csv")
    assert sheet.cell(1, 1).text == "引进企业"


def test_commas_in_words_do_not_hide_the_real_separator():
    text = "任务;目标\n引进企业,含外资;1,200\n引进,培育;300\n"
    assert read_delimited(text.encode(), "a.csv").rows[1] == ("引进企业,含外资", "1,200")


def test_a_blank_line_and_a_break_in_quotes_count_as_in_excel():
    sheet = read_delimited('甲,"两\r\n行"\r\n\r\n乙,丙\r\n'.encode(), "a.csv")
    assert sheet.cell(0, 1).text == "两\r\n行"
    assert sheet.is_blank(1)
    assert sheet.cell(2, 0).place == "A3"


def test_one_column_is_a_table_too():
    assert read_delimited("县区\n五华区\n".encode(), "a.csv").rows == (
        ("县区",),
        ("五华区",),
    )


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02binary", b"\xff\xfe\x00\xd8\x00", b"\x81\xff\xff"]
)
def test_refuses_bytes_that_are_no_text(data):
    with pytest.raises(UnreadableFile, match="编码"):
        read_delimited(data, "a.csv")


def test_refuses_an_open_quote_naming_its_line():
    text = '甲,乙\n1,"没有配对\n' + "很长的文字\n" * 40_000
    with pytest.raises(UnreadableFile, match="第 2 行起引号"):
        read_delimited(text.encode(), "a.csv")


def test_refuses_too_many_rows(monkeypatch):
    monkeypatch.setattr(delimited, "MAX_ROWS", 3)
    with pytest.raises(UnreadableFile, match="20 万行"):
        read_delimited(b"a,b\n" * 4, "a.csv")
