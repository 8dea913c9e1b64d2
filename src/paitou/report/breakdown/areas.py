"""A filled-in sheet of one period's targets by area → quotas, with row-exact faults."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.model import Issue, Level, Period, Quota, Statement
from paitou.report.breakdown.cells import CellReader
from paitou.report.breakdown.fields import AREA_GROUP, Area, Field, field_titles
from paitou.report.breakdown.filled import FilledRow, filled_rows
from paitou.report.breakdown.mapping import ColumnMapping
from paitou.report.breakdown.matching import Matcher
from paitou.tables import Sheet, find_header


def read_areas(
    sheet: Sheet, period: Period, matcher: Matcher
) -> tuple[tuple[Quota, ...], tuple[Issue, ...]]:
    """Return the quotas of the areas and of the whole in one period."""
    rows, found = filled_rows(sheet, ColumnMapping())
    quotas: list[Quota] = []
    issues = [*found, *_unnamed(sheet)]
    for row in rows:
        areas = [target for target in row.cells if isinstance(target, Area)]
        if not areas:
            continue
        statement = _statement(row, matcher)
        if statement is None:
            issues.append(_unmatched(row))
            continue
        reader = CellReader(row, issues)
        for area in areas:
            quotas += reader.quota(statement, area.name, period, area)
    return tuple(quotas), tuple(issues)


def _statement(row: FilledRow, matcher: Matcher) -> Statement | None:
    match = matcher.by_id(row.get(Field.ID)) if row.get(Field.ID) else None
    if match is None or not match.is_found:
        match = matcher.by_words(row.get(Field.WORDS))
    statements = [item for item in match.items if isinstance(item, Statement)]
    return statements[0] if len(statements) == 1 else None


def _unmatched(row: FilledRow) -> Issue:
    return row.issue(
        "breakdown-row-unmatched",
        "在方案里找不到这一行的目标，各县(市)区的数没有采用",
        "不要改动编号；新增的行照抄方案原文",
        at=Field.ID,
        level=Level.ERROR,
    )


def _unnamed(sheet: Sheet) -> Iterator[Issue]:
    """Yield an issue for every column that has numbers and no area in its head."""
    header = find_header(sheet, field_titles())
    for column, title in enumerate(header.titles if header else ()):
        if header is None or title != AREA_GROUP:
            continue
        filled = (r for r in range(header.body, sheet.height) if sheet.cell(r, column).text)
        if (row := next(filled, None)) is not None:
            place = sheet.cell(row, column).place
            yield Issue(
                code="breakdown-area-unnamed",
                level=Level.ERROR,
                message=f"{place} 有数，但表头没有写县(市)区，没有采用",
                remedy="在表头写上县(市)区名称",
                where=sheet.where(row),
            )
