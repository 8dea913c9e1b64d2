"""A table of series (unique_id, ds, y) ↔ histories, and their paths as CSV."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path as File

import numpy as np

from paitou.model import Period, UnreadableFile, UsageError
from paitou.outlook.arrays import Floats
from paitou.outlook.path import Path
from paitou.tables.delimited import read_delimited
from paitou.tables.intake import Kind, take_in

COLUMNS = ("unique_id", "ds", "y")
ANSWER_COLUMNS = ("unique_id", "step", "mean", "lo80", "hi80", "lo95", "hi95")
#: Days that leave more places empty than this are only put in order.
_SPARSE = 3
_DIGITS = 10


def read_histories(path: File, period: int) -> dict[str, Floats]:
    """Return the values of every series in order of time; what is missing is nan.

    `ds` may count (1, 2, …) or name years, quarters and months; an empty `y` is a gap.

    Raises:
        UnreadableFile: the file is no CSV, or lacks one of the three columns.
        UsageError: a `y` is no number.
    """
    kind, data = take_in(path)
    if kind is not Kind.CSV:
        raise UnreadableFile(f"“{path.name}”不是 CSV，请另存为“CSV UTF-8”后再读")
    rows = read_delimited(data, path.name, separator=",").rows
    titles = [_text(title) for title in rows[0]] if rows else []
    if lacking := [name for name in COLUMNS if name not in titles]:
        raise UnreadableFile(
            f"“{path.name}”的表头缺少 {'、'.join(lacking)}，第一行请写 {','.join(COLUMNS)}"
        )
    places = [titles.index(name) for name in COLUMNS]
    found: dict[str, list[tuple[str, float]]] = {}
    for line, row in enumerate(rows[1:], start=2):
        cells = [_text(row[at]) if at < len(row) else "" for at in places]
        if any(cells):
            value = _number(cells[2], f"{path.name} 第{line}行")
            found.setdefault(cells[0], []).append((cells[1], value))
    return {key: _in_order(told, period) for key, told in found.items()}


def write_paths(paths: Mapping[str, Path]) -> str:
    """Return the paths as CSV text, one row a series and step."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(ANSWER_COLUMNS)
    for key, path in paths.items():
        told = zip(path.mean, path.lo80, path.hi80, path.lo95, path.hi95, strict=True)
        for step, values in enumerate(told, start=1):
            writer.writerow((key, step, *(f"{value:.{_DIGITS}g}" for value in values)))
    return out.getvalue()


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _number(text: str, where: str) -> float:
    if not text:
        return math.nan
    try:
        value = float(text)
    except ValueError:
        raise UsageError(f"{where}的 y“{text}”不是数字，没有数请留空") from None
    return value if math.isfinite(value) else math.nan


def _in_order(told: Sequence[tuple[str, float]], period: int) -> Floats:
    days = _days([day for day, _ in told], period)
    values = np.array([value for _, value in told], dtype=np.float64)
    if days is None:
        return values[np.argsort([day for day, _ in told], kind="stable")]
    at = np.array(days) - min(days)
    if at.max() >= _SPARSE * len(at):
        return values[np.argsort(at, kind="stable")]
    placed = np.full(at.max() + 1, np.nan)
    placed[at] = values
    return placed


def _days(days: Iterable[str], period: int) -> list[int] | None:
    """Return the place of each day in time, None where they name no such thing."""
    try:
        return [int(day) for day in days]
    except ValueError:
        pass
    try:
        return [Period.parse(day).last_month * period // 12 for day in days]
    except ValueError:
        return None
