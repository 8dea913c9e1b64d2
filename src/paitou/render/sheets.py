"""Sheet pages → the bytes of an .xlsx in the shape that offices print: A3, merged title."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from attrs import define

from paitou.render.sheet_page import (
    BODY_SIZE,
    LINE_HEIGHT,
    MARGIN_END,
    MARGIN_SIDE,
    TITLE_HEIGHT,
    Joining,
    Live,
    SheetPage,
    SheetRow,
    SheetValue,
    Tone,
    height_of,
    joined_runs,
    line_parts,
    run_cuts,
)
from paitou.render.sheet_style import Styles
from paitou.render.text_size import line_count
from paitou.tables import text_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_Range: TypeAlias = tuple[int, int, int, int]  # top, left, bottom, right

_A3 = 8
_FULL = 32_000  # characters; Excel takes 32,767 in a cell
_FOOTER = '&C&"宋体,Regular"&10第 &P 页 共 &N 页'
_FRAME = '&C&"黑体,Regular"&14&KB3261E'
#: What no file of XML can hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: A workbook carries a date; ours is fixed, so that equal pages give equal bytes.
_CREATED = datetime.datetime.fromisoformat("2000-01-01")


def workbook_bytes(pages: Iterable[SheetPage], title: str) -> bytes:
    """Return an .xlsx with one sheet a page; equal pages give equal bytes."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": _clean(title)[:255], "created": _CREATED})
        styles = Styles(book)
        taken: set[str] = set()
        for page in pages:
            sheet = book.add_worksheet(_sheet_name(page.name, taken))
            _Writer(sheet, page, styles).write()
    return stream.getvalue()


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel allows and that no other sheet of the book has."""
    stem = plain = re.sub(r"[\[\]:*?/\\]", " ", _clean(name)).strip("' ")[:31] or "表"
    while plain.lower() in taken:
        plain = f"{stem[:26]}({len(taken) + 1})"
    taken.add(plain.lower())
    return plain


@define
class _Writer:
    """Writes one page from the top down; `at` is the row that comes next."""

    sheet: Worksheet
    page: SheetPage
    styles: Styles
    at: int = 0

    def write(self) -> None:
        for place, column in enumerate(self.page.columns):
            self.sheet.set_column(place, place, column.width)
        self._title()
        head = self.at
        self._head()
        body = self.at
        self._body()
        self._offer_choices(body)
        self._foot()
        self._set_up(head, body)

    @property
    def _last(self) -> int:
        return len(self.page.columns) - 1

    def _next_row(self, height: float) -> int:
        self.sheet.set_row(self.at, height)
        self.at += 1
        return self.at - 1

    def _title(self) -> None:
        row = self._next_row(TITLE_HEIGHT)
        self._fill((row, 0, row, self._last), self.page.title, self.styles.part("title"))
        bands = [
            (self.page.left, "left"),
            (self.page.frame, "frame"),
            (self.page.right, "right"),
        ]
        if any(text for text, _ in bands):
            # Where there is a column for each, an empty side keeps the middle one there.
            is_wide = self._last >= len(bands) - 1
            wanted = (b for b in bands if b[0] or (is_wide and b[1] != "frame"))
            self._bands([*wanted])

    def _bands(self, bands: list[tuple[str, str]]) -> None:
        """Write the line above the head: texts side by side, each over its part of it."""
        row, first = self._next_row(LINE_HEIGHT), 0
        for nth, (text, style) in enumerate(bands, 1):
            last = self._last * nth // len(bands)
            if last >= first:
                self._fill((row, first, row, last), text, self.styles.part(style))
            first = last + 1

    def _head(self) -> None:
        rows = [self._next_row(height) for height in self.page.head_heights()]
        style = self.styles.part("head")
        for group, first, last in self.page.head_groups():
            if group:
                self._fill((rows[0], first, rows[0], last), group, style)
            top = rows[-1] if group else rows[0]
            for place in range(first, last + 1):
                title = self.page.columns[place].title
                self._fill((top, place, rows[-1], place), title, style)

    def _body(self) -> None:
        heights = [self.page.row_height(row) for row in self.page.rows]
        places: list[tuple[int, int]] = []
        for row, height in zip(self.page.rows, heights, strict=True):
            parts = line_parts(height)
            numbers = [self._next_row(height / parts) for _ in range(parts)]
            places.append((numbers[0], numbers[-1]))
            self._row(row, *places[-1])
        cuts = run_cuts(self.page, heights)
        for place, column in enumerate(self.page.columns):
            if column.joining is not Joining.NONE:
                style = self.styles.body(column, Tone.PLAIN)
                for first, last in joined_runs(self.page, place, cuts):
                    where = (places[first][0], place, places[last][1], place)
                    self._fill(where, self.page.rows[first].cells[place], style)

    def _row(self, row: SheetRow, top: int, bottom: int) -> None:
        first, last = row.joined or (self._last + 1, self._last)
        for place, column in enumerate(self.page.columns):
            if column.joining is not Joining.NONE or first < place <= last:
                continue
            style = self.styles.body(column, row.tone, is_joined=place == first)
            right = last if place == first else place
            self._fill((top, place, bottom, right), row.cells[place], style)

    def _fill(self, where: _Range, value: SheetValue, style: Format) -> None:
        """Write a value into a range as one cell; a text is never taken for a formula."""
        top, left, bottom, right = where
        if (top, left) != (bottom, right):
            self.sheet.merge_range(top, left, bottom, right, "", style)
        value = _clean(value) if isinstance(value, str) else value
        if isinstance(value, Live):
            now = float(value.value) if isinstance(value.value, Decimal) else value.value
            self.sheet.write_formula(top, left, value.formula, style, now)
        elif isinstance(value, Decimal) and _is_exact(value):
            self.sheet.write_number(top, left, float(value), style)
        elif text := text_of(value):
            self.sheet.write_string(top, left, _cut(text), style)
        else:
            self.sheet.write_blank(top, left, None, style)

    def _offer_choices(self, body: int) -> None:
        for place, column in enumerate(self.page.columns):
            if column.choices and self.at > body:
                rule = {
                    "validate": "list",
                    "source": list(column.choices),
                    "error_type": "warning",
                    "error_title": column.title,
                    "error_message": f"请填：{'、'.join(column.choices)}",
                }
                self.sheet.data_validation(body, place, self.at - 1, place, rule)

    def _foot(self) -> None:
        width = sum(column.width for column in self.page.columns)
        for text in self.page.foot:
            lines = line_count(text, width * 0.5)
            row = self._next_row(height_of(lines, BODY_SIZE))
            self._fill((row, 0, row, self._last), text, self.styles.part("foot"))

    def _set_up(self, head: int, body: int) -> None:
        sheet = self.sheet
        sheet.freeze_panes(body, self.page.frozen_columns)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(_A3)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(MARGIN_SIDE, MARGIN_SIDE, MARGIN_END, MARGIN_END)
        sheet.center_horizontally()
        sheet.repeat_rows(head, body - 1)
        sheet.print_area(0, 0, self.at - 1, self._last)
        sheet.set_footer(_FOOTER)
        if self.page.frame:
            sheet.set_header(_FRAME + _clean(self.page.frame).replace("&", "&&"))


def _is_exact(value: Decimal) -> bool:
    """Return whether Excel, which keeps fifteen digits, keeps all of these."""
    return value.is_finite() and len(value.as_tuple().digits) <= 15


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _cut(text: str) -> str:
    return text if len(text) <= _FULL else f"{text[:_FULL]}……(此格放不下，全文见方案原文)"
