"""Made-up values → lines of a table of figures, and CSV files of equal bytes."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

SEED = 20240101
HEAD = (
    "指标", "地区", "期别", "数值", "计量单位",
    "数据状态", "口径", "来源", "公布日期", "备注",
)  # fmt: skip
SUBMITTED, CONFIRMED, PRELIMINARY = "已报", "已确认", "初步核算"
FINAL, CENSUS, UNVERIFIED, ESTIMATED = "最终核实", "普查修订", "待核", "预计"


class Row(NamedTuple):
    """One line of a table of figures, in the order of `HEAD`.

    `source` is the department that supplies the figure, empty where nobody in particular.
    """

    indicator: str
    org: str
    period: str
    value: Decimal | str
    unit: str
    state: str = CONFIRMED
    definition: str = ""
    source: str = ""
    known_on: dt.date | None = None
    note: str = ""


def figures_csv(rows: Iterable[Row], seed: int) -> str:
    """Return rows as a table whose every line says that it is made up."""
    return csv_of(HEAD, (_cells(row, seed) for row in rows))


def csv_of(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Return a table as text, with the line ends of Unix."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(head)
    out.writerows(lines)
    return text.getvalue()


def shown(value: Decimal | str) -> str:
    """Return a number as it was written, never with an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else value


def _cells(row: Row, seed: int) -> Sequence[str]:
    made = f"模拟数据（种子{seed}）"
    source = f"{row.source}·{made}" if row.source else made
    known_on = row.known_on.isoformat() if row.known_on else ""
    cells = (*row[:3], shown(row.value), *row[4:7], source, known_on, row.note)
    return tuple(map(str, cells))
