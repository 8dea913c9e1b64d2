"""The table breakdown.csv ↔ quotas: one row a share of a target, faults with their row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from paitou.model import Issue, Level, Period, Quota
from paitou.review.columns import Row, rows_of
from paitou.tables import Content, NumberCell, Sheet, parse_number
from paitou.text.view import fold

BREAKDOWN_COLUMNS = ("statement", "org", "period", "value", "unit", "source", "quote")
_TITLES = {
    "statement": ("编号", "目标编号", "指标编号"),
    "org": ("承担单位", "责任单位", "县(市)区", "地区"),
    "period": ("期别", "时期", "年度", "年份"),
    "value": ("分解值", "目标值", "数值", "值"),
    "unit": ("计量单位",),
    "source": ("来源", "文号", "依据"),
    "quote": ("原文", "目标原文"),
}
_NEEDED = ("statement", "org", "period", "value")


def read_breakdown(sheet: Sheet) -> tuple[tuple[Quota, ...], tuple[Issue, ...]]:
    """Return the quotas of the table; a row without a value is one not filled in yet."""
    rows, issues = rows_of(sheet, _TITLES, _NEEDED)
    quotas: list[Quota] = []
    found = list(issues)
    for row in rows:
        if not row["value"]:
            continue
        try:
            quotas.append(_quota(row))
        except ValueError as error:
            found.append(_wrong(row, str(error)))
        else:
            found += _qualified(row)
    found += _repeated(quotas)
    return tuple(quotas), tuple(found)


def write_breakdown(quotas: Iterable[Quota]) -> str:
    """Return the table as CSV text; "/" stands where an organisation carries no share."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(BREAKDOWN_COLUMNS)
    for quota in quotas:
        value = "/" if quota.value is None else format(quota.value, "f")
        place = (quota.statement, quota.org, str(quota.period))
        writer.writerow((*place, value, quota.unit or "", quota.source, quota.quote))
    return out.getvalue()


def _quota(row: Row) -> Quota:
    if not row["statement"]:
        raise ValueError("没有写目标编号(statement)")
    cell = parse_number(row["value"])
    if not cell.is_none and cell.value is None:
        raise ValueError(f"“{row['value'][:20]}”不是单个数")
    return Quota(
        statement=row["statement"],
        org=row["org"],
        period=_period(row["period"]),
        value=cell.value,
        unit=_unit(row["unit"], cell),
        source=row["source"],
        quote=row["quote"],
        where=row.where,
    )


def _period(written: str) -> Period:
    if not written:
        raise ValueError("没有写期别(period)，如 2024 或 2023-2025")
    return Period.parse(fold(written))


def _unit(column: str, cell: NumberCell) -> str | None:
    if column and cell.unit and column != cell.unit:
        raise ValueError(f"数后面写了“{cell.unit}”，计量单位列却是“{column}”")
    return column or cell.unit or None


def _wrong(row: Row, trouble: str) -> Issue:
    message = f"{trouble}，这一行没有采用"
    return row.issue("quota-unreadable", message, "改正这一行后重新装载", Level.ERROR)


def _qualified(row: Row) -> Iterable[Issue]:
    """Note a value with words around it: the plan's own sentence says how it binds."""
    cell = parse_number(row["value"])
    if cell.content is Content.NUMBER and cell.qualifier:
        message = f"“{row['value']}”按 {cell.value} 采用，“{cell.qualifier}”以方案原文为准"
        yield row.issue("quota-qualified", message, "分解值只写数", Level.HINT)


def _repeated(quotas: Iterable[Quota]) -> Iterable[Issue]:
    seen: dict[tuple[str, str, Period], str] = {}
    for quota in quotas:
        key = (quota.statement, quota.org, quota.period)
        if first := seen.get(key):
            yield Issue(
                code="quota-duplicate",
                level=Level.ERROR,
                message=f"{quota.org or '全市'} {quota.period} 的分解值与 {first} 重复",
                remedy="只保留一行",
                where=quota.where,
            )
        seen.setdefault(key, quota.where)
