"""Tests of what may be brought: good files pass as they are, bent ones with a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paitou.model import UnreadableFile
from paitou.office.files.checking import MEDIA_TYPES, check
from paitou.office.files.marks import BearsMark
from upload_samples import docx, linked, packed, packed_object, pdf, picture, xlsx

MOST = 5_000_000
GOOD = {
    "说明.pdf": pdf(text="hello"),
    "照片.JPG": picture("JPEG"),
    "截图.png": picture("PNG"),
    "说明.docx": docx("关于加强商业秘密保护的说明"),
    "数据.xlsx": xlsx("保守国家秘密，人人有责"),
    "数据.csv": "指标,数值\r\n产值,486.2\r\n".encode("gb18030"),
    "说明.txt": "涉及商业秘密的除外。".encode(),
}


def refused(name, data, most=MOST):
    with pytest.raises(UnreadableFile) as caught:
        check(name, data, most)
    assert not isinstance(caught.value, BearsMark)
    return str(caught.value)


@pytest.mark.parametrize("name", GOOD)
def test_usual_files_pass(name):
    checked = check(name, GOOD[name], MOST)
    assert checked.name == name
    assert checked.media_type == MEDIA_TYPES["." + name.split(".")[1].lower()]
    if not checked.media_type.startswith("image/"):
        assert checked.content == GOOD[name]


@pytest.mark.parametrize("name", GOOD)
def test_empty_files_and_too_big_ones_are_refused(name):
    assert "空文件" in refused(name, b" \r\n")
    assert "超过" in refused(name, GOOD[name], 5)


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("other", GOOD)
def test_content_is_believed_and_not_the_name(name, other):
    suffixes = {one.split(".")[1].lower() for one in (name, other)}
    if len(suffixes) == 1 or suffixes == {"csv", "txt"}:
        return
    assert "内容却" in refused(name, GOOD[other])


@pytest.mark.parametrize("name", GOOD)
def test_files_cut_short_or_scrambled_never_end_in_a_crash(name):
    data = GOOD[name]
    for bent in (data[: len(data) // 2], data[:30], data[:-3] + b"\x00\x01\x02", data * 2):
        with suppress(UnreadableFile):
            check(name, bent, MOST)


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(GOOD)), at=st.floats(0, 0.999), byte=st.integers(0, 255))
def test_a_changed_byte_never_ends_in_a_crash(name, at, byte):
    data = bytearray(GOOD[name])
    data[int(at * len(data))] = byte
    with suppress(UnreadableFile):
        check(name, bytes(data), MOST)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.exe", "不是可以上传的类型"),
        ("a.svg", "不是可以上传的类型"),
        ("a.html", "不是可以上传的类型"),
        ("a.zip", "请解压后逐个上传"),
        ("a.doc", "另存为 .docx"),
        ("a.xlsm", "带有宏"),
        ("a.heic", "兼容性最佳"),
        ("a.ofd", "转换为 PDF"),
        ("没有扩展名", "不是可以上传的类型"),
        ("a.php.pdf", "夹着扩展名 .php"),
    ],
)
def test_other_types_are_refused_with_what_to_do(name, words):
    assert words in refused(name, pdf())


def test_macros_in_any_dress_are_refused():
    assert "宏" in refused("a.docx", docx(word__vbaProject="x"))
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    kinds = f'<Types xmlns="t"><Override ContentType="{kind}"/></Types>'
    parts = {"[Content_Types].xml": kinds, "word/document.xml": "<w/>"}
    assert "宏" in refused("a.docx", packed(parts))
    assert "宏" in refused("a.xlsx", xlsx(**{"xl/macrosheets/sheet1.xml": "<x/>"}))


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"word/_rels/settings.xml.rels": linked("attachedTemplate")}, "外部的模板"),
        ({"word/_rels/document.xml.rels": linked("image")}, "外部的模板"),
        ({"word/embeddings/oleObject1.bin": "x"}, "嵌着"),
        ({"word/run.exe": "x"}, "嵌着"),
        ({"../../etc/passwd.xml": "<x/>"}, "文件以外"),
        ({"word/a.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, "实体声明"),
        ({"word/a.xml": "<x>" * 400 + "</x>" * 400}, "嵌套过深"),
        ({"word/a.xml": "<x><y></x>"}, "XML 已损坏"),
        ({"word/a.xml": "<x><instrText>DDEAUTO c:\\\\a</instrText></x>"}, "DDE"),
        ({"word/big.xml": "<x>" + " " * 9_000_000 + "</x>"}, "压缩炸弹"),
        ({"word/embeddings/a.docx": docx(**{"word/embeddings/b.docx": docx()})}, "层层"),
    ],
)  # fmt: skip
def test_hostile_packages_are_refused(parts, words):
    assert words in refused("a.docx", docx(**parts))


def test_links_that_somebody_clicks_are_none_of_that():
    data = docx(**{"word/_rels/document.xml.rels": linked("hyperlink")})
    assert check("a.docx", data, MOST).content == data
    data = xlsx(**{"xl/externalLinks/_rels/a.rels": linked("externalLinkPath")})
    assert check("a.xlsx", data, MOST).content == data


def test_nothing_may_be_glued_before_or_behind():
    for data in (b"#!/bin/sh\n" + docx(), docx() + b"more"):
        refused("a.docx", data)
    assert "拼接" in refused("a.pdf", pdf() + b"<html>")
    assert "拼接" in refused("a.pdf", b"GIF89a" + pdf())
    assert "压缩包" in refused("a.pdf", pdf(b"(" + docx() + b")"))
    refused("a.txt", b"text " + packed({"a": "b"}, stored=True))


@pytest.mark.parametrize(
    "hidden",
    [
        b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
        b"<< /S /J#61vaScript /J#53 7 0 R >>",
        b"<< /S %comment\n /Launch /F (cmd.exe) >>",
        b"<< /Type /EmbeddedFile /Length 0 >>",
        b"<< /Names << /JavaScript << >> >> >>",
        b"<< /S/SubmitForm/F(http://x) >>",
        b"<< /AcroForm << /XFA [1 0 R] >> >>",
    ],
)
def test_a_pdf_that_acts_is_refused_in_the_open_and_packed(hidden):
    assert "请去掉" in refused("a.pdf", pdf(hidden))
    assert "请去掉" in refused("a.pdf", pdf(packed_object(b"5 0 " + hidden)))


def test_a_locked_pdf_a_bomb_and_a_word_in_a_link():
    assert "加了密码" in refused("a.pdf", pdf(catalogue=b"/Encrypt 9 0 R"))
    assert "炸弹" in refused("a.pdf", pdf(packed_object(b" " * 70_000_000)))
    link = b"<< /S /URI /URI (http://example.cn/JS/JavaScript/Launch) >>"
    assert check("a.pdf", pdf(link, text="ok"), MOST)


def test_a_csv_that_starts_a_program_is_refused_and_a_negative_number_is_not():
    assert "启动程序" in refused("a.csv", b"name,=cmd|' /C calc'!A0\n")
    assert check("a.csv", "增速,-3.1\n差额,=A1+B1\n".encode(), MOST)


def test_what_is_no_text_is_no_text():
    assert refused("a.txt", b"MZ\x90\x00\x03\x00\x00\x00")
    assert refused("a.csv", bytes(range(128, 256)) * 30)
