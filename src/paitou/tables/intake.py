"""A path → the bytes of a table file and its kind, or one sentence why it is refused."""

from __future__ import annotations

import io
import zipfile
from enum import StrEnum
from pathlib import Path

from paitou.model import UnreadableFile

MAX_MEGABYTES = 50
MAX_UNPACKED = 400 * 1024 * 1024
MAX_ROWS = 200_000
MAX_CELLS = 10_000_000
_CHUNK = 1 << 22
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Kind(StrEnum):
    """The sort of table file."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"


_SUFFIXES = {
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".xls": Kind.XLS,
    ".et": Kind.XLS,
}


def take_in(path: Path) -> tuple[Kind, bytes]:
    """Return the kind and the bytes of a table file.

    Raises:
        UnreadableFile: missing, empty, too big, encrypted, damaged, or misnamed.
    """
    kind = _SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise UnreadableFile(
            f"“{path.name}”不是能读的表格，请另存为 .xlsx、.xls 或 .csv 后再导入"
        )
    data = _read(path)
    _check_bytes(path.name, kind, data)
    if kind is Kind.XLSX:
        check_archive(path.name, data)
    return kind, data


def _read(path: Path) -> bytes:
    try:
        megabytes = path.stat().st_size / 1024 / 1024
        if megabytes > MAX_MEGABYTES:
            raise UnreadableFile(
                f"“{path.name}”超过 {MAX_MEGABYTES} MB({megabytes:.0f} MB)，请拆分后再导入"
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"打不开“{path.name}”({error.strerror})，请检查文件路径和权限"
        ) from error
    if not data.strip():
        raise UnreadableFile(f"“{path.name}”是空文件，请检查是否保存完整")
    return data


def _check_bytes(name: str, kind: Kind, data: bytes) -> None:
    """Compare what the name promises with how the bytes begin."""
    is_zip, is_ole = data.startswith(_ZIP), data.startswith(_OLE)
    if is_ole and _ENCRYPTED in data:
        raise UnreadableFile(f"“{name}”已加密，请去掉打开密码后再导入")
    if kind is Kind.CSV and (is_zip or is_ole):
        raise UnreadableFile(
            f"“{name}”不是文本表格，它是 Excel 文件，请把扩展名改回 .xlsx 或 .xls"
        )
    if kind is Kind.XLSX and not is_zip:
        hint = (
            "它是旧版 Excel 文件，请把扩展名改为 .xls"
            if is_ole
            else "请用 Excel 或 WPS 另存为 .xlsx"
        )
        raise UnreadableFile(f"“{name}”不是有效的 .xlsx 文件，{hint}")
    if kind is Kind.XLS and not is_ole:
        raise UnreadableFile(f"“{name}”不是有效的 {Path(name).suffix} 文件，{_other(data)}")


def _other(data: bytes) -> str:
    if data.startswith(_ZIP):
        return "它是新版 Excel 文件，请把扩展名改为 .xlsx"
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return "它其实是网页表格，请用 Excel 或 WPS 打开后另存为 .xlsx"
    return "请用 Excel 或 WPS 另存为 .xlsx"


def check_archive(name: str, data: bytes) -> None:
    """Refuse an .xlsx whose parts are damaged, repeated, or unpack to too much.

    Every part is unpacked once, because a size in the directory may be a lie.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(name, archive)
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise UnreadableFile(f"“{name}”已损坏，请重新保存或重新下载后再导入") from error
    except RuntimeError as error:  # what zipfile raises for a part with a password
        raise UnreadableFile(f"“{name}”已加密，请去掉打开密码后再导入") from error


def _check_parts(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename.lower() for part in parts}
    if not any(part.startswith("xl/workbook") for part in names):
        raise UnreadableFile(f"“{name}”不是 Excel 工作簿，请检查是否选错了文件")
    if len(names) != len(parts):
        raise UnreadableFile(f"“{name}”已损坏(同名内容重复)，请重新保存后再导入")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnreadableFile(f"“{name}”解压后超过 400 MB，请拆分后再导入")
    for part in parts:
        with archive.open(part) as stream:
            while stream.read(_CHUNK):
                pass
