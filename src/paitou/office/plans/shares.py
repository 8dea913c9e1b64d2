"""How a target is split → a table, an organisation a row and a period a column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from paitou.model import Book, Period, Quota, Statement
from paitou.report.sentences import plain

_LINE = re.compile(r"(?P<file>.+) 第(?P<line>\d+)行")


@frozen(kw_only=True)
class ShareRow:
    """What falls to one organisation.

    Attributes:
        cells: each period with its value in words, empty where nothing was laid down.
        where: the rows of the file, as people count them.
    """

    org: str
    cells: tuple[tuple[str, str], ...]
    source: str
    where: str


@frozen(kw_only=True)
class ShareTable:
    """All shares of a target."""

    periods: tuple[str, ...]
    rows: tuple[ShareRow, ...]


def share_table(book: Book, statement: Statement) -> ShareTable | None:
    """Return how a target is split, None where it is not."""
    quotas = book.quotas_of(statement.id)
    if not quotas:
        return None
    found: dict[str, list[Quota]] = {}
    for quota in quotas:
        found.setdefault(_org_name(book, quota), []).append(quota)
    periods = sorted({q.period for q in quotas}, key=lambda p: (p.last_month, p.months))
    return ShareTable(
        periods=tuple(period.label for period in periods),
        rows=tuple(_row(org, ours, periods, statement) for org, ours in found.items()),
    )


def _org_name(book: Book, quota: Quota) -> str:
    org = book.org(quota.org) if quota.org else None
    return org.name if org else quota.org or "全市"


def _row(
    org: str, quotas: list[Quota], periods: Iterable[Period], statement: Statement
) -> ShareRow:
    by_period = {quota.period: quota for quota in quotas}
    return ShareRow(
        org=org,
        cells=tuple(
            (period.label, _words(by_period.get(period), statement)) for period in periods
        ),
        source="；".join(dict.fromkeys(q.source for q in quotas if q.source)),
        where=_places(quota.where for quota in quotas),
    )


def _words(quota: Quota | None, statement: Statement) -> str:
    if quota is None:
        return ""
    if quota.value is None:
        return "不承担"
    return f"{plain(quota.value)}{quota.unit or statement.unit.text}"


def _places(wheres: Iterable[str]) -> str:
    """Rows of one file together: breakdown.csv 第2、3行."""
    lines: dict[str, list[str]] = {}
    for where in dict.fromkeys(filter(None, wheres)):
        found = _LINE.fullmatch(where)
        file, line = (found["file"], found["line"]) if found else (where, "")
        lines.setdefault(file, []).append(line)
    return "；".join(
        f"{file} 第{'、'.join(numbers)}行" if any(numbers) else file
        for file, numbers in lines.items()
    )
