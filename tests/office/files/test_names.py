"""Tests of names: safe ones stay as they are, tricks are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import UnreadableFile
from paitou.office.files.names import LONGEST_NAME, clean_name, suffix_of


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("2024.12.31数据（终稿）.pdf", "2024.12.31数据（终稿）.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\fakepath\\照片 1.JPG", "照片 1.JPG"),
        (" .hidden.pdf. ", "hidden.pdf"),
        ("Cafe\u0301.pdf", "Café.pdf"),
        ("a&b 'c'.pdf", "a&b 'c'.pdf"),
    ],
)
def test_the_last_part_of_a_name_stays(name, clean):
    assert clean_name(name) == clean


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "没有名称"),
        ("..", "没有名称"),
        ("a/\u3000/", "没有名称"),
        ("a\u202efdp.exe", "控制字符"),
        ("a\r\nSet-Cookie: x.pdf", "控制字符"),
        ("a\x00.pdf", "控制字符"),
        ("x" * (LONGEST_NAME + 1), "太长"),
        ("CON.pdf", "不能用"),
        ("a:b.pdf", "不能用"),
        ('a".pdf', "不能用"),
        ("合同.exe.pdf", ".exe"),
        ("合同.JS .pdf", ".js"),
    ],
)
def test_tricks_are_told(name, words):
    with pytest.raises(UnreadableFile, match=words.replace(".", r"\.")):
        clean_name(name)


@given(st.text(max_size=140))
def test_what_passes_is_one_printable_name_and_stays(name):
    try:
        clean = clean_name(name)
    except UnreadableFile:
        return
    assert clean == clean_name(clean)
    assert "/" not in clean
    assert "\\" not in clean
    assert 0 < len(clean) <= LONGEST_NAME
    assert suffix_of(clean) == suffix_of(clean).lower()
