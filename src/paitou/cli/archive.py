"""The files of a book's folder → one .zip, the same bytes for the same files; and back."""

from __future__ import annotations

import re
import shutil
import stat
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from paitou.model import UnreadableFile, UsageError

#: What the office adds to a folder that is exported: figures that were approved in it.
OFFICE_FIGURES = "figures/office.csv"
MAX_ARCHIVE = 64 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_FILES = 2000
_DEEPEST, _LONGEST = 8, 200
_CHUNK = 1 << 16
#: Older than any file; a .zip knows no time before it.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o100644
#: What no file system takes, or what some take for something else.
_ODD = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)

Files = Mapping[str, bytes]


def folder_files(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their names in it; hidden ones and links are left.

    Raises:
        UsageError: one cannot be read, or there is more than an archive may hold.
    """
    found: dict[str, bytes] = {}
    size = 0
    try:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            is_hidden = any(part.startswith(".") for part in name.split("/"))
            if is_hidden or path.is_symlink() or not path.is_file():
                continue
            size += path.stat().st_size
            if len(found) >= MAX_FILES or size > MAX_UNPACKED:
                raise UsageError(f"“{folder.name}”里的文件过多或过大，不能打包")
            found[name] = path.read_bytes()
    except OSError as error:
        raise UsageError(f"“{folder.name}”里有文件读不出来（{error.strerror}）") from error
    return found


def pack(files: Files) -> bytes:
    """Return an archive of the files; equal files give equal bytes, in any order."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files):
            told = zipfile.ZipInfo(name, _DATE)
            told.compress_type = zipfile.ZIP_DEFLATED
            told.create_system = _UNIX
            told.external_attr = _PLAIN_FILE << 16
            archive.writestr(told, files[name])
    return stream.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive by their names, the same on every system.

    Raises:
        UnreadableFile: damaged, encrypted or too large; or a name leads out of the folder,
            is a link, or would be two files in one place.
    """
    if len(data) > MAX_ARCHIVE:
        raise UnreadableFile(f"压缩包超过{MAX_ARCHIVE >> 20}MB，没有读取")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return dict(_unpacked(archive))
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError) as error:
        raise UnreadableFile("压缩包已损坏或已加密，请重新打包") from error
    except NotImplementedError as error:
        raise UnreadableFile("压缩包的压缩方式不认识，请用 zip 重新打包") from error


def unpack_into(data: bytes, folder: Path) -> tuple[str, ...]:
    """Make a folder of an archive and return its files; all of it or nothing is made.

    Raises:
        UnreadableFile: the archive is none that may be unpacked.
        UsageError: the folder is there already, cannot be made, or would be no book.
    """
    from paitou.folder import load

    files = unpack(data)
    folder = folder.resolve()
    if folder.exists():
        raise UsageError(f"“{folder}”已经存在，请换一个名字")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".paitou-") as place:
            made = Path(place) / folder.name
            for name, content in files.items():
                path = made / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            load(made)  # what cannot be loaded is not put in place
            shutil.move(made, folder)
    except OSError as error:
        raise UsageError(f"建不了文件夹“{folder}”（{error.strerror}）") from error
    return tuple(sorted(files))


def _unpacked(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [one for one in archive.infolist() if not one.is_dir()]
    if len(entries) > MAX_FILES:
        raise UnreadableFile(f"压缩包里超过{MAX_FILES}个文件，没有读取")
    _refuse_names(entries)
    left = MAX_UNPACKED
    for told in entries:
        content = bytearray()
        with archive.open(told) as stream:  # whatever the directory says of its size
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    words = f"压缩包解压后超过{MAX_UNPACKED >> 20}MB，没有读取"
                    raise UnreadableFile(words)
                content += chunk
        yield told.filename, bytes(content)


def _refuse_names(entries: list[zipfile.ZipInfo]) -> None:
    taken: set[str] = set()
    folders: set[str] = set()
    for told in entries:
        name = told.filename
        if why := _why_not(told):
            raise UnreadableFile(f"压缩包里的“{name[:40]}”{why}，没有读取")
        key = unicodedata.normalize("NFC", name).casefold()
        parts = key.split("/")
        above = {"/".join(parts[:depth]) for depth in range(1, len(parts))}
        if key in taken or key in folders or above & taken:
            raise UnreadableFile(f"压缩包里的“{name[:40]}”重名，没有读取")
        taken.add(key)
        folders |= above


def _why_not(told: zipfile.ZipInfo) -> str:
    """Return why an entry is not unpacked, empty where it is."""
    parts = told.filename.split("/")
    if stat.S_IFMT(told.external_attr >> 16) not in (0, stat.S_IFREG):
        return "不是普通文件"
    if told.flag_bits & 1:
        return "已加密"
    if len(told.filename) > _LONGEST or len(parts) > _DEEPEST:
        return "名字太长或层次太深"
    if any(not part.strip(". ") or part.startswith(".") for part in parts):
        return "的路径不对"
    if any(part != part.rstrip(". ") or _RESERVED.fullmatch(part) for part in parts):
        return "的名字不是每种系统都能用"
    return "的名字里有不能用的字符" if _ODD.search(told.filename) else ""
