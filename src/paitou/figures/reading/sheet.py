"""A sheet → its figures, and what could not be read, each fault with its row and column."""

from __future__ import annotations

import re

from attrs import define, evolve, field

from paitou.figures.columns.names import Namer
from paitou.figures.columns.roles import Role
from paitou.figures.columns.units import MONEY, family
from paitou.figures.currency import (
    NO_RATES,
    Rate,
    Rates,
    converted,
    currency_of,
    home_series,
    is_amount,
    parse_rate,
    series_key,
)
from paitou.figures.reading.cell import CellReader
from paitou.figures.reading.context import Context, indicator_in, read_context
from paitou.figures.reading.layout import Layout, find_layout
from paitou.figures.reading.making import (
    NO_DEFAULTS,
    Defaults,
    Stated,
    figure_key,
    id_of,
)
from paitou.figures.reading.refusal import Refusal
from paitou.figures.reading.rows import TableRow, table_rows
from paitou.figures.reading.stating import stated_in
from paitou.figures.wide import Head
from paitou.indicators import Catalogue, Indicator
from paitou.model import Figure, Issue, Level, Period, Unit
from paitou.tables import Sheet

#: 名义5.2%/可比4.0% are two figures.
_APART = re.compile(r"[/、,，;；\s]+(?=\D*(?:名义|现价|可比|不变|实际))")
_SHORTEST_PAIR = 9
_LONGEST_TITLE = 40


def read_figures(
    sheet: Sheet, catalogue: Catalogue, rates: Rates = NO_RATES
) -> tuple[tuple[Figure, ...], tuple[Issue, ...]]:
    """Return the figures of a sheet in any of the forms in which they are sent.

    What cannot be read is an issue with its row and column; all else is read. Rows that say
    the same are one figure. An amount in foreign money with a rate has one in 元 beside it.
    """
    return read_with(sheet, Namer(catalogue), rates, NO_DEFAULTS)


def read_with(
    sheet: Sheet, namer: Namer, rates: Rates, defaults: Defaults
) -> tuple[tuple[Figure, ...], tuple[Issue, ...]]:
    """Return what `read_figures` does, with `defaults` where the sheet says nothing."""
    if all(sheet.is_blank(row) for row in range(sheet.height)):
        return (), ()
    layout = find_layout(sheet, namer)
    if layout is None:
        return (), (_unknown_table(sheet),)
    context = read_context(sheet, layout.first, layout.body)
    title_name = _title_name(layout, context, namer)
    cells = CellReader(
        namer=namer,
        layout=layout,
        context=context,
        defaults=defaults,
        title_name=title_name,
    )
    reader = _SheetReader(sheet=sheet, cells=cells, rates=rates)
    reader.read()
    return tuple(reader.figures.values()), tuple(reader.issues)


def _title_name(layout: Layout, context: Context, namer: Namer) -> str:
    """Return the indicator of the title, where no column and not every head names one."""
    is_named = Role.INDICATOR in layout.keys or all(h.words for _, h in layout.values)
    name = "" if is_named else indicator_in(context, namer)
    return name if namer.is_name(name) else ""


