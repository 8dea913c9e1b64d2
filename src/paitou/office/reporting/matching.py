"""A sheet that was uploaded or pasted → what it says for which cell of a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field, frozen

from paitou.model import Issue, Level
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.entry import LONGEST_NOTE, LONGEST_TEXT, Typed
from paitou.tables import Sheet, column_name
from paitou.text.view import fold

#: The titles of the columns of a form, as the template writes them.
KEY, NAME, ORG, VALUE, NOTE = "编号", "指标", "地区（单位）", "填报值", "备注"
_HEAD_ROWS = 12
_COLUMNS = {KEY, NAME, ORG, VALUE, NOTE}


@frozen(kw_only=True)
class Matched:
    """What a sheet says by key, and what could not be taken over, each with its cell."""

    typed: Mapping[str, Typed] = field(factory=dict)
    issues: tuple[Issue, ...] = ()


def pasted_sheet(text: str) -> Sheet:
    """Return what was pasted from a spreadsheet as a sheet: tabs part the columns."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    rows = tuple(tuple(cell.strip() or None for cell in line.split("\t")) for line in lines)
    return Sheet(file="粘贴的内容", rows=rows)


def match(sheet: Sheet, asks: Sequence[Ask]) -> Matched:
    """Return what a sheet says for the cells of a form.

    Rows are found by 编号, else by 指标 and 地区; a single column without a head is taken
    in the order of the form, as many rows as there are cells.
    """
    found = _head(sheet)
    if found is None:
        return _in_order(sheet, asks)
    row, columns = found
    if VALUE not in columns:
        where = f"{sheet.file} 第{row + 1}行"
        return Matched(issues=(_issue("没有“填报值”这一列", "用下载的模板填写", where),))
    matcher = _Matcher(sheet=sheet, columns=columns, asks=asks)
    for number in range(row + 1, sheet.height):
        matcher.take(number)
    return Matched(typed=matcher.typed, issues=tuple(matcher.issues))


def _head(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for row in range(min(_HEAD_ROWS, sheet.height)):
        titles = {_plain(cell.text): cell.column for cell in sheet.cells(row)}
        columns = {
            name: titles[_plain(name)] for name in _COLUMNS if _plain(name) in titles
        }
        if len(columns) > 1 and (VALUE in columns or KEY in columns):
            return row, columns
    return None


def _in_order(sheet: Sheet, asks: Sequence[Ask]) -> Matched:
    if sheet.width == 2 and asks:
        matcher = _Matcher(sheet=sheet, columns={NAME: 0, VALUE: 1}, asks=asks)
        for row in range(sheet.height):
            matcher.take(row)
        return Matched(typed=matcher.typed, issues=tuple(matcher.issues))
    if sheet.width != 1:
        remedy = "连同表头一起复制，或只复制“填报值”一列，或复制“指标、填报值”两列"
        return Matched(issues=(_issue("认不出各列是什么", remedy, sheet.file),))
    if sheet.height != len(asks):
        told = f"粘贴了{sheet.height}行，表里有{len(asks)}行，对不上"
        return Matched(issues=(_issue(told, "按表里的次序复制整列", sheet.file),))
    typed: dict[str, Typed] = {}
    issues: list[Issue] = []
    for row, ask in enumerate(asks):
        text = sheet.cell(row, 0).text
        if len(text) > LONGEST_TEXT:
            issues.append(_too_long(f"{sheet.file} 第{row + 1}行"))
        elif text:
            typed[ask.key] = Typed(text=text)
    return Matched(typed=typed, issues=tuple(issues))


@define(kw_only=True)
class _Matcher:
    """Takes the rows of a sheet one after the other."""

    sheet: Sheet
    columns: Mapping[str, int]
    asks: Sequence[Ask]
    typed: dict[str, Typed] = field(factory=dict)
    issues: list[Issue] = field(factory=list)

    def take(self, row: int) -> None:
        text, note = self._text(row, VALUE), self._text(row, NOTE)
        if self._is_foot(row) or not (text or note):
            return
        found = self._asked(row)
        if isinstance(found, str):
            remedy = "不要改动编号和指标两列；多出来的行请删去"
            column = KEY if self._text(row, KEY) else NAME
            self.issues.append(_issue(found, remedy, self._where(row, column)))
        elif found.key in self.typed:
            told = f"“{found.name}”写了两行，用的是前一行"
            self.issues.append(_issue(told, "只保留一行", self._where(row, VALUE)))
        elif len(text) > LONGEST_TEXT or len(note) > LONGEST_NOTE:
            self.issues.append(_too_long(self._where(row, VALUE)))
        else:
            self.typed[found.key] = Typed(text=text, note=note)

    def _asked(self, row: int) -> Ask | str:
        """Return the cell that a row is about, or why none can be found."""
        key, name, org = (self._text(row, column) for column in (KEY, NAME, ORG))
        if key:
            found = next((ask for ask in self.asks if ask.key == key), None)
            return found or f"编号“{key[:20]}”不在这张表里"
        named = [ask for ask in self.asks if _plain(ask.name) == _plain(name)]
        placed = [ask for ask in named if not org or _plain(ask.org_name) == _plain(org)]
        if len(placed) == 1:
            return placed[0]
        if not named:
            return f"“{name[:20]}”不在这张表里" if name else "没有写是哪个指标"
        return f"“{name[:20]}”有几行，要写明地区"

    def _is_foot(self, row: int) -> bool:
        """Return whether one line of words stands across the row."""
        across = (m for m in self.sheet.merges if m.is_wide and m.left == 0)
        return any(merge.top <= row <= merge.bottom for merge in across)

    def _text(self, row: int, column: str) -> str:
        place = self.columns.get(column)
        return "" if place is None else self.sheet.cell(row, place).text

    def _where(self, row: int, column: str) -> str:
        place = self.columns.get(column, self.columns.get(VALUE, 0))
        return f"{self.sheet.file} {column_name(place)}{row + 1}格"


def _too_long(where: str) -> Issue:
    told = f"内容太长（填报值最多{LONGEST_TEXT}字，备注最多{LONGEST_NOTE}字）"
    return _issue(told, "只写一个数；说明写在备注里", where)


def _issue(message: str, remedy: str, where: str) -> Issue:
    return Issue(
        code="report-row-unmatched",
        level=Level.ERROR,
        message=message,
        remedy=remedy,
        where=where,
    )


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def told(issues: Iterable[Issue]) -> tuple[str, ...]:
    """Return issues as sentences, the cell first."""
    return tuple(f"{one.where}：{one.message}，{one.remedy}。" for one in issues)
