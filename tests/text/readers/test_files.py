import hashlib
import os
import subprocess
import sys

import pytest

from paitou.model import UnreadableFile
from paitou.text.readers import MAX_BYTES, read_bytes, read_file

TEXT = "到2025年，全市经济总量达到1万亿元以上。"


def _sentence(path):
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    words = str(caught.value)
    assert words.startswith(f"{path}：")
    assert words.count("。") == 1
    assert words.endswith("。")
    return words


def test_a_text_is_read_and_hashed(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, "utf-8")
    reading, sha256 = read_file(path)
    assert (reading.text, reading.text_is_file, reading.format) == (TEXT, True, "txt")
    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_extension_may_be_in_capitals():
    assert read_bytes(TEXT.encode(), "计划.TXT")[0].text == TEXT


def test_a_missing_file_is_told(tmp_path):
    assert "找不到" in _sentence(tmp_path / "无.txt")


def test_a_folder_is_told(tmp_path):
    assert "文件夹" in _sentence(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "plan.txt")
    assert "普通文件" in _sentence(tmp_path / "plan.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "权限" in _sentence(path)


def test_a_name_that_no_file_can_have_is_told(tmp_path):
    assert "打不开" in _sentence(tmp_path / ("长" * 300 + ".txt"))


def test_50_mb_are_refused_before_they_are_read(tmp_path):
    path = tmp_path / "plan.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES)
    assert "须小于 50 MB" in _sentence(path)


def test_50_mb_of_an_upload_are_refused(refusal):
    assert "须小于 50 MB" in refusal(b"a" * MAX_BYTES, "plan.txt")


def test_ten_megabytes_are_read():
    data = (TEXT * 200 + "\n").encode() * (10_000_000 // (200 * len(TEXT.encode())))
    assert read_bytes(data, "plan.txt")[0].text == data.decode()


@pytest.mark.parametrize("data", [b"", b" \n\r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.doc"])
def test_an_empty_file_is_told(data, name, refusal):
    assert "空的" in refusal(data, name)


def test_blanks_of_any_kind_are_no_text(refusal):
    assert "只有空白" in refusal("\u3000\u3000\n\u200b".encode(), "a.txt")
    assert "只有空白" in refusal(b"<html><body><p>&nbsp;</p></body></html>", "a.html")


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"%PDF-1.7\n", "a.docx", "内容却是PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.docx", "图片"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.txt", "图片"),
        (TEXT.encode(), "a.docx", "内容却是纯文本"),
        (TEXT.encode(), "a.pdf", "内容却是纯文本"),
        (b"<!DOCTYPE html><p>1</p>", "a.txt", "网页"),
        (b"<!DOCTYPE html><p>1</p>", "a.doc", "网页"),
        (b"PK\x03\x04" + b"\x00" * 40, "a.docx", "不完整"),
        (b"PK\x03\x04" + b"\x00" * 40, "a.txt", "不完整"),
        (b"\x7fELF\x00\x01", "a.txt", "无法识别的二进制"),
        (TEXT.encode(), "a.xyz", "扩展名“.xyz”不能读"),
        (TEXT.encode(), "plan", "没有扩展名"),
    ],
)
def test_what_does_not_fit_its_extension_is_named(data, name, words, refusal):
    assert words in refusal(data, name)


def test_a_docx_named_txt_is_told_apart(make, refusal):
    words = refusal(make.docx(make.paragraph(TEXT)), "plan.txt")
    assert "内容却是Word 文档（.docx）" in words
    assert "改为 .docx" in words


def test_an_encrypted_docx_is_told(refusal):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert "加了密码" in refusal(data, "plan.docx")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_secrecy_mark_is_turned_away_in_any_format(name, refusal):
    assert "严禁处理国家秘密" in refusal(f"机密★5年\n\n{TEXT}".encode(), name)


def test_loading_the_readers_loads_no_library():
    code = (
        "import sys, paitou.text.readers\n"
        "print([m for m in ('lxml', 'docx', 'pypdfium2', 'zipfile') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
