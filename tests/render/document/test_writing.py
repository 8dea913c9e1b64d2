"""Tests of how a document is written as .docx, and measured on rendered pages."""

import zipfile
from decimal import Decimal

import pytest
from attrs import evolve

from paitou.render.document import (
    Align,
    Annex,
    Column,
    Document,
    Heading,
    Masthead,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Signature,
    Table,
    document_bytes,
    write_document,
)

LONG = "坚持以人民为中心的发展思想统筹发展和安全全面落实各项目标任务" * 40
COLUMNS = (
    Column(title="序号", width=10, align=Align.CENTRE),
    Column(title="指标", width=60),
    Column(title="2024年", width=25, align=Align.RIGHT),
)
ROWS = (
    Row(cells=("一、工业强市工程", "", ""), is_band=True),
    *(Row(cells=(str(n), f"第{n}个指标", f"{n * 1234.5:,.1f}")) for n in range(1, 61)),
)
TABLE = Table(columns=COLUMNS, rows=ROWS, left="填报单位", unit="单位：亿元")
DOCUMENT = Document(
    title=("关于", "《云泽市产业强基三年行动方案》", "2025年第三季度落实情况的通报"),
    mark="代拟稿",
    right="公开属性：待定",
    addressee="各县（市）区人民政府：",
    blocks=(
        Heading("一、总体情况"),
        Paragraph(text=LONG),
        Heading("（一）主要经济指标", 2),
        Paragraph(text="增长5.3%，低于目标0.7个百分点。", lead="市统计局。"),
    ),
    annexes=(
        Annex(title=("主要指标完成情况表",), blocks=(TABLE, Note("注：初步数。"))),
        Annex(title=("项目表",), blocks=(TABLE,), is_landscape=True),
        Annex(title=("数据出处",), blocks=(Paragraph(text="见各表。"),)),
    ),
    signature=Signature(org="云泽市人民政府办公室", date="2025年11月5日"),
    publicity="此件公开发布",
    frame="模拟数据",
)


@pytest.fixture(scope="session")
def pages(render, tmp_path_factory):
    file = tmp_path_factory.mktemp("written") / "a.docx"
    write_document(DOCUMENT, file)
    return render(file)


def texts(document):
    import io

    import docx

    file = docx.Document(io.BytesIO(document_bytes(document)))
    return [p.text for p in file.paragraphs]


def body_lines(pages, number):
    """The lines of the text: without the line every page bears, and the number."""
    return [line for line in pages.lines(number) if 37 < line.bottom < 263]


def test_equal_documents_give_equal_bytes():
    assert document_bytes(DOCUMENT) == document_bytes(evolve(DOCUMENT))


