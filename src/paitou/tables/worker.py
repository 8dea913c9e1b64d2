"""A workbook on standard input → its values as JSON on standard output; see `apart`."""

from __future__ import annotations

import datetime
import json
import sys
from decimal import Decimal

from paitou.model import UnreadableFile
from paitou.tables.apart import REFUSED
from paitou.tables.intake import Kind
from paitou.tables.sheet import Value
from paitou.tables.workbook import read_workbook, sheet_names

_MEMORY = 3 << 30
_NOT_INSTALLED = (
    "读 Excel 文件需要 python-calamine，请安装 paitou[reports]，或把表格另存为 .csv"
)


def _encode(value: Value) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime.datetime):
        return {"time": value.isoformat()}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    return value


def _answer(data: bytes, file: str, kind: Kind, question: list[str]) -> object:
    if question[0] == "names":
        return {"names": sheet_names(data, file)}
    sheet = read_workbook(data, file, kind, question[1] if len(question) > 1 else None)
    return {
        "name": sheet.name,
        "rows": [[_encode(value) for value in row] for row in sheet.rows],
        "merges": [(m.top, m.left, m.bottom, m.right) for m in sheet.merges],
    }


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> int:
    """Answer one question about the workbook on standard input."""
    _limit_memory()
    file, kind, *question = sys.argv[1:]
    try:
        answer, status = _answer(sys.stdin.buffer.read(), file, Kind(kind), question), 0
    except UnreadableFile as refusal:
        answer, status = str(refusal), REFUSED
    except ImportError:
        answer, status = _NOT_INSTALLED, REFUSED
    json.dump(answer, sys.stdout)
    return status


if __name__ == "__main__":
    sys.exit(main())
