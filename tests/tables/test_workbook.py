import datetime
import io
from decimal import Decimal

import pytest
import xlsxwriter

from paitou.model import UnreadableFile
from paitou.tables import Merge, read_table, sheet_names


@pytest.fixture
def make(tmp_path):
    def build(fill, name="表.xlsx"):
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            fill(book)
        return path

    return build


def test_values_keep_their_kind_and_place(make):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write_row(1, 1, ["目标任务", 1234.5, True])
        sheet.write(2, 2, datetime.date(2024, 6, 30), book.add_format({"num_format": 14}))

    sheet = read_table(make(fill))
    assert sheet.cell(1, 2).value == Decimal("1234.5")
    assert (sheet.cell(1, 3).text, sheet.cell(1, 3).place) == ("是", "D2")
    assert sheet.cell(2, 2).text == "2024-06-30"
    assert sheet.cell(0, 0).value is None
    assert sheet.cell(99, 99).text == ""


def test_numbers_come_without_the_noise_of_floats(make):
    def fill(book):
        book.add_worksheet().write_row(0, 0, [0.1 + 0.2, 184.0, 1e15, 1e-7, -3])

    texts = [cell.text for cell in read_table(make(fill)).cells(0)]
    assert texts == ["0.3", "184", "1000000000000000", "0.0000001", "-3"]


def test_shares_and_errors_are_told_from_bare_values(make):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, 0.3, book.add_format({"num_format": "0%"}))
        sheet.write(0, 1, 0.325, book.add_format({"num_format": "0.00%;[Red]-0.00%"}))
        sheet.write(0, 2, 0.3, book.add_format({"num_format": "0.00"}))
        sheet.write_formula(0, 3, "=1/0", None, "#DIV/0!")
        sheet.write_formula(0, 4, "=1+1", None, 2)

    texts = [cell.text for cell in read_table(make(fill)).cells(0)]
    assert texts == ["30%", "32.5%", "0.3", "#公式错误", "2"]


def test_merged_cells_are_filled(make):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 0, 2, "任务分解表")
        sheet.merge_range(1, 0, 3, 0, "产业振兴工程")
        sheet.write(3, 2, "末")

    sheet = read_table(make(fill))
    assert [c.text for c in sheet.cells(0)] == ["任务分解表"] * 3
    assert [sheet.cell(r, 0).text for r in (1, 2, 3)] == ["产业振兴工程"] * 3
    assert sheet.merges == (Merge(0, 0, 0, 2), Merge(1, 0, 3, 0))


def test_the_first_visible_sheet_that_holds_something_is_read(make):
    def fill(book):
        book.add_worksheet("空")
        book.add_worksheet("隐藏").hide()
        book.get_worksheet_by_name("隐藏").write(0, 0, "旧")
        book.add_worksheet("分解<表>&").write(0, 0, 0.5, book.add_format({"num_format": 9}))
        book.get_worksheet_by_name("空").activate()

    path = make(fill)
    assert sheet_names(path) == ("空", "分解<表>&")
    assert read_table(path).cell(0, 0).text == "50%"
    assert read_table(path, "隐藏").cell(0, 0).text == "旧"
    with pytest.raises(UnreadableFile, match="没有名为“丙”的工作表，现有"):
        read_table(path, "丙")


def test_an_empty_workbook_is_an_empty_sheet(make):
    assert read_table(make(lambda book: book.add_worksheet())).rows == ()


def test_two_cells_far_apart_are_refused_before_memory_is_taken(make):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "甲")
        sheet.write(150_000, 16_000, "乙")

    with pytest.raises(UnreadableFile, match="范围过大"):
        read_table(make(fill))


def test_mere_format_far_below_does_no_harm(make):
    def fill(book):
        sheet = book.add_worksheet()
        sheet.write(0, 0, "甲")
        sheet.write_blank(1_000_000, 9_000, None, book.add_format({"bold": True}))

    assert read_table(make(fill)).height == 1


def test_too_many_rows_are_refused(make):
    def fill(book):
        book.add_worksheet().write(200_000, 0, "甲")

    with pytest.raises(UnreadableFile, match="20 万行"):
        read_table(make(fill))


def test_a_workbook_cut_short_or_bent_is_refused(make, tmp_path):
    data = make(lambda book: book.add_worksheet().write(0, 0, "甲")).read_bytes()
    for cut in range(0, len(data) - 1, 97):
        path = tmp_path / "断.xlsx"
        path.write_bytes(data[:cut] + b"\x00" * 20)
        with pytest.raises(UnreadableFile):
            read_table(path)


def test_prefixed_tags_and_places_left_out_are_read(tmp_path, make):
    import zipfile

    path = make(lambda book: book.add_worksheet("x").write_row(0, 0, [1, 2]))
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            if part.endswith("sheet1.xml"):
                body = body.replace(b' r="A1"', b"").replace(b' r="B1"', b"")
            new.writestr(part, body)
    path.write_bytes(out.getvalue())
    assert [cell.text for cell in read_table(path).cells(0)] == ["1", "2"]
