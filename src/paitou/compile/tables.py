"""Tables of indicators → statements: a row names the indicator, a column its year.

Read are tables whose head names an indicator column (指标) and columns of values: a year
(2025年), 目标 or 年均增长. Other tables are running text in cells and read as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from paitou.compile import words
from paitou.compile.identity import Identities
from paitou.compile.naming import without_growth_noun
from paitou.compile.patterns import one_of
from paitou.compile.quantity import NUMERAL, Amount, amount_at
from paitou.compile.responsible import Governing
from paitou.indicators import Catalogue
from paitou.model import (
    Cell,
    Comparator,
    Document,
    Measure,
    Role,
    Span,
    Spans,
    Statement,
    Table,
    Unit,
    When,
    WhenKind,
)
from paitou.text.view import fold, written

_NAME_HEAD = re.compile(r"指标")
_UNIT_HEAD = re.compile(r"^(?:计量)?单位$")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年|$|目标|规划|\D)")
_GOAL = re.compile(r"目标|规划值|预期")
_AVERAGE = re.compile(r"年均|平均增")
_NUMBERED = re.compile(
    r"^\s*(?:[\((]?\d{1,2}[\))]?[.、．]?|[一二三四五六七八九十]+、)\s*(?=\D)"
)
_UNIT_IN_NAME = re.compile(r"[\((]([^()()]{1,10})[\))]\s*$")
_CELL = re.compile(
    rf"\s*[\[〔(]?\s*(?P<before>{one_of(words.BEFORE)})?\s*(?P<number>[\d.,]+)\s*(?P<unit>[^\d\s\]〕)]{{0,8}}?)"
    rf"(?P<after>{one_of(words.AFTER)})?\s*[\]〕)]?\s*"
)
_CUMULATIVE = re.compile(r"^\s*[\[〔]")


@frozen(kw_only=True)
class _Column:
    """A column of values: the year that it is for, and whether it is an average growth."""

    index: int
    year: int | None
    is_goal: bool
    is_average: bool


def table_statements(
    document: Document, catalogue: Catalogue, governing: Governing
) -> Iterator[Statement]:
    """Yield the statements of the document's tables of indicators."""
    ids = Identities("t")
    for table in document.tables:
        for statement in _Reader(document, table, catalogue, ids).statements():
            yield evolve(statement, responsible=governing.at(statement.start))


