"""Tests of what is shown of a paper."""

import datetime as dt
import struct
import zlib

import pytest

from paitou.office.papers.preview import excerpt_of, first_page
from paitou.report.products import Wish, find_product

DAY = dt.date(2025, 11, 5)


@pytest.fixture
def made(yunze, tmp_path):
    def make(name, ending):
        path = tmp_path / f"a{ending}"
        find_product(name).write(yunze, path, Wish(as_of=DAY))
        return path.read_bytes()

    return make


def test_the_first_page_is_a_picture():
    import pypdfium2

    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(595, 842)
    import io

    stream = io.BytesIO()
    pdf.save(stream)
    png = first_page(stream.getvalue())
    width, height = struct.unpack(">II", png[16:24])
    assert (png[:8], width, height) == (b"\x89PNG\r\n\x1a\n", 840, 1189)
    start = png.index(b"IDAT") + 4
    (length,) = struct.unpack(">I", png[start - 8 : start - 4])
    lines = zlib.decompress(png[start : start + length])
    assert len(lines) == height * (1 + width * 3)
    assert set(lines[1:4]) == {255}


def test_a_paper_is_shown_by_its_first_lines(made):
    lines = excerpt_of(made("leader", ".docx"), ".docx").lines
    assert lines[0].startswith("领导参阅（代拟稿）")
    assert 4 < len(lines) <= 24


def test_a_table_is_shown_by_its_first_rows(made):
    rows = excerpt_of(made("progress", ".xlsx"), ".xlsx").rows
    ((title, count),) = rows[0]
    assert "任务进展月报表" in title
    assert count == 10
    assert rows[2][0] == ("序号", 1)
    assert {sum(count for _, count in row) for row in rows} == {10}
