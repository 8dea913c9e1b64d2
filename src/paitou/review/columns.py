"""A sheet with known columns → its rows as texts by column, with the place of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from paitou.model import Issue, Level
from paitou.tables import Sheet, find_header, head_key


@frozen(kw_only=True)
class Row:
    """One row: `cells` by the column's own name; `where` as people count rows."""

    cells: Mapping[str, str]
    where: str

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def issue(self, code: str, message: str, remedy: str, level: Level) -> Issue:
        """Return an issue that stands in this row."""
        return Issue(
            code=code, level=level, message=message, remedy=remedy, where=self.where
        )


def rows_of(
    sheet: Sheet, titles: Mapping[str, tuple[str, ...]], needed: tuple[str, ...]
) -> tuple[tuple[Row, ...], tuple[Issue, ...]]:
    """Return the filled rows under the head; none, and why, where a needed column lacks.

    Args:
        sheet: the table, as it was read.
        titles: what each column may be called, by the column's own name.
        needed: the columns that must be there.
    """
    names = {
        head_key(title): name for name, words in titles.items() for title in (name, *words)
    }
    header = find_header(sheet, names)
    found = [names.get(head_key(title), "") for title in header.titles] if header else []
    lacking = [name for name in needed if name not in found]
    if header is None or lacking:
        return (), (_headless(sheet, lacking, needed),)
    return tuple(_rows(sheet, header.body, found)), ()


def _rows(sheet: Sheet, body: int, names: list[str]) -> Iterator[Row]:
    for row in range(body, sheet.height):
        cells: dict[str, str] = {}
        for name, cell in zip(names, sheet.cells(row), strict=False):
            if name and cell.text:
                cells.setdefault(name, cell.text)
        if cells:
            yield Row(cells=cells, where=sheet.where(row))


def _headless(sheet: Sheet, lacking: list[str], needed: tuple[str, ...]) -> Issue:
    return Issue(
        code="table-without-columns",
        level=Level.ERROR,
        message=f"{sheet.file} 的表头缺少 {'、'.join(lacking or needed)}，这张表没有采用",
        remedy=f"第一行写列名：{','.join(needed)}",
        where=sheet.file,
    )
