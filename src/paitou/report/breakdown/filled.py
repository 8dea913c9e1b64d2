"""A filled-in sheet → its rows by column, whatever stands above and between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from paitou.model import Issue, Level
from paitou.report.breakdown.fields import Field, Target, field_titles
from paitou.report.breakdown.mapping import ColumnMapping
from paitou.tables import Header, Merge, Sheet, find_header


@frozen(kw_only=True)
class FilledRow:
    """One row: what stands in the columns that are known; `titles` are the sheet's own."""

    sheet: Sheet
    row: int
    cells: Mapping[Target, str]
    titles: Mapping[Target, str]

    def get(self, target: Target) -> str:
        """Return the text of a cell; empty where there is no such column."""
        return self.cells.get(target, "")

    def where(self, target: Target | None = None) -> str:
        """Return file, row and column as people count them."""
        return self.sheet.where(self.row, self.titles.get(target, "") if target else "")

    def issue(
        self, code: str, message: str, remedy: str, *, at: Target | None, level: Level
    ) -> Issue:
        """Return an issue that stands in a cell of this row, or in the whole of it."""
        where = self.where(at)
        return Issue(code=code, level=level, message=message, remedy=remedy, where=where)


def filled_rows(
    sheet: Sheet, mapping: ColumnMapping
) -> tuple[tuple[FilledRow, ...], tuple[Issue, ...]]:
    """Return the rows that hold something, and what is wrong with the head."""
    header = _header(sheet, mapping)
    targets = [mapping.target_of(title) for title in header.titles] if header else []
    if header is None or not {Field.WORDS, Field.ID} & set(targets):
        return (), (_headless(sheet),)
    columns: dict[int, Target] = {}
    issues: list[Issue] = []
    for column, target in enumerate(targets):
        if target is None:
            continue
        if target in columns.values():
            issues.append(_repeated(sheet, header, column))
        else:
            columns[column] = target
    return tuple(_rows(sheet, header, columns)), tuple(issues)


def _header(sheet: Sheet, mapping: ColumnMapping) -> Header | None:
    row = None if mapping.header_row is None else mapping.header_row - 1
    return find_header(sheet, (*field_titles(), *mapping.columns), row=row)


def _rows(
    sheet: Sheet, header: Header, columns: Mapping[int, Target]
) -> Iterator[FilledRow]:
    titles = {target: header.titles[column] for column, target in columns.items()}
    wide = {row: merges for row, merges in _by_row(sheet) if merges}
    tall = {
        (m.top + step, m.left) for m in sheet.merges for step in range(1, _height(m, sheet))
    }
    above: Mapping[Target, str] = {}
    for row in range(header.body, sheet.height):
        covered = {
            column for m in wide.get(row, ()) for column in range(m.left + 1, m.right + 1)
        }
        cells = {
            target: cell.text
            for column, target in columns.items()
            if column not in covered and (cell := sheet.cell(row, column)).text
        }
        continues = cells == above and all(
            (row, column) in tall for column, target in columns.items() if target in cells
        )
        if cells and not continues:
            yield FilledRow(sheet=sheet, row=row, cells=cells, titles=titles)
        above = cells


def _by_row(sheet: Sheet) -> Iterator[tuple[int, tuple[Merge, ...]]]:
    """Yield the rows that have cells merged sideways, with these cells."""
    found: dict[int, list[Merge]] = {}
    for merge in sheet.merges:
        if merge.is_wide:
            for row in range(merge.top, min(merge.bottom, sheet.height - 1) + 1):
                found.setdefault(row, []).append(merge)
    return ((row, tuple(merges)) for row, merges in found.items())


def _height(merge: Merge, sheet: Sheet) -> int:
    return min(merge.bottom, sheet.height - 1) - merge.top + 1


def _headless(sheet: Sheet) -> Issue:
    return Issue(
        code="table-without-columns",
        level=Level.ERROR,
        message=f"{sheet.file} 找不到表头，或没有“目标任务”“编号”列，这张表没有采用",
        remedy="在 columns.toml 里写明 header_row 和各列对应的栏目",
        where=sheet.file,
    )


def _repeated(sheet: Sheet, header: Header, column: int) -> Issue:
    where = sheet.where(header.last, header.titles[column])
    return Issue(
        code="breakdown-column-repeated",
        level=Level.WARNING,
        message="前面已有同一栏目的列，这一列没有采用",
        remedy="在 columns.toml 里写明用哪一列，另一列对应空文字",
        where=where,
    )
