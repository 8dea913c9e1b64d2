"""The bytes of an .xlsx or .xls file → one sheet's values, merged cells filled."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, TypeAlias

from paitou.model import UnreadableFile
from paitou.tables.intake import MAX_CELLS, MAX_ROWS, Kind
from paitou.tables.marks import Marks, read_marks
from paitou.tables.sheet import Merge, Sheet, Value

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_Raw: TypeAlias = (
    int
    | float
    | str
    | bool
    | datetime.time
    | datetime.date
    | datetime.datetime
    | datetime.timedelta
)
#: Excel keeps fifteen digits; the rest of a float is noise of its binary form.
_DIGITS = ".15g"


def sheet_names(data: bytes, file: str) -> tuple[str, ...]:
    """Return the names of the sheets that can be seen, in order."""
    return _visible(_open(data, file))


def read_workbook(data: bytes, file: str, kind: Kind, sheet: str | None) -> Sheet:
    """Return the named sheet, or the first that is visible and not empty.

    Raises:
        UnreadableFile: encrypted, damaged, too long, or without such a sheet.
    """
    book = _open(data, file)
    if sheet is not None and sheet not in book.sheet_names:
        raise UnreadableFile(
            f"“{file}”里没有名为“{sheet}”的工作表，现有：{'、'.join(book.sheet_names)}"
        )
    read = Sheet(file=file)
    for name in _visible(book) if sheet is None else (sheet,):
        read = _read_sheet(book, name, data if kind is Kind.XLSX else None, file)
        if read.rows:
            return read
    return read


def _open(data: bytes, file: str) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise UnreadableFile(f"“{file}”已加密，请去掉打开密码后再导入") from error
    except (CalamineError, ValueError, OSError) as error:
        raise damaged(file) from error


def damaged(file: str) -> UnreadableFile:
    """Return the sentence for a workbook that cannot be read."""
    return UnreadableFile(f"“{file}”已损坏，请用 Excel 或 WPS 打开后另存，再导入")


def _visible(book: CalamineWorkbook) -> tuple[str, ...]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return tuple(
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
        and sheet.visible == SheetVisibleEnum.Visible
    )


def _read_sheet(book: CalamineWorkbook, name: str, xlsx: bytes | None, file: str) -> Sheet:
    from python_calamine import CalamineError

    try:
        marks = read_marks(xlsx, name) if xlsx is not None else Marks()
        _check_reach(marks.height, marks.width, file)
        sheet = book.get_sheet_by_name(name)
        _check_reach(sheet.total_height, sheet.total_width, file)
        rows = _values(sheet, marks)
    except (CalamineError, KeyError, ValueError, OSError) as error:
        raise damaged(file) from error
    merges = _fill(rows, sheet, file)
    return Sheet(file=file, name=name, rows=tuple(map(tuple, rows)), merges=merges)


def _check_reach(height: int, width: int, file: str) -> None:
    """Refuse before reading: memory is taken for every place up to the farthest."""
    if height > MAX_ROWS:
        raise UnreadableFile(f"“{file}”超过 20 万行，请删去末尾多余的行或拆分后再导入")
    if height * width > MAX_CELLS:
        raise UnreadableFile(
            f"“{file}”范围过大({height} 行 {width} 列)，请删去远处多余的单元格"
        )


def _values(sheet: CalamineSheet, marks: Marks) -> list[list[Value]]:
    raw = sheet.to_python(skip_empty_area=False) if sheet.start else []
    rows = [[_value(value) for value in row] for row in raw]
    for row, column in marks.shares:
        value = rows[row][column]
        if isinstance(value, Decimal):
            rows[row][column] = f"{_plain(value * 100)}%"
    for row, column in marks.errors:
        rows[row][column] = "#公式错误"
    return rows


def _value(raw: _Raw) -> Value:
    if raw == "" and isinstance(raw, str):
        return None
    if isinstance(raw, bool | str | datetime.date):
        return raw
    if isinstance(raw, int | float) and isfinite(raw):
        return _plain(Decimal(format(raw, _DIGITS)))
    return str(raw)


def _plain(number: Decimal) -> Decimal:
    """Return the number without an exponent and without zeros that say nothing."""
    return Decimal(format(number.normalize(), "f"))


def _fill(rows: list[list[Value]], sheet: CalamineSheet, file: str) -> tuple[Merge, ...]:
    """Write the value of each merged range into all its places; return the ranges."""
    merges = tuple(
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if top < len(rows) and rows and left < len(rows[0])
    )
    budget = MAX_CELLS
    for merge in merges:
        bottom, right = min(merge.bottom, len(rows) - 1), min(merge.right, len(rows[0]) - 1)
        budget -= (bottom - merge.top + 1) * (right - merge.left + 1)
        if budget < 0:
            raise damaged(file)
        for row in rows[merge.top : bottom + 1]:
            row[merge.left : right + 1] = [rows[merge.top][merge.left]] * (
                right - merge.left + 1
            )
    return merges
