"""One cell of values, with its head and its row → a figure."""

from __future__ import annotations

import re

from attrs import evolve, field, frozen

from paitou.figures.columns.names import Named, Namer, tidy
from paitou.figures.columns.roles import Role
from paitou.figures.columns.times import in_year
from paitou.figures.columns.units import RANK, family
from paitou.figures.qualifiers import (
    Said,
    bound_of,
    is_formula_error,
    prices_of,
    read_cell,
)
from paitou.figures.reading.context import Context
from paitou.figures.reading.layout import Layout
from paitou.figures.reading.making import (
    GROWTHS,
    RANK_NAMES,
    Defaults,
    Stated,
    measure_of,
    name_of,
    qualifier_for,
    state_for,
    unit_of,
)
from paitou.figures.reading.refusal import Refusal
from paitou.figures.wide import Head
from paitou.indicators import Indicator
from paitou.model import Bound, Figure, FigureState, Measure, Period, PeriodKind

_WATER = re.compile(r"水质(?!.*(?:率|比例|占比|排名|个数))")


@frozen
class _Subject:
    """What the cell speaks of: the name taken apart, its id, and what is known of it."""

    named: Named
    id: str
    known: Indicator | None


@frozen(kw_only=True)
class CellReader:
    """Makes figures of the cells of one sheet.

    Attributes:
        title_name: the indicator that the title names, where no column or head does.
    """

    namer: Namer
    layout: Layout
    context: Context
    defaults: Defaults = field(factory=Defaults)
    title_name: str = ""

    def figure(self, stated: Stated, head: Head, text: str) -> Figure:
        """Return the figure in a cell; its id is still to be made.

        Raises:
            Refusal: the cell cannot be understood, or does not fit what it stands under.
        """
        about = self._subject(stated, head)
        said = _said(text, about.named, stated, head)
        measure = stated.measure or _measure(about, head, said)
        is_falling = head.falls or (about.named.falls and not stated.measure)
        said = _signed(said, measure, is_falling=is_falling)
        name, prices = _name_and_prices(about, stated, head, said, measure)
        units = _units(stated, head, about.named, measure)
        qualifier = qualifier_for(stated.qualifier, said)
        return Figure(
            id="",
            indicator=name,
            indicator_id=about.id,
            measure=measure,
            prices=prices,
            org=head.org or stated.org,
            period=self._period(stated, head),
            value=said.value,
            value_high=said.high,
            unit=unit_of(said, units, self.context.units, measure, about.known, name),
            state=self._state(stated, head, said),
            qualifier=qualifier,
            bound=_bound(qualifier),
            definition=stated.definition,
            source=stated.source,
            known_on=stated.known_on,
            confidence=stated.confidence,
            note=stated.note,
            where=stated.where,
        )

    def _subject(self, stated: Stated, head: Head) -> _Subject:
        if Role.INDICATOR in self.layout.keys:
            name = stated.name
        else:
            name = "".join(head.words[-1:]) or self._titled(head)
        remedy = "在指标一列、表头或标题里写明指标名称"
        if not name:
            raise Refusal("figure-indicator-missing", "没有写指标", remedy)
        try:
            named, indicator_id = self.namer.read(name, stated.unit or head.unit)
        except ValueError as error:
            raise Refusal("figure-indicator-missing", str(error), remedy) from error
        return _Subject(named, indicator_id, self.namer.catalogue.get(indicator_id))

    def _titled(self, head: Head) -> str:
        """Return the indicator of the title; where the head says growth, without that."""
        if head.measure and self.title_name:
            return self.namer.read(self.title_name)[0].bare
        return self.title_name

    def _state(self, stated: Stated, head: Head, said: Said) -> FigureState:
        # A title that speaks of 快报 does not speak of last year's figures.
        around = () if head.lag else (head.state, self.context.state)
        default = self.defaults.state or FigureState.CONFIRMED
        return state_for(stated, said, around, default)

    def _period(self, stated: Stated, head: Head) -> Period:
        period = self._period_now(stated, head)
        return period.shifted(-head.lag) if head.lag else period

    def _period_now(self, stated: Stated, head: Head) -> Period:
        base, part = head.period or stated.period, head.part or stated.part
        if base is None and (part or Role.PERIOD not in self.layout.keys):
            base = self.context.period
        if base is None:
            raise _no_period(self.context)
        period = _part_of(base, part) if part else base
        said = stated.period
        if said and period != said and (head.period or said.kind is not PeriodKind.YEAR):
            raise Refusal(
                "figure-period-missing",
                f"这一行写的是 {said.label}，表头写的是 {period.label}",
                "同一个数只写一个时期",
            )
        return period


