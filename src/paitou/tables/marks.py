"""An .xlsx file → what its cell values do not tell: how far they reach, shares, errors.

The reader gives 0.3 for a cell that shows 30% and nothing for one that shows #REF!, and
takes gigabytes for two cells that stand far apart; so the sheet's XML is looked through.
"""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from attrs import field, frozen

Place: TypeAlias = tuple[int, int]

_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
#: A row, or a cell that has a value: a cell of mere format closes at once.
_FILLED = re.compile(
    rb"<(?:\w+:)?(?:(row)\b([^>]*)>|c\b([^>]*)(?<!/)>\s*<(?:\w+:)?(?:v|is|f)[\s>/])"
)
_ROW_NUMBER = re.compile(rb"""\sr=["'](\d{1,9})["']""")
_CELL_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,9})["']""")
_STYLED = re.compile(rb"""\ss=["'](\d+)["']""")
_TYPE = re.compile(rb"""\st=["'](\w+)["']""")
_SHARE_FORMATS = frozenset({"9", "10"})
_CHUNK = 1 << 22


@frozen(kw_only=True)
class Marks:
    """`height` and `width` of the filled part, and the places of shares and of errors."""

    height: int = 0
    width: int = 0
    shares: frozenset[Place] = field(default=frozenset(), repr=False)
    errors: frozenset[Place] = field(default=frozenset(), repr=False)


NO_MARKS = Marks()


def read_marks(data: bytes, sheet: str) -> Marks:
    """Return what the XML of the named sheet says of its cells."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _part_of(archive, sheet)
        if part is None:
            return NO_MARKS
        return _look_through(archive, part, _share_styles(archive))


def _attributes(text: bytes) -> dict[str, str]:
    return {
        name.decode().rpartition(":")[2]: html.unescape((double or single).decode("utf-8"))
        for name, double, single in _ATTRIBUTE.findall(text)
    }


def _stored_name(archive: zipfile.ZipFile, name: str) -> str | None:
    """Return the part's name as stored: some writers change its case."""
    return next((n for n in archive.namelist() if n.lower() == name.lower()), None)


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    stored = _stored_name(archive, name)
    return archive.read(stored) if stored else b""


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str | None:
    """Return the part that holds the sheet: its name leads to an id, the id to a target."""
    sheets = map(_attributes, _SHEET.findall(_content(archive, "xl/workbook.xml")))
    wanted = next((s.get("id") for s in sheets if s.get("name") == sheet), None)
    relations = map(
        _attributes, _RELATION.findall(_content(archive, "xl/_rels/workbook.xml.rels"))
    )
    target = next((r.get("Target") for r in relations if r.get("Id") == wanted), None)
    if not target:
        return None
    path = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return _stored_name(archive, path)


def _share_styles(archive: zipfile.ZipFile) -> frozenset[bytes]:
    """Return the numbers of the cell styles that show a number as a share."""
    styles = _content(archive, "xl/styles.xml")
    formats = set(_SHARE_FORMATS)
    for text in _FORMAT.findall(styles):
        attributes = _attributes(text)
        if "%" in attributes.get("formatCode", ""):
            formats.add(attributes.get("numFmtId", ""))
    block = _STYLES.search(styles)
    used = _STYLE.findall(block[0]) if block else []
    return frozenset(
        str(number).encode()
        for number, text in enumerate(used)
        if _attributes(text).get("numFmtId") in formats
    )


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield the part in pieces that end where a row ends, so that no tag is cut."""
    rest = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            rest += chunk
            cut = rest.rfind(b"row>") + 4
            if cut > 3:
                yield rest[:cut]
                rest = rest[cut:]
    yield rest


def _look_through(archive: zipfile.ZipFile, part: str, styles: frozenset[bytes]) -> Marks:
    place, height, width = (-1, -1), 0, 0
    shares: set[Place] = set()
    errors: set[Place] = set()
    for piece in _pieces(archive, part):
        for found in _FILLED.finditer(piece):
            place = _place(found, place)
            if found[1]:
                continue
            height, width = max(height, place[0] + 1), max(width, place[1] + 1)
            kind, style = _TYPE.search(found[3]), _STYLED.search(found[3])
            if kind and kind[1] == b"e":
                errors.add(place)
            elif (not kind or kind[1] == b"n") and style and style[1] in styles:
                shares.add(place)
    return Marks(
        height=height, width=width, shares=frozenset(shares), errors=frozenset(errors)
    )


def _place(found: re.Match[bytes], last: Place) -> Place:
    """Return where a row or a cell stands; what gives no place follows the one before."""
    if found[1]:
        number = _ROW_NUMBER.search(found[2])
        return (int(number[1]) - 1 if number else last[0] + 1), -1
    written = _CELL_PLACE.search(found[3])
    if not written:
        return last[0], last[1] + 1
    return int(written[2]) - 1, _column_number(written[1])


@lru_cache(maxsize=1024)
def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
