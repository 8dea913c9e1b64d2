import shutil
import subprocess

import pytest

from paitou.model import Org
from paitou.report.breakdown.pages import breakdown_pages
from paitou.report.breakdown_sheet import breakdown_bytes, write_breakdown
from paitou.tables import read_table, sheet_names


@pytest.fixture
def written(tmp_path):
    def write(book, **options):
        path = tmp_path / "任务分解表.xlsx"
        write_breakdown(book, path, **options)
        return path

    return write


def test_the_sheets_and_the_head(book, written):
    path = written(book)
    assert sheet_names(path)[0] == "任务分解表"
    assert sheet_names(path)[-1] == "填表说明"
    sheet = read_table(path)
    assert sheet.cell(0, 0).text == "云山市产业振兴三年行动方案任务分解表(2023—2025年)"
    assert "计量单位" in "".join(cell.text for cell in sheet.cells(1))
    head = [cell.text for cell in sheet.cells(3)]
    assert head[:9] == [
        *("序号", "所属工程", "任务编号", "目标任务(原文)", "指标", "目标值"),
        *("2023年", "2024年", "2025年"),
    ]
    assert head[-2:] == ["编号(勿改)", "备注"]


def test_equal_books_give_equal_bytes(book):
    assert breakdown_bytes(book) == breakdown_bytes(book)


def test_quotas_stand_under_their_year_and_area(decided, quota, statement, written):
    target = statement("引进企业")
    orgs = (
        Org(code="E", name="东区", kind="county"),
        Org(code="W", name="西区", kind="county"),
    )
    quotas = (quota(target, 2024, "20"), quota(target, 2024, "5", org="W"))
    path = written(decided(quotas=quotas, orgs=orgs))
    main = read_table(path)
    row = next(r for r in range(main.height) if main.cell(r, 4).text == "引进企业")
    assert [main.cell(row, c).text for c in (6, 7, 8)] == ["", "20", ""]
    areas = read_table(path, "2024年县(市)区分解")
    row = next(r for r in range(areas.height) if areas.cell(r, 2).text == "引进企业")
    assert [areas.cell(row, c).text for c in (5, 6, 7)] == ["20", "", "5"]


def test_without_areas_the_form_is_empty(book):
    pages = breakdown_pages(book)
    areas = next(page for page in pages if page.name == "2023年县(市)区分解")
    assert [column.title for column in areas.columns if column.group] == [""] * 8
    assert len(areas.rows) == 6


def test_simulated_figures_are_marked_on_every_sheet(book):
    assert {page.frame for page in breakdown_pages(book)} == {""}
    assert {page.frame for page in breakdown_pages(book, is_simulated=True)} == {"模拟数据"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_it_opens_clean_in_libreoffice_on_a3(book, written, tmp_path):
    path = written(book)
    office = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", office, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, tmp_path, path], check=True, capture_output=True, timeout=120)
    pdfium = pytest.importorskip("pypdfium2")
    with pdfium.PdfDocument(path.with_suffix(".pdf")) as pdf:
        width, height = pdf[0].get_size()
        text = pdf[0].get_textpage().get_text_bounded()
    assert (round(width), round(height)) == (1191, 842)
    assert "任务分解表" in text
    assert "第 1 页" in text
