"""A workbook read in a process of its own, because a bent one can end the process it is in.

The library that reads workbooks takes whatever memory a file asks for and aborts where it
gets none; a server must outlive that. The child answers in JSON on its standard output.
"""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from decimal import Decimal
from typing import Any

from paitou.model import UnreadableFile
from paitou.tables.intake import Kind
from paitou.tables.sheet import Merge, Sheet
from paitou.tables.workbook import damaged

#: The exit status of the worker where its answer is the sentence of a refusal.
REFUSED = 3
_WORKER = "paitou.tables.worker"
_SECONDS = 300


def read_apart(data: bytes, file: str, kind: Kind, sheet: str | None) -> Sheet:
    """Return what `read_workbook` returns, and raise what it raises.

    Raises:
        UnreadableFile: as there; also where the reading process did not survive.
    """
    answer = _ask(data, file, kind, "read", *([sheet] if sheet is not None else []))
    return Sheet(
        file=file,
        name=answer["name"],
        rows=tuple(map(tuple, answer["rows"])),
        merges=tuple(Merge(*map(int, merge)) for merge in answer["merges"]),
    )


def sheet_names_apart(data: bytes, file: str, kind: Kind) -> tuple[str, ...]:
    """Return the names of the sheets that can be seen.

    Raises:
        UnreadableFile: encrypted or damaged.
    """
    return tuple(_ask(data, file, kind, "names")["names"])


def _ask(data: bytes, file: str, kind: Kind, *question: str) -> dict[str, Any]:  # JSON
    command = [sys.executable, "-m", _WORKER, file, kind.value, *question]
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter, no shell
            command, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(f"“{file}”读取超时，请删去多余内容或拆分后再导入") from error
    if done.returncode == REFUSED:
        raise UnreadableFile(json.loads(done.stdout))
    if done.returncode:
        raise damaged(file)
    answer: dict[str, Any] = json.loads(
        done.stdout, parse_float=Decimal, parse_int=Decimal, object_hook=_decode
    )
    return answer


def _decode(item: dict[str, Any]) -> object:
    if "date" in item:
        return datetime.date.fromisoformat(item["date"])
    if "time" in item:
        return datetime.datetime.fromisoformat(item["time"])
    return item