@define(kw_only=True)
class _SheetReader:
    """Reads one sheet.

    Attributes:
        figures: what was read, by key.
        derived: keys of those that were converted and stand in no row.
        rateless: amounts in foreign money for which no rate was found.
    """

    sheet: Sheet
    cells: CellReader
    rates: Rates
    figures: dict[tuple[str, ...], Figure] = field(factory=dict)
    derived: set[tuple[str, ...]] = field(factory=set)
    rateless: list[tuple[Figure, str]] = field(factory=list)
    issues: list[Issue] = field(factory=list)

    @property
    def _layout(self) -> Layout:
        return self.cells.layout

    def read(self) -> None:
        """Read all rows."""
        self._tell_assumptions()
        self._tell_unread()
        layout, context, defaults = self._layout, self.cells.context, self.cells.defaults
        for row in table_rows(self.sheet, layout):
            try:
                stated = stated_in(self.sheet, row, layout, context, defaults)
            except Refusal as refusal:
                self._refuse(row, refusal, is_whole_row=True)
                continue
            for head, text in row.values:
                self._read_cell(row, stated, head, text)
        self._tell_rateless()

    def _read_cell(self, row: TableRow, stated: Stated, head: Head, text: str) -> None:
        if len(self._layout.values) > 1:
            stated = evolve(stated, where=f"{stated.where}“{head.title}”")
        if head.title in row.merged:
            self._refuse(row, _merged(head.title))
            return
        pieces = _APART.split(text) if len(text) >= _SHORTEST_PAIR else (text,)
        try:
            figures = [self.cells.figure(stated, head, piece) for piece in pieces]
        except Refusal as refusal:
            self._refuse(row, refusal, head.title)
            return
        for figure in figures:
            # "/" under 同期 does not say that last year had none.
            if figure.value is not None or not head.lag:
                self._add(row, stated, figure)

    def _add(self, row: TableRow, stated: Stated, figure: Figure) -> None:
        key = figure_key(figure)
        first = self.figures.get(key)
        if first is not None and key not in self.derived:
            self.issues.append(_repeated(figure, first))
            return
        self.derived.discard(key)
        figure = self.figures[key] = evolve(figure, id=id_of(key))
        currency = currency_of(figure.unit)
        if currency and is_amount(figure.measure):
            self._convert(row, stated, figure, currency)

    def _convert(self, row: TableRow, stated: Stated, figure: Figure, name: str) -> None:
        rate = self._rate(row, stated, name, figure.period)
        if rate is None:
            self.rateless.append((figure, name))
        elif other := converted(figure, rate):
            key = figure_key(other)
            if key not in self.figures:
                self.derived.add(key)
                self.figures[key] = evolve(other, id=id_of(key))

    def _rate(
        self, row: TableRow, stated: Stated, currency: str, period: Period
    ) -> Rate | None:
        if not stated.rate:
            return self.rates.find(currency, period)
        try:
            return parse_rate(stated.rate, currency, "表内汇率")
        except ValueError as error:
            trouble, remedy = f"{error}，没有折算", "写成 1美元=7.05元"
            refusal = Refusal("figure-rate-unreadable", trouble, remedy, Role.RATE.value)
            self._refuse(row, refusal, is_taken=True)
            return None

    def _refuse(
        self,
        row: TableRow,
        refusal: Refusal,
        title: str = "",
        *,
        is_whole_row: bool = False,
        is_taken: bool = False,
    ) -> None:
        keys = {role.value: column for role, column in self._layout.keys.items()}
        if refusal.title in keys:
            title = self._layout.titles[keys[refusal.title]]
        is_cell = len(self._layout.values) > 1 and not is_whole_row
        done = "" if is_taken else f"，这一{'格' if is_cell else '行'}没有采用"
        where = self.sheet.where(row.row, (title or refusal.title)[:_LONGEST_TITLE])
        self._tell(refusal.code, Level.ERROR, f"{refusal}{done}", refusal.remedy, where)

    def _tell_assumptions(self) -> None:
        """Say what is taken from the title."""
        layout, context = self._layout, self.cells.context
        remedy = "不对的话，在表里加一列写明"
        where = self.sheet.file
        if name := self.cells.title_name:
            message = f"表中没有指标一列，按标题取为“{name}”"
            self._tell("figure-assumed", Level.HINT, message, remedy, where)
        if Role.ORG not in layout.keys and not all(head.org for _, head in layout.values):
            meant = f"按标题取为“{context.org}”" if context.org else "按全市采用"
            message = f"表中没有写是哪个单位的数，{meant}"
            self._tell("figure-assumed", Level.HINT, message, remedy, where)

    def _tell_unread(self) -> None:
        for column in self._layout.unread:
            title = self._layout.titles[column][:_LONGEST_TITLE]
            message = f"看不懂“{title or '没有标题'}”这一列，没有采用"
            remedy = "列名写成 指标、时期、现值、增速 等；不是数据的可以不管"
            where = self.sheet.where(self._layout.body - 1, title)
            self._tell("figure-column-unread", Level.WARNING, message, remedy, where)

    def _tell_rateless(self) -> None:
        home = home_series(self.figures.values())
        for figure, currency in self.rateless:
            known = self.cells.namer.catalogue.get(figure.indicator_id)
            if known and _is_home(known) and series_key(figure) not in home:
                trouble = f"没有 {figure.period.label} 的汇率，未折成人民币"
                message = f"{figure.indicator}按{currency}保留，{trouble}"
                remedy = "在 figures/rates.csv 里写明 币种、期别、汇率、来源"
                self._tell("figure-rate-missing", Level.HINT, message, remedy, figure.where)

    def _tell(self, code: str, level: Level, message: str, remedy: str, where: str) -> None:
        self.issues.append(
            Issue(code=code, level=level, message=message, remedy=remedy, where=where)
        )


def _is_home(known: Indicator) -> bool:
    """Return whether the indicator is usually given in 元."""
    return family(known.unit) == MONEY and not currency_of(Unit.parse(known.unit))


def _merged(title: str) -> Refusal:
    trouble = "这个数写在合并的单元格里，说不清属于哪一格"
    return Refusal("figure-value-merged", trouble, "拆开合并的单元格，各填各的数", title)


def _unknown_table(sheet: Sheet) -> Issue:
    return Issue(
        code="figure-table-unknown",
        level=Level.ERROR,
        message=f"{sheet.file} 找不到看得懂的表头，这张表没有采用",
        remedy="表头写明 指标、单位、期别、数值、计量单位，或用 县区×指标 的宽表",
        where=sheet.file,
    )


def _repeated(figure: Figure, first: Figure) -> Issue:
    what = " ".join(
        part for part in (figure.org, figure.period.label, figure.indicator) if part
    )
    return Issue(
        code="figure-duplicate",
        level=Level.HINT,
        message=f"{what} 与 {first.where} 完全相同，只算一次",
        remedy="可以删去其中一行",
        where=figure.where,
    )