class _Reader:
    """Reads one table."""

    def __init__(
        self, document: Document, table: Table, catalogue: Catalogue, ids: Identities
    ) -> None:
        self._document = document
        self._catalogue = catalogue
        self._ids = ids
        self._cells = {(c.row, c.column): c for c in table.cells}
        self._rows = sorted({c.row for c in table.cells})
        self._columns = sorted({c.column for c in table.cells})
        self._head_rows = self._head(table)

    def _head(self, table: Table) -> list[int]:
        marked = sorted({c.row for c in table.cells if c.is_head})
        if marked:
            return marked
        for row in self._rows[:4]:
            if any(_NAME_HEAD.search(self._text(row, column)) for column in self._columns):
                return list(range(self._rows[0], row + 1))
        return self._rows[:1]

    def _text(self, row: int, column: int) -> str:
        cell = self._cells.get((row, column))
        return fold(written(self._document.text, cell.start, cell.end)) if cell else ""

    def _headed(self, column: int) -> str:
        return "".join(dict.fromkeys(self._text(row, column) for row in self._head_rows))

    def statements(self) -> Iterator[Statement]:
        heads = {column: self._headed(column) for column in self._columns}
        names = [c for c in self._columns if _NAME_HEAD.search(heads[c])]
        values = [v for c in self._columns if (v := _value_column(c, heads[c], names))]
        if not names or not values:
            return
        unit = next((c for c in self._columns if _UNIT_HEAD.match(heads[c])), None)
        for row in self._rows:
            if row not in self._head_rows:
                yield from self._row(row, names[-1], unit, values)

    def _row(
        self, row: int, name: int, unit: int | None, values: list[_Column]
    ) -> Iterator[Statement]:
        label, own = _label(self._text(row, name))
        named = self._cells.get((row, name))
        if not label or named is None:
            return
        told = self._text(row, unit) if unit is not None else own
        for column in values:
            cell = self._cells.get((row, column.index))
            if cell is not None and cell.start != named.start:
                yield from self._value(label, told, named, cell, column)

    def _value(
        self, label: str, unit: str, named: Cell, cell: Cell, column: _Column
    ) -> Iterator[Statement]:
        text = fold(self._document.text[cell.start : cell.end])
        found = _CELL.fullmatch(text)
        if found is None:
            return
        numeral = NUMERAL.search(text)
        amount = amount_at(text, numeral) if numeral else None
        if amount is not None:
            yield self._statement(
                label, found["unit"] or unit, (named, cell), column, amount, found
            )

    def _statement(
        self,
        label: str,
        unit: str,
        cells: tuple[Cell, Cell],
        column: _Column,
        amount: Amount,
        found: re.Match[str],
    ) -> Statement:
        named, cell = cells
        role = self._role(column)
        measure, label, unit = _measured(label, unit, column, found.string)
        quote = (
            self._document.text[cell.start : cell.end].replace("\n", "").replace("\r", "")
        )
        return Statement(
            id=self._ids.of("table", label, str(column.year), quote),
            role=role,
            section=self._section(cell.start),
            start=cell.start,
            end=cell.end,
            quote=quote,
            indicator=label,
            indicator_id=self._catalogue.resolve(label),
            measure=measure,
            comparator=_comparator(found, role),
            value=amount.value,
            unit=Unit.parse(unit or amount.unit),
            when=self._when(column, measure, role),
            spans=Spans(
                value=Span(cell.start + amount.start, cell.start + amount.end),
                indicator=(Span(named.start, named.end),),
            ),
        )

    def _role(self, column: _Column) -> Role:
        period = self._document.period
        if column.is_goal or column.year is None or period is None:
            return Role.TARGET
        return Role.TARGET if column.year >= period.start else Role.OUTCOME

    def _when(self, column: _Column, measure: Measure, role: Role) -> When:
        period = self._document.period
        end = column.year or (period.end if period else None)
        if (
            measure in (Measure.GROWTH_AVG, Measure.TOTAL)
            and period
            and role is Role.TARGET
        ):
            return When(kind=WhenKind.OVER, start=period.start, end=end, source="clause")
        if role is Role.OUTCOME:
            return When(kind=WhenKind.IN, start=end, end=end, source="clause")
        return When(kind=WhenKind.BY if end else WhenKind.OPEN, end=end, source="clause")

    def _section(self, at: int) -> str:
        inner = [s for s in self._document.sections if s.start <= at < s.end]
        return max(inner, key=lambda s: s.level).id if inner else ""


def _value_column(index: int, head: str, names: list[int]) -> _Column | None:
    year = _YEAR.search(head)
    is_average = bool(_AVERAGE.search(head))
    is_goal = bool(_GOAL.search(head))
    if index in names or not (year or is_average or is_goal):
        return None
    return _Column(
        index=index,
        year=int(year[0]) if year else None,
        is_goal=is_goal or is_average,
        is_average=is_average,
    )


def _label(text: str) -> tuple[str, str]:
    """The indicator's name and the unit that stands in brackets after it."""
    text = _NUMBERED.sub("", text).strip()
    found = _UNIT_IN_NAME.search(text)
    if found is None:
        return text, ""
    return text[: found.start()].strip(), found[1]


def _measured(
    label: str, unit: str, column: _Column, cell: str
) -> tuple[Measure, str, str]:
    if column.is_average:
        return Measure.GROWTH_AVG, label, "%"
    stem, growth = without_growth_noun(label)
    if growth:
        measure = Measure.GROWTH_AVG if "年均" in growth else Measure.GROWTH
        return measure, stem, unit or "%"
    return (Measure.TOTAL if _CUMULATIVE.match(cell) else Measure.LEVEL), label, unit


def _comparator(found: re.Match[str], role: Role) -> Comparator:
    said = words.AFTER.get(found["after"] or "") or words.BEFORE.get(found["before"] or "")
    if said:
        return Comparator(said)
    return Comparator.EQ if role is Role.OUTCOME else Comparator.GE
