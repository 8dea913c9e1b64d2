import re
import zipfile

import pytest
import xlsxwriter

from paitou.model import UnreadableFile
from paitou.tables import read_table


def _bent(path, part, pattern, replacement):
    """Rewrite one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = re.sub(pattern, replacement, parts[part])
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in parts.items():
            archive.writestr(name, body)


@pytest.fixture
def workbook(tmp_path):
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("分解").write_row(0, 0, ["甲", 1.5])
    return path


def test_a_file_that_asks_for_terabytes_ends_only_its_own_process(workbook):
    _bent(
        workbook,
        "xl/sharedStrings.xml",
        rb'uniqueCount="\d+"',
        b'uniqueCount="99999999999"',
    )
    with pytest.raises(UnreadableFile, match="已损坏"):
        read_table(workbook)


def test_a_size_stated_too_large_does_no_harm(workbook):
    _bent(workbook, "xl/worksheets/sheet1.xml", rb'ref="[^"]+"', b'ref="A1:XFD1048576"')
    assert [cell.text for cell in read_table(workbook).cells(0)] == ["甲", "1.5"]
