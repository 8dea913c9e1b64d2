import io
import zipfile

import pytest
from attrs import evolve

from paitou.model import Period, UnreadableFile
from paitou.office.reporting import template
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.template import read_upload, template_bytes

ONE = Ask(
    key="n1",
    name="工业总产值",
    indicator_id="a",
    org="A",
    org_name="甲区",
    period=Period.parse("2026Q1"),
    unit="亿元",
)
ASKS = (ONE, evolve(ONE, key="n2", name="新增就业", unit="人"))


def made(**typed):
    return template_bytes("一季度填报", "甲区", ASKS, typed, is_simulated=True)


def test_what_was_filled_in_comes_back_the_same():
    typed = {"n1": Typed(text="12.5", note="快报"), "n2": Typed(text="/", note="没有")}
    found = read_upload("表.xlsx", made(**typed), ASKS)
    assert (found.typed, found.issues) == (typed, ())


def test_an_empty_template_says_nothing():
    found = read_upload("表.xlsx", made(), ASKS)
    assert (found.typed, found.issues) == ({}, ())


@pytest.mark.parametrize("hostile", ["=HYPERLINK(1)", "+1+1", "@SUM(1)", "-1+1"])
def test_nothing_that_people_typed_goes_out_as_a_formula(hostile):
    data = made(n1=Typed(text="1", note=hostile))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert read_upload("表.xlsx", data, ASKS).typed["n1"].note == hostile


def test_simulated_data_says_so():
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert "模拟数据" in archive.read("xl/sharedStrings.xml").decode()


def test_a_bomb_is_not_unpacked(monkeypatch):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (template.MAX_UNPACKED + 1))
    assert len(out.getvalue()) < template.MAX_BYTES
    monkeypatch.setattr(template, "read_table", lambda _: pytest.fail("was read"))
    with pytest.raises(UnreadableFile, match="解压后过大"):
        read_upload("表.xlsx", out.getvalue(), ASKS)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("表.pdf", b"%PDF", "请上传"),
        ("表.xlsx", b"PK\x03\x04", "已损坏"),
        ("表.xlsx", b"not a workbook", "已损坏"),
        ("表.csv", b"PK\x03\x04", "不是文本表格"),
        ("表.csv", b"x" * (template.MAX_BYTES + 1), "超过2MB"),
        ("表.csv", "机密★5年\n编号,填报值\nn1,5\n".encode(), "密级标志"),
    ],
)
def test_what_is_no_form_is_refused_with_its_name(name, data, words):
    with pytest.raises(UnreadableFile, match=words):
        read_upload(name, data, ASKS)


def test_a_name_is_never_a_path():
    with pytest.raises(UnreadableFile) as caught:
        read_upload("..\\..\\etc/表.exe", b"MZ", ASKS)
    assert str(caught.value).startswith("“表.exe”")


def test_a_csv_is_read_too():
    data = "编号,填报值,备注\nn1,5,\nn2,很多,\n".encode("gb18030")
    found = read_upload("表.csv", data, ASKS)
    assert {key: typed.text for key, typed in found.typed.items()} == {
        "n1": "5", "n2": "很多",
    }  # fmt: skip