def _said(text: str, named: Named, stated: Stated, head: Head) -> Said:
    if is_formula_error(text):
        trouble = f"单元格是公式错误 {text[:10]}"
        raise Refusal("figure-formula-error", trouble, "修好公式，或直接填数")
    unit = head.unit or stated.unit or named.unit
    is_water = unit in ("类", "级", "") and bool(_WATER.search(named.bare))
    placed = named.bare.endswith(RANK_NAMES) or family(unit) == RANK
    try:
        return read_cell(text, placed=placed, graded=is_water and not head.measure)
    except ValueError as error:
        remedy = "只写一个数或区间，可带计量单位和 约、突破、预计；没有的填“/”"
        raise Refusal("figure-value-unreadable", str(error), remedy) from error


def _measure(about: _Subject, head: Head, said: Said) -> Measure:
    if not head.is_growth_open:
        return measure_of(about.named, head.measure)
    if not said.unit or about.known is None:
        raise Refusal(
            "figure-measure-unclear",
            f"“{head.title}”没有写单位，看不出是增速还是增减的量",
            "表头写成 增速(%) 或 增减额(亿元)",
        )
    is_same = family(said.unit) == family(about.known.unit)
    return measure_of(about.named, Measure.CHANGE if is_same else Measure.GROWTH)


def _signed(said: Said, measure: Measure, *, is_falling: bool) -> Said:
    """Return what the cell says with the sign that the head gives it."""
    if measure is Measure.LEVEL and (said.way or said.is_flat):
        raise Refusal(
            "figure-value-unreadable",
            "这一格说的是增减，不是数值",
            "增速、增减另起一列，数值列只写数",
        )
    if not is_falling or said.way or said.value is None or isinstance(said.value, str):
        return said
    if said.high is None:
        return evolve(said, value=-said.value)
    return evolve(said, value=-said.high, high=-said.value)


def _name_and_prices(
    about: _Subject, stated: Stated, head: Head, said: Said, measure: Measure
) -> tuple[str, str]:
    """Return the name that says what is measured, and the prices of growth.

    The row's own words go before those of the catalogue (practice.md §12.1).
    """
    if stated.measure:
        return tidy(stated.name), stated.prices
    if measure not in GROWTHS:
        return name_of(about.named, measure if head.measure else None, ""), ""
    said_prices = stated.prices or said.prices or head.prices or about.named.prices
    name = name_of(about.named, measure if head.measure else None, said_prices)
    known = about.known
    usual = known.nominal.value if known and known.nominal else ""
    return name, said_prices or prices_of(stated.definition) or usual


def _units(stated: Stated, head: Head, named: Named, measure: Measure) -> tuple[str, ...]:
    """Return the units that may hold, the nearest first."""
    if head.measure and measure in GROWTHS:
        return (head.unit,)
    if stated.unit and named.unit and stated.unit != named.unit:
        raise Refusal(
            "figure-unit-differs",
            f"指标名称里写的是“{named.unit}”，计量单位列写的是“{stated.unit}”",
            "只保留对的一个",
        )
    return (head.unit, stated.unit, named.unit)


def _bound(qualifier: str) -> Bound:
    try:
        return bound_of(qualifier)
    except ValueError as error:
        raise Refusal(
            "figure-value-unreadable", str(error), "只写一个限定词", Role.QUALIFIER.value
        ) from error


def _part_of(base: Period, part: str) -> Period:
    remedy = "写成 2023年1—9月"
    if base.kind is PeriodKind.SPAN:
        trouble = f"看不出“{part}”是哪一年的"
        raise Refusal("figure-period-unreadable", trouble, remedy)
    try:
        return in_year(base.year, part)
    except ValueError as error:
        raise Refusal("figure-period-unreadable", str(error), remedy) from error


def _no_period(context: Context) -> Refusal:
    trouble = "没有写时期"
    if len(context.periods) > 1:
        named = "、".join(period.label for period in context.periods[:4])
        trouble = f"标题里有几个时期({named})，看不出这个数是哪一个"
    return Refusal("figure-period-missing", trouble, "加一列期别，如 2023年1—9月")
