import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from paitou.model import UnreadableFile
from paitou.text.readers import package
from paitou.text.readers.package import open_package


def _zip(**parts):
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _refused(data, words):
    with pytest.raises(UnreadableFile, match=words):
        open_package(data).xml("part")


def test_a_part_is_parsed_and_a_missing_one_is_none():
    opened = open_package(_zip(part="<a>甲</a>"))
    assert opened.xml("part").text == "甲"
    assert opened.xml("other") is None


def test_what_is_cut_short_or_damaged_is_told():
    data = _zip(part="<a>" + "甲乙丙丁" * 50 + "</a>")
    _refused(data[: len(data) // 2], "不完整")
    at = data.index(b"part") + 10
    _refused(data[:at] + b"\xff\xff\xff" + data[at + 3 :], "不完整|损坏")


def test_a_part_that_unpacks_beyond_measure_is_a_bomb(monkeypatch):
    monkeypatch.setattr(package, "MOST_OF_A_PART", 1000)
    _refused(_zip(part=b"<a>" + b" " * 5000 + b"</a>"), "压缩炸弹")


def test_a_package_that_unpacks_beyond_measure_is_a_bomb(monkeypatch):
    monkeypatch.setattr(package, "MOST_OF_ALL", 1000)
    _refused(_zip(part="<a/>", other=b" " * 5000), "压缩炸弹")


def test_a_size_that_lies_is_not_believed(monkeypatch):
    monkeypatch.setattr(package, "MOST_OF_A_PART", 1000)
    data = _zip(part=b" " * 5000)
    lying = data.replace(struct.pack("<L", 5000), struct.pack("<L", 10))
    _refused(lying, "压缩炸弹|不完整|损坏")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_before_they_are_looked_at(encoding):
    xml = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'
    _refused(_zip(part=xml.encode(encoding)), "外部实体")


def test_entities_that_come_late_are_refused():
    xml = f'<!--{"x" * 20_000}--><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    _refused(_zip(part=xml), "外部实体")


def test_broken_xml_is_told():
    _refused(_zip(part="<a><b></a>"), "XML 已损坏")


def test_depth_without_end_is_told():
    _refused(_zip(part="<a>" * 50_000 + "</a>" * 50_000), "XML 已损坏")


def test_an_encrypted_part_is_told():
    data = bytearray(_zip(part="<a/>"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    _refused(bytes(data), "密码")


def test_the_strict_form_is_read_as_the_usual_one():
    xml = '<a xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    root = open_package(_zip(part=xml)).xml("part")
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}a"