def test_nothing_in_the_file_tells_when_or_where_it_was_made(tmp_path):
    write_document(DOCUMENT, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert "2000-01-01T00:00:00Z" in core


@pytest.mark.parametrize(
    "text",
    ["<w:p>&amp;</w:p>", "=1+1", "一\x00二\x0b三\ud800\uffff", "]]>", "备注" * 5000],
)
def test_no_text_can_break_the_document(text):
    shown = text.replace("\x00", "").replace("\x0b", "")
    shown = shown.replace("\ud800", "").replace("\uffff", "")
    table = Table(columns=COLUMNS, rows=(Row(cells=(text, text, text)),))
    blocks = (Paragraph(text=text), table, Note(text))
    written = evolve(DOCUMENT, title=(text,), blocks=blocks, annexes=())
    assert shown in texts(written)


def test_line_ends_are_line_breaks():
    written = evolve(DOCUMENT, blocks=(Paragraph(text="一\r\n二\u2028三"),), annexes=())
    assert "一\n二\n三" in texts(written)


def test_the_standard_names_of_fonts_are_written(tmp_path):
    write_document(DOCUMENT, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        styles = package.read("word/styles.xml").decode()
        assert not [name for name in package.namelist() if "font" in name.lower()][1:]
    for font in ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"):
        assert f'w:eastAsia="{font}"' in styles
    assert 'w:eastAsia="zh-CN"' in styles


def test_a_chart_is_the_same_as_on_the_web(tmp_path):
    from paitou.render.charts import LagBar, LagBars, Medium, lag_bars

    chart = LagBars(title="县区", bars=(LagBar(name="东溪区", gap=Decimal("-3.5")),))
    web, paper = (lag_bars(chart, medium) for medium in (Medium.WEB, Medium.DOCUMENT))
    picture = Picture(spec=paper, caption="图1 县区进度")
    write_document(evolve(DOCUMENT, blocks=(picture,)), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert web.data_sha256 in package.read("word/document.xml").decode()
        assert package.read("word/media/image1.png")[:4] == b"\x89PNG"


def test_a_page_has_the_standard_margins(pages):
    lines = body_lines(pages, 2)
    assert pages.size(2) == (210, 297)
    assert min(line.left for line in lines) == pytest.approx(28, abs=0.5)
    assert 210 - max(line.right for line in lines) == pytest.approx(26, abs=0.8)
    assert 37 < lines[0].bottom - 16 * 0.353 < 47
    assert 297 - lines[-1].bottom == pytest.approx(35, abs=3)


def test_a_full_page_has_22_lines_of_28_characters(pages):
    lines = body_lines(pages, 2)
    assert len(lines) == 22
    assert {len(line.text) for line in lines[:-1]} == {28}


def test_a_first_line_is_indented_by_two_characters(pages):
    first = next(line for line in pages.lines(1) if line.text.startswith("坚持"))
    assert first.left - 28 == pytest.approx(2 * 15.75 * 0.3528, abs=0.3)
    assert len(first.text) == 26


def test_page_numbers_stand_outside_seven_millimetres_below(pages):
    odd, even = (pages.lines(number)[-1] for number in (1, 2))
    assert (odd.text, even.text) == ("—1—", "—2—")
    character = 14 * 0.3528
    assert 210 - odd.right == pytest.approx(26 + character, abs=0.5)
    assert even.left == pytest.approx(28 + character, abs=0.5)
    dash = odd.bottom - 14 * 0.3528 * 0.4
    assert dash == pytest.approx(297 - 35 + 7, abs=1)


def test_the_title_is_in_the_middle_and_breaks_no_word(pages):
    title = pages.lines(1)[2:4]
    assert [line.text for line in title] == [
        "关于《云泽市产业强基三年行动方案》", "2025年第三季度落实情况的通报",
    ]  # fmt: skip
    for line in title:
        assert line.left - 28 == pytest.approx(210 - 26 - line.right, abs=1)


def test_a_lying_page_keeps_its_number_at_the_foot_of_the_bound_page(pages):
    lying = [n for n in range(1, len(pages) + 1) if pages.size(n) == (297, 210)]
    assert lying
    number = lying[0]
    dashes = [one for one in pages.letters(number) if one[3] == "—"]
    assert {round(left) for left, *_ in dashes} <= {25, 26, 27, 28, 29}
    below = [bottom > 105 for *_, bottom, _ in dashes]
    assert set(below) == {number % 2 == 1}


def test_every_page_bears_the_frame_and_a_table_its_head(pages):
    for number in range(1, len(pages) + 1):
        assert "模拟数据" in pages.text(number)
    second = next(n for n in range(3, 9) if "第60个指标" in _bare(pages, n))
    assert "序号" in pages.text(second)
    assert "附件1" not in pages.text(second)


def test_annexes_are_listed_and_begin_on_pages_of_their_own(pages):
    listed = next(n for n in range(1, len(pages) + 1) if "3.数据出处" in _bare(pages, n))
    for number in range(listed + 1, len(pages) + 1):
        if "附件" in pages.text(number):
            assert "附件" in pages.lines(number)[1].text


def test_what_no_table_can_hold_on_a_page_runs_on(render, tmp_path):
    row = Row(cells=("1", "备注" * 5000, "1"))
    table = Table(columns=COLUMNS, rows=(row, Row(cells=("2", "最后一行", "2"))))
    blocks = (table, PageBreak(), Paragraph(text="完"))
    write_document(evolve(DOCUMENT, blocks=blocks, annexes=()), tmp_path / "a.docx")
    pages = render(tmp_path / "a.docx")
    every = "".join(pages.text(n) for n in range(1, len(pages) + 1))
    assert every.count("备") == 5000
    assert "最后一行" in every


def test_a_bulletin_has_a_head(render, tmp_path):
    head = Masthead(name="云泽政务督查", number="第3期", org="督查室", date="2025年11月5日")
    written = evolve(DOCUMENT, masthead=head, annexes=(), mark="", right="")
    write_document(written, tmp_path / "a.docx")
    told = [line.text for line in render(tmp_path / "a.docx").lines(1)]
    assert told[1:4] == ["云泽政务督查", "第3期", "督查室2025年11月5日"]


def _bare(pages, number):
    return "".join(pages.text(number).split())
