from io import BytesIO
from zipfile import ZipFile

import pytest

from paitou.text.readers.kind import Kind, kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500


def _zip(*names):
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("[Content_Types].xml", "word/document.xml"), Kind.DOCX),
        (("[Content_Types].xml", "word\\document.xml"), Kind.DOCX),
        (("[Content_Types].xml", "xl/workbook.xml"), Kind.XLSX),
        (("[Content_Types].xml", "ppt/presentation.xml"), Kind.PPTX),
        (("OFD.xml", "Doc_0/Document.xml"), Kind.OFD),
        (("mimetype", "content.xml"), Kind.ODT),
        (("plan.txt",), Kind.ZIP),
    ],
)
def test_a_zip_is_told_by_what_it_holds(names, kind):
    assert kind_of(_zip(*names)) == kind


def test_a_zip_cut_short_is_broken():
    assert kind_of(_zip("word/document.xml")[:-10]) == Kind.BROKEN_ZIP


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        ("EncryptedPackage", Kind.ENCRYPTED),
        ("WordDocument", Kind.DOC),
        ("Workbook", Kind.XLSX),
        ("PowerPoint Document", Kind.PPTX),
        ("CONTENTS", Kind.DOC),
    ],
)
def test_a_compound_file_is_told_by_its_streams(stream, kind):
    assert kind_of(OLE + stream.encode("utf-16-le")) == kind


@pytest.mark.parametrize(
    "head",
    [
        b"<!DOCTYPE html>",
        b"\xef\xbb\xbf  <html lang='zh'>",
        b"<?xml version='1.0'?>\n<!-- a page -->\n<HTML>",
    ],
)
def test_a_web_page_is_told_by_its_head(head):
    assert kind_of(head + b"<body>") == Kind.HTML


@pytest.mark.parametrize(
    "words", ["BM区建设方案", "PK赛规则", "<htm 是什么", "From: 市政府"]
)
def test_words_are_text_whatever_they_begin_with(words):
    assert kind_of(words.encode()) == Kind.TEXT


def test_utf_16_is_text_by_its_mark():
    assert kind_of("a计划".encode("utf-16")) == Kind.TEXT
    assert kind_of("a计划".encode("utf-16-le")) == Kind.BINARY


def test_a_saved_page_archive_is_told():
    data = b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n"
    assert kind_of(data) == Kind.ARCHIVED_PAGE
