import pytest

from paitou.model import UnreadableFile
from paitou.text.readers import pdf
from paitou.text.readers.pdf import read_pdf

FIRST = [
    (122, "到2025年，经济总量达到1万亿元以上，经济首位"),
    (90, "度提高到30%。"),
    (250, "— 1 —"),
]
SECOND = [(122, "⼆、⽤好开放平台"), (90, "全市经济")]
LOCK = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{}>/U<{}>>>/ID[<00><00>]"
PICTURE = "q 500 0 0 700 0 0 cm /I Do Q"


def _refused(data, words):
    with pytest.raises(UnreadableFile, match=words):
        read_pdf(data)


def test_spans_lead_back_to_the_page(make):
    reading = read_pdf(make.pdf([FIRST, SECOND]))
    assert (reading.format, reading.place_kind) == ("pdf", "page")
    for words, page in (("1万亿元", 1), ("30%", 1), ("开放平台", 2)):
        assert reading.place_at(reading.text.index(words)) == page


def test_lines_keep_the_indent_that_opens_a_paragraph(make):
    lines = read_pdf(make.pdf([FIRST])).text.splitlines()
    assert lines == ["　　到2025年，经济总量达到1万亿元以上，经济首位", "度提高到30%。"]


def test_radicals_are_read_as_the_characters_they_stand_for(make):
    assert "二、用好开放平台" in read_pdf(make.pdf([SECOND])).text


def test_a_page_without_text_keeps_the_count(make):
    reading = read_pdf(make.pdf([FIRST, [], SECOND]))
    assert reading.place_at(reading.text.index("开放平台")) == 3


def test_a_scan_is_told(make):
    _refused(make.pdf([[], []], extra=PICTURE), "没有文字层")
    _refused(make.pdf([[]]), "没有文字层")
    _refused(make.pdf([[(90, "扫描全能王")]] * 3, extra=PICTURE), "没有文字层")


def test_a_short_text_beside_a_picture_is_read(make):
    reading = read_pdf(
        make.pdf([[(90, "到2025年，全市经济总量达到1万亿元以上。")]], extra=PICTURE)
    )
    assert "1万亿元" in reading.text


def test_a_password_is_told(make):
    _refused(make.pdf([FIRST], trailer=LOCK.format("ab" * 32, "cd" * 32)), "密码")


def test_a_damaged_file_is_told(make):
    _refused(make.pdf([FIRST])[:600], "损坏")
    _refused(b"%PDF-1.4 nothing", "损坏")


def test_letters_without_a_code_are_told(make):
    _refused(make.pdf([[(90, "\ue001\ue002\ue003" * 10)]]), "乱码")


def test_too_many_pages_are_told(make, monkeypatch):
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    _refused(make.pdf([FIRST] * 3), "拆分")


def test_a_secrecy_mark_that_every_page_repeats_is_seen(make):
    _refused(make.pdf([[(90, "机密★5年"), *FIRST]] * 4), "国家秘密")
