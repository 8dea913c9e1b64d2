"""Tests of templates of an office: found in the folder, taken by every paper."""

import datetime as dt
import io
from pathlib import Path

import docx
import pytest

from paitou.render.document.filling import variables
from paitou.report.balance_paper import balance_document
from paitou.report.contest_circular import contest_circular
from paitou.report.leader_page import leader_page
from paitou.report.products import Wish, find_product
from paitou.report.quarterly_circular import circular
from paitou.report.templates import template_in

DAY = dt.date(2025, 11, 5)
DOCS = Path(__file__).parents[2] / "docs" / "papers.md"


@pytest.fixture
def folder(tmp_path):
    file = docx.Document()
    file.add_paragraph("本局版式 {{ 标题 }} {{ 页眉 }}")
    (tmp_path / "templates").mkdir()
    file.save(tmp_path / "templates" / "leader.docx")
    return tmp_path


def test_a_template_lies_in_the_folder(folder):
    assert template_in(folder, "leader").name == "leader.docx"
    assert template_in(folder, "circular") is None


@pytest.mark.parametrize("name", ["leader", "circular", "contest", "balance", "final"])
def test_every_paper_takes_it(yunze, folder, tmp_path, name):
    wish = Wish(as_of=DAY, template=template_in(folder, "leader"))
    find_product(name).write(yunze, tmp_path / "a.docx", wish)
    found = docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes()))
    assert found.paragraphs[0].text.startswith("本局版式 ")
    assert found.paragraphs[0].text.endswith(" 模拟数据")


@pytest.mark.parametrize(
    "make", [circular, contest_circular, leader_page, balance_document]
)
def test_the_chapters_are_those_of_the_documentation(yunze, make):
    text = DOCS.read_text("utf-8")
    told = variables(make(yunze, DAY))
    titles = [one["标题"].split("（")[0] for one in told["章"]]
    titles += [one["标题"] for one in told["附件"] if not one["标注"]]
    assert titles
    assert [title for title in titles if title not in text] == []
