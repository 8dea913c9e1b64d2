from io import BytesIO

import pytest

from paitou.model import UnreadableFile
from paitou.text.readers.docx import read_docx

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def _read(make, *body, **parts):
    return read_docx(make.docx("".join(body), **parts))


def _run(inner):
    return f"<w:p><w:r>{inner}</w:r></w:p>"


def test_spans_lead_back_to_the_paragraph(make):
    p = make.paragraph
    reading = _read(make, p("方案"), p(""), p("到2025年，经济总量达到1万亿元。"))
    assert reading.text == "方案\n到2025年，经济总量达到1万亿元。"
    assert (reading.format, reading.place_kind) == ("docx", "paragraph")
    assert reading.place_at(reading.text.index("1万亿元")) == 3
    assert reading.place_at(0) == 1


def test_automatic_numbers_become_words(make):
    body = [
        make.paragraph(text, NUMBERED) for text in ("总体要求", "", "二、主要目标", "保障")
    ]
    reading = _read(make, *body, numbering=make.part("numbering", NUMBERING))
    assert reading.text == "一、总体要求\n三、二、主要目标\n四、保障"


def test_a_number_that_was_typed_too_is_not_doubled(make):
    body = make.paragraph("一、总体要求", NUMBERED)
    reading = _read(make, body, numbering=make.part("numbering", NUMBERING))
    assert reading.text == "一、总体要求"


def test_numbers_may_come_from_the_style(make):
    inner = f'<w:name w:val="heading 1"/><w:pPr>{NUMBERED}</w:pPr>'
    styles = f'<w:style w:styleId="1">{inner}</w:style>'
    reading = _read(
        make,
        make.paragraph("总体要求", '<w:pStyle w:val="1"/>'),
        make.paragraph("正文"),
        numbering=make.part("numbering", NUMBERING),
        styles=make.part("styles", styles),
    )
    assert reading.text == "一、总体要求\n正文"
    assert [(hint.start, hint.end, hint.level) for hint in reading.headings] == [(0, 6, 1)]


def test_tracked_changes_are_read_as_accepted(make):
    reading = _read(
        make,
        "<w:p><w:r><w:t>达到</w:t></w:r>"
        "<w:del><w:r><w:delText>5%</w:delText></w:r><w:r><w:t>5</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>6%</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom></w:p>",
    )
    assert reading.text == "达到6%"


def test_a_deleted_paragraph_mark_joins_two_paragraphs(make):
    gone = "<w:rPr><w:del/></w:rPr>"
    reading = _read(make, make.paragraph("经济总量", gone), make.paragraph("达到1万亿元"))
    assert reading.text == "经济总量达到1万亿元"
    assert _read(make, make.paragraph("末段", gone)).text == "末段"


def test_tabs_breaks_and_signs_are_kept(make):
    inner = (
        "<w:t>增速</w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:t>6</w:t>"
        "<w:noBreakHyphen/><w:t>7%</w:t><w:tab/><w:t>以上</w:t><w:br/><w:t>下行</w:t>"
        "<w:sym w:font='Wingdings' w:char='F0FC'/><w:sym w:font='Symbol' w:char='?'/>"
    )
    assert _read(make, _run(inner)).text == "增速≥6-7%\t以上\n下行•"


def test_hidden_words_notes_fields_and_ruby_are_left_out(make):
    inner = (
        "<w:r><w:t>正文</w:t><w:footnoteReference w:id='1'/></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:ruby><w:rt><w:r><w:t>kun</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>昆</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<m:oMath><m:r><m:t>R</m:t></m:r></m:oMath>"
    )
    assert _read(make, f"<w:p>{inner}</w:p>").text == "正文昆R"


def test_a_text_box_is_read_once_after_its_paragraph(make):
    box = (
        f"<w:txbxContent>{make.paragraph('专栏1')}{make.paragraph('工程')}</w:txbxContent>"
    )
    choice = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    reading = _read(
        make, f"<w:p><w:r>{choice}<w:t>正文</w:t></w:r></w:p>", make.paragraph("后")
    )
    assert reading.text == "正文\n专栏1\n工程\n后"
    assert [reading.place_at(offset) for offset in (0, 4, 10)] == [1, 1, 2]


