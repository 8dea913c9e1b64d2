"""The rows of a table → the texts of those that hold values, without footers and heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from paitou.figures.columns.roles import Role
from paitou.figures.qualifiers import is_missing
from paitou.figures.reading.layout import Layout
from paitou.figures.wide import Head
from paitou.tables import Sheet, Value, text_of
from paitou.text.view import fold

_FOOTER = re.compile(
    r"(?:注|附注|备注|说明|填报|填表|制表|审核|复核|联系|单位负责人|负责人|分管|主管|经办|数据来源|资料来源"
    r"|报送|打印)[^\s:：]{0,8}[:：]|[*※]?注\d*[:：.、]"
)
_SIGNED = re.compile(
    r"(?:填报人|审核人|制表人|填表人|复核人|联系人|负责人|联系电话|电话|经办人)[:：]"
)
_ORDINAL = re.compile(r"[甲乙丙丁戊己]|\(?[1-9]\d?\)?")


@frozen(kw_only=True)
class TableRow:
    """One row with something in a column of values.

    Attributes:
        row: counted from 0.
        cells: what stands in the columns of each role, as it was read.
        texts: the same as texts, empty ones left out.
        values: the heads and texts of the columns of values that are filled.
        merged: titles of the columns of values whose cell is shared with other places.
    """

    row: int
    cells: Mapping[Role, Value] = field(repr=False)
    texts: Mapping[Role, str]
    values: tuple[tuple[Head, str], ...]
    merged: tuple[str, ...] = ()

    def text(self, role: Role) -> str:
        """Return what stands in the column of a role, empty where there is none."""
        return self.texts.get(role, "")


def table_rows(sheet: Sheet, layout: Layout) -> Iterator[TableRow]:
    """Yield the rows with values; footers, group titles and repeated heads are none."""
    shared = _shared(sheet, layout) if sheet.merges else {}
    hidden = _hidden(sheet, layout) if sheet.merges else frozenset()
    # What we write has no footers, and any name may stand in it.
    is_ours = Role.MEASURE in layout.keys
    titles = frozenset(
        sheet.cell(row, column).text
        for row in range(layout.first, layout.body)
        for column, _ in layout.values
    )
    for row in range(layout.body, sheet.height):
        values = tuple(_filled(sheet, row, layout, hidden))
        if not values or values[0][1] in titles:
            continue
        if not is_ours and _is_aside(sheet, row, values[0][1]):
            continue
        if row == layout.body and _are_ordinals(sheet, row):
            continue
        line = sheet.rows[row]
        cells = {role: line[c] for role, c in layout.keys.items() if c < len(line)}
        texts = {role: text for role, v in cells.items() if v and (text := _text(v))}
        merged = shared.get(row, ())
        yield TableRow(row=row, cells=cells, texts=texts, values=values, merged=merged)


def _text(value: Value) -> str:
    # Most cells of a large table are texts, and there are millions of them.
    return value.strip() if isinstance(value, str) else text_of(value)


def _filled(
    sheet: Sheet, row: int, layout: Layout, hidden: frozenset[tuple[int, int]]
) -> Iterator[tuple[Head, str]]:
    line = sheet.rows[row]
    for column, head in layout.values:
        text = _text(line[column]) if column < len(line) else ""
        if text and (row, column) not in hidden and not is_missing(text):
            yield head, text


def _is_aside(sheet: Sheet, row: int, value: str) -> bool:
    """Whether the row is a note or a signature below the table."""
    line = sheet.rows[row]
    first = text_of(next((value for value in line if value), None))
    if (not first[:1].isascii() or first[:1] == "*") and _FOOTER.match(fold(first)):
        return True
    if value[:1].isdecimal():
        return False
    return any(isinstance(v, str) and _SIGNED.match(v) for v in line)


def _are_ordinals(sheet: Sheet, row: int) -> bool:
    """Whether the row only counts the columns: 甲 乙 1 2 3."""
    texts = [text for text in map(text_of, sheet.rows[row]) if text]
    if not all(map(_ORDINAL.fullmatch, texts)):
        return False
    numbers = [int(text.strip("()")) for text in texts if text.strip("()").isdecimal()]
    counted = list(range(numbers[0], numbers[0] + len(numbers))) if numbers else []
    return len(numbers) > 1 and numbers == counted


def _hidden(sheet: Sheet, layout: Layout) -> frozenset[tuple[int, int]]:
    """Return the places that only repeat what stands left or above in a merged range."""
    return frozenset(
        (row, column)
        for merge in sheet.merges
        for row in range(
            max(merge.top, layout.body), min(merge.bottom, sheet.height - 1) + 1
        )
        for column in range(merge.left, merge.right + 1)
        if column > merge.left or row > merge.top
    )


def _shared(sheet: Sheet, layout: Layout) -> dict[int, tuple[str, ...]]:
    """Return by row the titles of values that stand in a range of several places.

    A row whose keys are merged over the same rows is one tall row, not several.
    """
    found: dict[int, list[str]] = {}
    columns = {column: head.title for column, head in layout.values}
    keys = set(layout.keys.values()) or {0}
    spans = {(m.top, m.bottom) for m in sheet.merges if m.left <= min(keys) <= m.right}
    for merge in sheet.merges:
        covered = [c for c in columns if merge.left <= c <= merge.right]
        is_title = any(merge.left <= c <= merge.right for c in keys)
        is_tall = merge.bottom > merge.top and (merge.top, merge.bottom) not in spans
        is_shared = covered and not is_title and (is_tall or len(covered) > 1)
        if is_shared and merge.top >= layout.body:
            found.setdefault(merge.top, []).extend(columns[c] for c in covered)
    return {row: tuple(titles) for row, titles in found.items()}
