import re
import zipfile
from decimal import Decimal
from io import BytesIO

import pytest

from paitou.render.sheet_page import Joining, Live, SheetColumn, SheetPage, SheetRow, Tone
from paitou.render.sheets import workbook_bytes
from paitou.tables import place_name, read_table, sheet_names

COLUMNS = (
    SheetColumn(title="工程", width=10, joining=Joining.RUN),
    SheetColumn(title="任务", width=20),
    SheetColumn(title="2023年", width=9, group="年度目标", is_centred=True),
    SheetColumn(title="2024年", width=9, group="年度目标", choices=("甲", "乙")),
)


def _page(*rows, **fields):
    made = tuple(row if isinstance(row, SheetRow) else SheetRow(cells=row) for row in rows)
    return SheetPage(
        **({"name": "表", "title": "分解表", "columns": COLUMNS, "rows": made} | fields)
    )


@pytest.fixture
def reread(tmp_path):
    """Write pages and read the first as a table."""

    def read(*pages):
        path = tmp_path / "表.xlsx"
        path.write_bytes(workbook_bytes(pages, "分解表"))
        return read_table(path)

    return read


def _xml(*pages, part="worksheets/sheet1"):
    with zipfile.ZipFile(BytesIO(workbook_bytes(pages, "分解表"))) as archive:
        return archive.read(f"xl/{part}.xml").decode()


def _merged(sheet):
    return {
        f"{place_name(m.top, m.left)}:{place_name(m.bottom, m.right)}" for m in sheet.merges
    }


def test_title_head_and_lines(reread):
    page = _page(("甲", "乙", None, None), left="填报单位：", right="单位：亿元")
    sheet = reread(page)
    assert sheet.cell(0, 3).text == "分解表"
    assert [c.text for c in sheet.cells(1)] == [
        "填报单位：",
        "填报单位：",
        *["单位：亿元"] * 2,
    ]
    assert [c.text for c in sheet.cells(2)] == ["工程", "任务", "年度目标", "年度目标"]
    assert [c.text for c in sheet.cells(3)] == ["工程", "任务", "2023年", "2024年"]
    assert _merged(sheet) >= {"A1:D1", "C3:D3", "A3:A4", "B3:B4"}


def test_it_prints_on_a3_landscape_one_page_wide_with_its_head_repeated():
    page = _page(("甲", "乙", None, None), frozen_columns=2)
    xml = _xml(page)
    setup = re.search(r"<pageSetup ([^>]*)/>", xml)[1]
    assert 'paperSize="8"' in setup
    assert 'orientation="landscape"' in setup
    assert 'fitToHeight="0"' in setup
    assert "<pageSetUpPr fitToPage=" in xml
    assert 'topLeftCell="C4"' in xml
    assert "第 &amp;P 页 共 &amp;N 页" in xml
    assert "Print_Titles" in _xml(page, part="workbook")
    assert "$2:$3" in _xml(page, part="workbook")


def test_fonts_are_named_as_offices_expect():
    styles = _xml(_page(("甲", "乙", None, None)), part="styles")
    assert {"方正小标宋简体", "黑体", "宋体"} <= set(
        re.findall(r'<name val="([^"]+)"', styles)
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5", "@甲", "=cmd|'/c calc'!A1", "http://x.cn"]
)
def test_no_text_is_a_formula_or_a_link(reread, text):
    page = _page(("甲", text, None, None))
    assert reread(page).cell(3, 1).value == text
    assert "<f>" not in _xml(page)
    assert "hyperlink" not in _xml(page)


def test_numbers_are_numbers_and_none_is_empty(reread):
    row = ("甲", None, Decimal("1234.5"), Decimal("12345678901234567890"))
    sheet = reread(_page(row))
    assert sheet.cell(3, 1).value is None
    assert sheet.cell(3, 2).value == Decimal("1234.5")
    assert sheet.cell(3, 3).value == "12345678901234567890"


def test_equal_values_become_one_cell_and_joined_cells_too(reread):
    task = SheetRow(
        cells=("甲", "全文", None, None), tone=Tone.TASK, joined=(1, 3), opens=True
    )
    sheet = reread(_page(task, ("甲", "一", None, None), ("乙", "二", None, None)))
    assert _merged(sheet) >= {"A4:A5", "B4:D4"}


def test_rows_are_high_enough_and_a_very_long_one_takes_several(reread):
    rows = [("甲", "长" * length, None, None) for length in (1, 60, 900)]
    page = _page(*rows)
    heights = [
        float(h) for h in re.findall(r'<row r="[4-9]"[^>]* ht="([\d.]+)"', _xml(page))
    ]
    assert heights[0] < heights[1] < heights[2] <= 409
    assert any(area.startswith("B6:B") for area in _merged(reread(page)))


def test_long_runs_are_cut_so_that_each_page_shows_their_words(reread):
    rows = [("甲", str(number), None, None) for number in range(200)]
    runs = [area for area in _merged(reread(_page(*rows))) if area.startswith("A")]
    assert len(runs) > 5


def test_equal_pages_give_equal_bytes():
    page = _page(("甲", "乙", Decimal(1), None))
    assert workbook_bytes([page], "表") == workbook_bytes([page], "表")


def test_a_frame_stands_on_the_sheet_and_in_print(reread):
    page = _page(("甲", "乙", None, None), frame="模拟数据")
    assert "模拟数据" in [cell.text for cell in reread(page).cells(1)]
    assert "模拟数据" in re.search(r"<oddHeader>(.*?)</oddHeader>", _xml(page))[1]


def test_names_that_excel_refuses_are_mended(tmp_path):
    names = ["a/b[c]", "甲" * 40, "甲" * 40, ""]
    path = tmp_path / "表.xlsx"
    path.write_bytes(workbook_bytes([_page(name=name) for name in names], "表"))
    sheets = sheet_names(path)
    assert sheets[0] == "a b c"
    assert len(set(sheets)) == 4
    assert all(len(name) <= 31 for name in sheets)


def test_choices_are_offered():
    rule = re.search(
        r"<dataValidation .*?</dataValidation>", _xml(_page(("甲", "乙", None, None)))
    )
    assert "甲,乙" in rule[0]
    assert 'sqref="D4"' in rule[0]


def test_words_that_no_cell_holds_are_cut_with_a_note(reread):
    assert (
        reread(_page(("甲", "长" * 40_000, None, None))).cell(3, 1).text.endswith("原文)")
    )


def test_a_live_cell_computes_and_shows_what_it_is_now(reread):
    page = _page(("甲", "乙", Decimal("2.5"), Live("=C4*2", Decimal(5))))
    assert place_name(page.line_of(0) - 1, 2) == "C4"
    assert "<f>C4*2</f><v>5" in _xml(page)
    assert reread(page).rows[3][3] == Decimal(5)