def test_content_controls_are_looked_into(make):
    body = f"<w:sdt><w:sdtContent>{make.paragraph('甲')}</w:sdtContent></w:sdt>"
    assert _read(make, body, make.paragraph("乙")).text == "甲\n乙"


def test_a_table_has_its_merged_cells_repeated(make):
    start, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        make.cell("县区", start) + make.cell("目标", '<w:gridSpan w:val="2"/>'),
        make.cell("", more) + make.cell("2024年") + make.cell("2025年"),
        make.cell("五华区") + make.cell("5%") + make.cell("6%"),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    reading = _read(make, make.paragraph("分解表"), f"<w:tbl>{table}</w:tbl>")
    (table,) = reading.tables
    words = {(c.row, c.column): reading.text[c.start : c.end] for c in table.cells}
    assert words[0, 0] == words[1, 0] == "县区"
    assert words[0, 1] == words[0, 2] == "目标"
    assert [words[2, column] for column in range(3)] == ["五华区", "5%", "6%"]
    assert {cell.row for cell in table.cells if cell.is_head} == {0, 1}
    assert table.place == 1


def test_a_table_keeps_marked_heads_and_drops_deleted_rows(make):
    def row(text, mark=""):
        return f"<w:tr><w:trPr>{mark}</w:trPr>{make.cell(text)}{make.cell('1')}</w:tr>"

    body = (
        row("甲", "<w:tblHeader/>")
        + row("删", "<w:del/>")
        + row("乙", "<w:gridBefore w:val='1'/>")
    )
    reading = _read(make, f"<w:tbl>{body}</w:tbl>")
    assert reading.text == "甲\t1\n\t乙\t1"
    assert [c.column for c in reading.tables[0].cells if c.row == 1] == [0, 1, 2]
    assert sum(cell.is_head for cell in reading.tables[0].cells) == 2


def test_a_framed_box_is_lines(make):
    body = "".join(
        f"<w:tr>{make.cell(text)}</w:tr>" for text in ("专栏1 工程", "建设100个项目")
    )
    reading = _read(make, make.paragraph("前"), f"<w:tbl>{body}</w:tbl>")
    assert (reading.text, reading.tables) == ("前\n专栏1 工程\n建设100个项目", ())
    assert reading.place_at(len(reading.text)) == 1


def test_a_secrecy_mark_in_the_page_head_is_seen(make):
    header = make.part("hdr", make.paragraph("机密★5年"))
    with pytest.raises(UnreadableFile, match="国家秘密"):
        _read(make, make.paragraph("方案"), header1=header)


def test_a_package_without_a_body_is_told(make):
    data = make.docx("").replace(b"word/document.xml", b"word/documenu.xml")
    with pytest.raises(UnreadableFile, match="没有正文"):
        read_docx(data)


def test_nesting_is_followed_as_deep_as_xml_goes(make):
    inner = make.paragraph("深")
    for _ in range(70):
        inner = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    assert _read(make, inner).text == "深"


def test_what_word_libraries_write_is_read():
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = "行动方案"
    document.add_heading("一、总体要求", level=1)
    document.add_paragraph("到2025年，经济总量达到1万亿元。")
    document.add_paragraph("第一项", style="List Number")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("指标", "目标", "税收", "5%"), strict=True):
        cell.text = text
    document.add_paragraph("附则")
    buffer = BytesIO()
    document.save(buffer)
    reading = read_docx(buffer.getvalue())
    assert reading.text.splitlines() == [
        *("一、总体要求", "到2025年，经济总量达到1万亿元。", "1. 第一项"),
        *("指标\t目标", "税收\t5%", "附则"),
    ]
    assert reading.title == "行动方案"
    numbers = [reading.place_at(reading.text.index(p.text)) for p in document.paragraphs]
    assert numbers == [1, 2, 3, 4]
