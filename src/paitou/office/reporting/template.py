"""A form → an Excel sheet to fill in; a sheet that came back → what it says by cell."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path, PurePath

from paitou.model import UnreadableFile
from paitou.office.files.marks import (
    mark_in_bytes,
    mark_in_name,
    mark_in_text,
    refuse_marked,
)
from paitou.office.files.packages import texts_of
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.matching import (
    KEY,
    NAME,
    NOTE,
    ORG,
    VALUE,
    Matched,
    match,
)
from paitou.render.sheet_page import SheetColumn, SheetPage, SheetRow
from paitou.render.sheets import workbook_bytes
from paitou.tables import Sheet, read_table

#: A filled form is far smaller; what unpacks to more is no form.
MAX_BYTES = 2 * 1024 * 1024
MAX_UNPACKED = 20 * 1024 * 1024
_SUFFIXES = (".xlsx", ".xls", ".csv")
_LONGEST_NAME = 60
_CHUNK = 1 << 16
_COLUMNS = (
    SheetColumn(title="序号", width=6, is_centred=True),
    SheetColumn(title=NAME, width=34),
    SheetColumn(title=ORG, width=16),
    SheetColumn(title="期别", width=14, is_centred=True),
    SheetColumn(title="计量单位", width=10, is_centred=True),
    SheetColumn(title="上期", width=16),
    SheetColumn(title="上年同期", width=16),
    SheetColumn(title="任务", width=16),
    SheetColumn(title=VALUE, width=16),
    SheetColumn(title=NOTE, width=28),
    SheetColumn(title=KEY, width=18, is_quiet=True),
)
_FOOT = (
    "只填“填报值”和“备注”两列；数填在规定的计量单位下，也可以连单位写（如 3.2万元）。",
    "确实没有的填“/”并在备注里说明；只能估计的写“预计”。填好后上传，也可以只填一部分。",
)


def template_bytes(
    title: str,
    org_name: str,
    asks: Sequence[Ask],
    typed: dict[str, Typed],
    *,
    is_simulated: bool = False,
) -> bytes:
    """Return the form as a workbook, with what was filled in so far."""
    rows = tuple(
        SheetRow(cells=_cells(number, ask, typed.get(ask.key, Typed())))
        for number, ask in enumerate(asks, 1)
    )
    page = SheetPage(
        name="填报表",
        title=title,
        columns=_COLUMNS,
        rows=rows,
        left=f"填报单位：{org_name}",
        frame="模拟数据，不是统计数据" if is_simulated else "",
        foot=_FOOT,
        frozen_columns=2,
    )
    return workbook_bytes((page,), title)


def read_upload(name: str, data: bytes, asks: Sequence[Ask]) -> Matched:
    """Return what an uploaded table says for the cells of a form.

    Raises:
        UnreadableFile: too big, of another type than its name says, damaged, a bomb, or
            bearing a secrecy mark; nothing of it is kept.
    """
    return match(_sheet(name, data), asks)


def _sheet(name: str, data: bytes) -> Sheet:
    plain = PurePath(name.replace("\\", "/")).name[-_LONGEST_NAME:] or "上传的文件"
    suffix = PurePath(plain).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UnreadableFile(f"“{plain}”不是能读的表格，请上传 .xlsx、.xls 或 .csv")
    if len(data) > MAX_BYTES:
        raise UnreadableFile(f"“{plain}”超过2MB，不是填报表，没有读取")
    if suffix == ".xlsx":
        _refuse_bomb(plain, data)
    _refuse_marked(plain, suffix, data)
    with tempfile.TemporaryDirectory(prefix="paitou-") as folder:
        path = Path(folder) / f"form{suffix}"
        path.write_bytes(data)
        try:
            return _renamed(read_table(path), plain)
        except UnreadableFile as error:
            raise UnreadableFile(str(error).replace(path.name, plain)) from error


def _refuse_marked(name: str, suffix: str, data: bytes) -> None:
    """Turn away what bears a secrecy mark before anything of it stands on a disk."""
    refuse_marked("文件名", mark_in_name(name))
    refuse_marked(f"“{name}”", mark_in_bytes(data))
    mark = None
    if suffix == ".xlsx":
        with suppress(UnreadableFile):  # what is broken, the reader tells better
            mark = mark_in_text(texts_of(data, suffix))
    refuse_marked(f"“{name}”", mark)


def _renamed(sheet: Sheet, name: str) -> Sheet:
    return Sheet(file=name, name=sheet.name, rows=sheet.rows, merges=sheet.merges)


def _refuse_bomb(name: str, data: bytes) -> None:
    """Unpack at most what a form may hold, whatever the directory says of its size."""
    left = MAX_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                with archive.open(part) as stream:
                    while chunk := stream.read(_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            words = f"“{name}”解压后过大，不是填报表，没有读取"
                            raise UnreadableFile(words)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError) as error:
        raise UnreadableFile(f"“{name}”已损坏或已加密，请另存后再上传") from error
    except NotImplementedError as error:
        raise UnreadableFile(f"“{name}”的压缩方式不认识，请另存后再上传") from error


def _cells(number: int, ask: Ask, typed: Typed) -> tuple[str, ...]:
    return (
        str(number),
        ask.name,
        ask.org_name,
        ask.period.label,
        ask.unit,
        ask.last.words if ask.last else "",
        ask.year_ago.words if ask.year_ago else "",
        ask.quota.words if ask.quota else "",
        typed.text,
        typed.note,
        ask.key,
    )
