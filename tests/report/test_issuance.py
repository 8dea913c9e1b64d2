"""Tests of papers as they are issued: number, day and office stand; no blank is left."""

import datetime as dt
import io
import re
import zipfile

import pypdfium2
import pytest
from attrs import evolve

from paitou.model import Period
from paitou.report.issuance import Issuance, issued_as
from paitou.report.panel import write_panel
from paitou.report.products import Wish, find_product
from paitou.report.quarterly_circular import circular

DAY = dt.date(2025, 11, 5)
ISSUED = Issuance(
    number="云督通〔2025〕3号",
    issued_on=dt.date(2025, 11, 6),
    publicity="主动公开",
    office="云泽市人民政府督查室",
    copies="市委办公室、市人大常委会办公室",
)
BLANKS = (
    "代拟稿", "由签发人确定", "第　　期", "（编发单位）", "年　月　日", "（抄送机关）",
    "（印发机关）", "（发文机关署名）", "（主送机关）", "审核人：", "印发前内部使用",
    "事实核实单",
)  # fmt: skip
PAPERS = ("leader", "circular", "contest", "balance", "final")


def words_of(path):
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        xml = package.read("word/document.xml").decode()
    return "".join(
        part.partition("</w:t>")[0].rpartition(">")[2] for part in xml.split("<w:t")
    )


def made(book, path, issuance, name):
    wish = Wish(as_of=DAY, issuance=issuance)
    find_product(name).write(book, path, wish)
    return words_of(path)


@pytest.mark.parametrize("name", PAPERS)
def test_an_issued_paper_has_its_number_and_no_blank(yunze, tmp_path, name):
    text = made(yunze, tmp_path / "paper.docx", ISSUED, name)
    assert [blank for blank in BLANKS if blank in text] == []
    assert ISSUED.number in text
    assert ISSUED.office in text
    draft = made(yunze, tmp_path / "draft.docx", None, name)
    assert "代拟稿" in draft
    assert ISSUED.number not in draft


def test_a_bulletin_says_who_gets_it_and_when_it_was_printed(yunze, tmp_path):
    text = made(yunze, tmp_path / "paper.docx", ISSUED, "circular")
    assert "公开属性：主动公开" in text
    assert "抄送：市委办公室、市人大常委会办公室。" in text
    assert "2025年11月6日印发" in text
    alone = evolve(ISSUED, copies="")
    assert "抄送" not in made(yunze, tmp_path / "alone.docx", alone, "circular")


def test_the_addressee_may_be_named_anew(yunze):
    draft = circular(yunze, DAY, Period.parse("2025Q3"))
    assert issued_as(draft, ISSUED).addressee == draft.addressee == "各责任单位："
    named = evolve(ISSUED, addressee="各县（市、区）人民政府")
    assert issued_as(draft, named).addressee == "各县（市、区）人民政府："


def test_without_an_issuance_it_is_the_draft(yunze):
    draft = circular(yunze, DAY)
    assert issued_as(draft, None) is draft


def test_the_figures_of_an_issued_paper_are_those_of_the_draft(yunze):
    draft = circular(yunze, DAY)
    issued = issued_as(draft, ISSUED)
    assert issued.blocks == draft.blocks
    assert issued.annexes == tuple(one for one in draft.annexes if not one.label)


def test_a_panel_says_who_issued_it(yunze, tmp_path):
    path = tmp_path / "panel.pdf"
    write_panel(yunze, path, as_of=DAY, of="contest", issuance=ISSUED)
    page = pypdfium2.PdfDocument(path)[0]
    text = re.sub(r"\s", "", page.get_textpage().get_text_range())
    assert "代拟稿" not in text
    assert "供内部使用" not in text
    assert "督查室2025年11月6日印发，主动公开" in text
