import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import UnreadableFile
from paitou.text.readers.plain import decode, read_markdown, read_plain

TEXT = (
    "一、总体要求\r\n到2025年，经济总量达到１万亿元以上。\n——工业强市；\u3000贸易富市…\r\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-32"]
)
def test_the_text_is_the_decoded_file_unchanged(encoding):
    reading = read_plain(TEXT.encode(encoding))
    assert reading.text == TEXT
    assert reading.text_is_file


def test_big_endian_is_read_by_its_mark():
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


def test_rare_characters_of_gb18030_are_read():
    text = "玥㛃䶮𠮷等人名，见《通用规范汉字表》，共8105字。"
    assert decode(text.encode("gb18030")) == text


def test_plain_english_is_read():
    assert decode(b"GDP: 5% and more\n") == "GDP: 5% and more\n"


def test_a_broken_byte_is_told_with_its_place():
    data = "第一行\n第二行到2025年".encode() + b"\xff\xfe\xff" + "达到".encode()
    with pytest.raises(UnreadableFile, match=r"第 \d+ 个字节（第 2 行）.*另存为 UTF-8"):
        decode(data)


def test_a_utf_8_text_cut_in_a_character_is_told():
    data = TEXT.encode()
    cut = data[: data.index("年".encode()) + 2]
    with pytest.raises(UnreadableFile, match=f"第 {len(cut) - 1} 个字节"):
        decode(cut)


@pytest.mark.parametrize("encoding", ["big5", "shift-jis"])
def test_another_countrys_encoding_is_not_taken_for_chinese(encoding):
    words = {
        "big5": "臺灣省經濟發展計畫綱要實施辦法與說明",
        "shift-jis": "経済計画のぶんしょです。",
    }
    text = words[encoding] * 4
    with pytest.raises(UnreadableFile):
        decode(text.encode(encoding))


def test_nul_bytes_are_binary():
    with pytest.raises(UnreadableFile, match="二进制"):
        decode(b"abc\x00def")


def test_control_characters_are_binary():
    with pytest.raises(UnreadableFile, match="控制字符"):
        decode(b"\x01\x02abc\x03\x04" * 10)


def test_half_of_utf_16_is_told():
    with pytest.raises(UnreadableFile, match="UTF-16-LE"):
        decode("计划".encode("utf-16") + b"\x00")


@given(st.binary(max_size=80))
def test_any_bytes_give_text_or_one_sentence(data):
    try:
        text = decode(data)
    except UnreadableFile:
        return
    assert isinstance(text.encode("utf-8"), bytes)


def test_markdown_keeps_its_source():
    text = "# 方案\n\n| 指标 | 值 |\n|--|--|\n| GDP | 5% |\n"
    reading = read_markdown(text.encode())
    assert (reading.text, reading.format, reading.text_is_file) == (text, "md", True)
    assert len(reading.headings) == 1
    assert len(reading.tables) == 1
