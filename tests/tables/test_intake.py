import io
import zipfile

import pytest

from paitou.model import UnreadableFile
from paitou.tables import intake, read_table


def _zip(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", b"", "空文件"),
        ("a.csv", b" \r\n ", "空文件"),
        ("a.docx", b"x", "不是能读的表格"),
        ("a.csv", b"PK\x03\x04rest", "扩展名"),
        ("a.xlsx", OLE + b"\0" * 600, "改为 .xls"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "已加密"),
        ("a.xlsx", "序号,任务".encode(), "另存为 .xlsx"),
        ("a.xls", b"\xef\xbb\xbf<html><table></table>", "网页表格"),
        ("a.xls", b"PK\x03\x04rest", "改为 .xlsx"),
        ("a.xls", OLE + b"\0" * 600, "已损坏"),
        ("a.xlsx", b"PK\x03\x04rest", "已损坏"),
        ("a.xlsx", _zip([("word/document.xml", "<w/>")]), "不是 Excel 工作簿"),
        ("a.xlsx", _zip([("xl/workbook.xml", "<w/>")]), "已损坏"),
    ],
)
def test_refuses_in_one_sentence(tmp_path, name, data, words):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=words) as caught:
        read_table(path)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_refuses_a_missing_file_and_a_folder(tmp_path):
    with pytest.raises(UnreadableFile, match="打不开"):
        read_table(tmp_path / "没有.csv")
    (tmp_path / "夹.csv").mkdir()
    with pytest.raises(UnreadableFile, match="打不开"):
        read_table(tmp_path / "夹.csv")


def test_refuses_what_unpacks_to_too_much(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MAX_UNPACKED", 1000)
    path = tmp_path / "a.xlsx"
    path.write_bytes(_zip([("xl/workbook.xml", "0" * 2000)]))
    with pytest.raises(UnreadableFile, match="解压后"):
        read_table(path)


def test_refuses_a_size_that_lies(tmp_path):
    data = _zip([("xl/workbook.xml", "0" * 5000)])
    path = tmp_path / "a.xlsx"
    path.write_bytes(data.replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    with pytest.raises(UnreadableFile, match="已损坏"):
        read_table(path)


def test_refuses_a_big_file(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MAX_MEGABYTES", 0.001)
    path = tmp_path / "a.csv"
    path.write_text("序号,任务\n" * 1000, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="拆分"):
        read_table(path)


def test_refuses_a_part_that_is_there_twice(tmp_path):
    path = tmp_path / "a.xlsx"
    with pytest.warns(UserWarning, match="Duplicate"):
        path.write_bytes(_zip([("xl/workbook.xml", "<a/>"), ("xl/workbook.xml", "<b/>")]))
    with pytest.raises(UnreadableFile, match="重复"):
        read_table(path)
