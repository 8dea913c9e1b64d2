"""Tests of an office's own templates: filled, refused in one sentence, equal bytes."""

import io
import re
from pathlib import Path

import docx
import pytest
from attrs import evolve

from paitou.model import UsageError
from paitou.render.document import (
    Annex,
    Column,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Signature,
    Table,
)
from paitou.render.document.filling import filled_bytes, variables

DOCS = Path(__file__).parents[3] / "docs" / "papers.md"
TABLE = Table(
    columns=(Column(title="目标", width=50), Column(title="评价", width=50)),
    rows=(Row(cells=("甲<b>", "好&坏")), Row(cells=("乙", "=1+1"))),
)
PAPER = Document(
    title=("关于", "某某的通报"),
    mark="代拟稿",
    addressee="各单位：",
    blocks=(
        Paragraph(text="引言。"),
        Heading("一、情况"),
        Paragraph(text="进度<滞后>&原因\n第二行\x00", lead="1. "),
        TABLE,
        Note("注：无。"),
        PageBreak(),
    ),
    annexes=(Annex(title=("附表",), blocks=(TABLE,)),),
    signature=Signature(org="某办", date="2025年　月　日"),
)


@pytest.fixture
def template(tmp_path):
    def make(*lines, header="", rows=()):
        file = docx.Document()
        for line in lines:
            file.add_paragraph(line)
        if rows:
            table = file.add_table(rows=0, cols=2)
            for row in rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        file.sections[0].header.paragraphs[0].text = header
        path = tmp_path / "circular.docx"
        file.save(path)
        return path

    return make


def texts(made):
    return [p.text for p in docx.Document(io.BytesIO(made)).paragraphs]


def example():
    block = re.search(r"```template\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[1]
    return block.splitlines()


def test_the_example_of_the_documentation_is_filled(template):
    found = texts(filled_bytes(PAPER, template(*example())))
    assert found[1:4] == ["代拟稿", "关于某某的通报", "各单位："]
    assert "1. 进度<滞后>&原因\n第二行" in found
    assert "乙　=1+1" in found
    assert found[-2:] == ["某办", "2025年　月　日"]


def test_rows_of_a_table_are_repeated(template):
    rows = (
        ("{%tr for 行 in 附件[0].内容[0].行 %}", ""),
        ("{{ 行.格[0] }}", "{{ 行.格[1] }}"),
        ("{%tr endfor %}", ""),
    )
    made = docx.Document(io.BytesIO(filled_bytes(PAPER, template(rows=rows))))
    cells = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert cells == [["甲<b>", "好&坏"], ["乙", "=1+1"]]


def test_a_loop_may_count_itself(template):
    line = (
        "{% for 部分 in 正文 %}{{ loop.index }}{{ '' if loop.last else '、' }}{% endfor %}"
    )
    assert texts(filled_bytes(PAPER, template(line))) == ["1、2、3、4、5、6"]


def test_equal_papers_give_equal_bytes(template):
    path = template(*example())
    assert filled_bytes(PAPER, path) == filled_bytes(PAPER, path)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{{ 标提 }}", "没有“标提”这个变量"),
        ("{{ 报头.题 }}", "没有“题”这个变量"),
        ("{% for 部分 in 正文 %}", "是否成对"),
        ("{{ 标题", "是否成对"),
        ("{{ ''.__class__.__mro__ }}", "模板“circular.docx”不能用"),
        ("{{ 章[99].标题 }}", "模板“circular.docx”不能用"),
        ("{{ 1 // 0 }}", "不能计算"),
        ("{{ '长' * 9999999999 }}", "不能计算"),
        ("{{ 标题.replace('某', '长') }}", "不能用"),
        ("{{ 标题.__class__ }}", "不能"),
        ("{{ 标题|center(9999999999) }}", "不能用"),
        ("{{ 标题|safe }}", "不能用"),
        ("{% for 数 in range(99999) %}{% endfor %}", "不能调用函数"),
        ("{{ lipsum(99999) }}", "不能调用函数"),
        ("{% include '/etc/passwd' %}", "不能用"),
        ("{% import 'os' as os %}", "不能用"),
    ],
)
def test_a_broken_template_is_one_sentence(template, line, words):
    with pytest.raises(UsageError, match=words) as told:
        filled_bytes(PAPER, template(line))
    assert "\n" not in str(told.value)
    assert "docs/papers.md" in str(told.value)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello" * 99])
def test_what_is_no_document_is_told(tmp_path, content):
    path = tmp_path / "leader.docx"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"leader\.docx"):
        filled_bytes(PAPER, path)


def test_made_up_data_never_go_out_unmarked(template):
    paper = evolve(PAPER, frame="模拟数据")
    with pytest.raises(UsageError, match=re.escape("{{ 页眉 }}")):
        filled_bytes(paper, template("{{ 标题 }}"))
    assert filled_bytes(paper, template("{{ 标题 }}", header="{{ 页眉 }}"))


def test_words_of_the_data_are_no_marks_of_a_template(template):
    paper = evolve(PAPER, title=("{{ 7*7 }}{% raw %}",))
    assert texts(filled_bytes(paper, template("{{ 标题 }}"))) == ["{{ 7*7 }}{% raw %}"]


def test_every_variable_is_documented():
    text = DOCS.read_text("utf-8")
    told = variables(PAPER)
    names = {*told, *told["报头"], *told["章"][0], *told["附件"][0]}
    names |= {name for part in told["正文"] for name in part}
    names |= {*told["正文"][3]["行"][0]}
    assert [name for name in names if f"{name}`" not in text] == []
