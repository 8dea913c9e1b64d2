"""Outlooks ↔ the table in which they are kept as they were issued, to be scored later."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable

from attrs import frozen

from paitou.model import Issue, Level, Period
from paitou.outlook.plan.outlook import Outlook
from paitou.review.columns import Row, rows_of
from paitou.tables import Sheet

COLUMNS = (
    "as_of", "statement", "org", "period", "unit", "value", "lo80", "hi80", "lo95", "hi95",
    "chance", "count", "basis",
)  # fmt: skip
_NEEDED = ("as_of", "statement", "org", "period")
_TITLES: dict[str, tuple[str, ...]] = dict.fromkeys(COLUMNS, ())


@frozen(kw_only=True)
class Kept:
    """An outlook as it was issued; numbers that it did not give are None."""

    as_of: dt.date
    statement: str
    org: str
    period: Period
    unit: str = ""
    value: float | None = None
    lo80: float | None = None
    hi80: float | None = None
    lo95: float | None = None
    hi95: float | None = None
    chance: float | None = None
    basis: str = ""
    where: str = ""


def kept_text(outlooks: Iterable[Outlook]) -> str:
    """Return the table of what a day's outlooks said; silent ones are left out."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in outlooks:
        if each.value is not None:
            numbers = (each.value, each.lo80, each.hi80, each.lo95, each.hi95, each.chance)
            told = ["" if n is None else f"{n:.6g}" for n in numbers]
            place = (each.as_of.isoformat(), each.statement, each.org, str(each.period))
            writer.writerow((*place, each.unit, *told, each.count, each.basis))
    return out.getvalue()


def read_kept(sheet: Sheet) -> tuple[tuple[Kept, ...], tuple[Issue, ...]]:
    """Return the outlooks of a table, and an issue for each row that cannot be read."""
    rows, issues = rows_of(sheet, _TITLES, _NEEDED)
    found: list[Kept] = []
    faults = list(issues)
    for row in rows:
        try:
            found.append(_kept(row))
        except ValueError as error:
            words = f"这一行不是留存的测算（{error}），没有采用"
            remedy = "留存的测算不手工修改；删去这一行，或恢复原来的文件"
            faults.append(row.issue("outlook-unreadable", words, remedy, Level.ERROR))
    return tuple(found), tuple(faults)


def _kept(row: Row) -> Kept:
    return Kept(
        as_of=dt.date.fromisoformat(row["as_of"]),
        statement=row["statement"],
        org=row["org"],
        period=Period.parse(row["period"]),
        unit=row["unit"],
        value=_number(row["value"]),
        lo80=_number(row["lo80"]),
        hi80=_number(row["hi80"]),
        lo95=_number(row["lo95"]),
        hi95=_number(row["hi95"]),
        chance=_number(row["chance"]),
        basis=row["basis"],
        where=row.where,
    )


def _number(text: str) -> float | None:
    return float(text) if text else None
