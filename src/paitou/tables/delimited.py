"""The bytes of a .csv file → rows of text, whatever its encoding and separator."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from paitou.model import UnreadableFile
from paitou.tables.intake import MAX_CELLS, MAX_ROWS
from paitou.tables.sheet import Sheet

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SEPARATORS = (",", "\t", ";")
_SAMPLE_ROWS = 30


def read_delimited(data: bytes, file: str, separator: str = "") -> Sheet:
    """Return the table; rows are counted as Excel shows them, a blank line being a row.

    Without `separator`, the one that cuts the first rows most equally is taken.

    Raises:
        UnreadableFile: binary, of an unknown encoding, with an open quote, or too long.
    """
    text = _decode(data, file)
    rows: list[tuple[str | None, ...]] = []
    cells = 0
    try:
        for row in _records(text, separator or _separator(text)):
            cells += len(row)
            if len(rows) >= MAX_ROWS or cells > MAX_CELLS:
                raise UnreadableFile(f"“{file}”超过 20 万行，请拆分后再导入")
            rows.append(tuple(value or None for value in row))
    except csv.Error as error:
        raise UnreadableFile(
            f"“{file}”第 {len(rows) + 1} 行起引号没有配对，请检查该行的英文双引号"
        ) from error
    return Sheet(file=file, rows=tuple(rows))


def _decode(data: bytes, file: str) -> str:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
        break
    raise UnreadableFile(
        f"“{file}”不是文本表格或编码无法识别，请用 Excel 或 WPS 另存为“CSV UTF-8”后再导入"
    )


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    """Return the separator that cuts the first rows into the most equal columns."""
    return max(_SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> int:
    try:
        widths = Counter(map(len, islice(_records(text, separator), _SAMPLE_ROWS)))
    except csv.Error:
        return 0
    return max((rows * (width - 1) for width, rows in widths.items()), default=0)
