"""A target and an organisation → everything that judging it needs, looked up once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from attrs import evolve, field, frozen

from paitou.figures import Ledger, Series
from paitou.figures.goal import Goal, goal_of
from paitou.indicators import Additivity, Catalogue, Dimension, Indicator, Prices
from paitou.model import Measure, OrgKind, Quota, Statement, Unit, WhenKind
from paitou.tracking.fact import Fact
from paitou.tracking.finding import find_series
from paitou.tracking.rules import Reading, TrackingRules

_WHOLE_SCOPES = frozenset({"全市", "全省", "全县", "全区", "全州", "全国"})
_OF_VALUES = frozenset(
    {
        Measure.LEVEL,
        Measure.PER_YEAR,
        Measure.TOTAL,
        Measure.MAINTAIN,
    }
)
_STATE_WORDS = re.compile("亩均|人均|户均|单位|平均|强度|浓度|(?:率|比|指数)$")
_STOCK_WORDS = re.compile("余额|资产|存量|市值|规模|保有|储备|负债|债务")
_FLOW_WORDS = re.compile(
    "产量|产值|收入|投资|利润|税收|销售|成交|交易|贸易|营业|增加值|进出口|到位|支出|消费"
    "|货运|客运|吞吐|运输量|人次|次数|用水量|用电量"
)
_TIMES = frozenset({"人次", "次", "批次", "班次", "架次", "场次"})
_MONEY = frozenset({"元", "美元", "港元", "欧元", "日元"})
_MATCHED = ("规模以上", "规上", "限额以上", "限上")
_VALUE_ADDED = ("增加值", "生产总值")


class Kind(StrEnum):
    """How values of an indicator relate to time."""

    FLOW = "flow"  # what is done in a period; parts of a year add up
    STOCK = "stock"  # what is there at the end of a period
    STATE = "state"  # a share, a rate, a grade: of a whole year unless it says otherwise


@frozen(kw_only=True, slots=False)
class Case:
    """One target for one organisation under one reading of its definition.

    Attributes:
        org: key of the organisation in the ledger's places.
        goal: what counts as reaching it; None for grades.
        first, last: the years that the target speaks of.
        base_year: the year that it starts from or is compared with.
        derives_growth: whether growth may be computed from two levels: not where it is
            published at constant prices or for a matching sample (practice.md §12.1).
        is_simulated: whether its figures are made up.
        is_growth: whether its levels are growths (涨幅控制在3%).
        stock: of a target to add to something, how much of it there is; else empty.
        others: the levels under other definitions.
        sources: ids of the figures behind an added-up one.
    """

    statement: Statement
    org: str
    org_name: str
    kind: Kind
    goal: Goal | None
    first: int
    last: int
    base_year: int
    levels: Series
    growths: Series
    averages: Series
    changes: Series
    stock: Series
    derives_growth: bool
    indicator_id: str
    is_simulated: bool
    is_growth: bool
    ledger: Ledger = field(repr=False)
    catalogue: Catalogue = field(repr=False)
    rules: TrackingRules = field(repr=False)
    others: tuple[Series, ...] = ()
    quotas: tuple[Quota, ...] = ()
    reading: Reading | None = None
    sources: dict[str, tuple[str, ...]] = field(factory=dict, repr=False)
    #: What was made of figures once already, by id; filled while judging.
    facts: dict[tuple[str, bool], Fact | None] = field(factory=dict, repr=False, eq=False)

    @cached_property
    def has_parts(self) -> bool:
        """Return whether parts of a year were reported that do not begin with it."""
        return any(not period.is_from_january for period in self.levels.by_period)

    @cached_property
    def is_bounded(self) -> bool:
        """Return whether anything was reported from which a bound might follow."""
        if self.catalogue.relations_of(self.indicator_id):
            return True
        places = self.ledger.places
        around = (*places.above(self.org), *places.summands(self.org))
        return any(self.ledger.series(self.indicator_id, org) for org in around)

    @cached_property
    def statement_unit(self) -> Unit:
        """Return the unit that values must be of: that of the target, where it is a value.

        Growth and multiples are in % and 倍, whatever the values are in.
        """
        if self.statement.measure in _OF_VALUES:
            return self.statement.unit
        known = self.catalogue.get(self.indicator_id)
        return Unit.parse(known.unit) if known and known.unit else _any_unit(self.levels)

    def figure_ids(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return ids as they are in the figures, an added-up one as its parts."""
        return tuple(
            dict.fromkeys(part for one in ids for part in self.sources.get(one, (one,)))
        )


@frozen(kw_only=True)
class Setting:
    """What all targets of a book share."""

    ledger: Ledger
    catalogue: Catalogue
    rules: TrackingRules
    start: int | None
    end: int | None
    is_simulated: bool = False


def case_of(
    statement: Statement,
    org: str,
    setting: Setting,
    *,
    quotas: tuple[Quota, ...] = (),
    reading: Reading | None = None,
) -> Case | None:
    """Return the case; None where neither statement nor plan says a year."""
    last = statement.when.end or setting.end
    if last is None:
        return None
    first = min(statement.when.start or setting.start or last, last)
    if statement.when.kind is WhenKind.IN:
        first = last
    found = find_series(statement, org, setting.ledger, setting.catalogue, reading)
    whole = setting.ledger.places.whole
    if not found.has_any and org != whole and _is_department(org, setting.ledger):
        # A department answers for figures of the whole, and has none of its own.
        found = find_series(statement, whole, setting.ledger, setting.catalogue, reading)
    known = setting.catalogue.get(found.indicator_id)
    return Case(
        statement=statement,
        org=org,
        org_name=setting.ledger.places.name(org),
        kind=_kind(statement, known),
        goal=goal_of(statement, setting.catalogue.polarity(statement.indicator)),
        first=first,
        last=last,
        base_year=_base_year(statement) or first - 1,
        levels=found.levels,
        stock=found.stock,
        growths=found.growths,
        averages=found.averages,
        changes=found.changes,
        others=found.others,
        derives_growth=_derives_growth(statement.indicator, known),
        indicator_id=found.indicator_id,
        is_simulated=setting.is_simulated,
        is_growth=found.is_growth,
        ledger=setting.ledger,
        catalogue=setting.catalogue,
        rules=setting.rules,
        quotas=quotas,
        reading=reading,
        sources=found.sources,
    )


def _is_department(org: str, ledger: Ledger) -> bool:
    known = ledger.places.org(org)
    return known is not None and known.kind is OrgKind.DEPARTMENT


def placed_statement(
    statement: Statement, ledger: Ledger, catalogue: Catalogue
) -> Statement:
    """Return the statement with a place at the head of its indicator as its scope."""
    if statement.scope:
        return statement
    name = statement.indicator
    place = next((each for each in ledger.places.names if name.startswith(each)), "")
    rest = name.removeprefix(place)
    if not place or catalogue.get(catalogue.resolve(rest)) is None:
        return statement
    return evolve(
        statement, scope=place, indicator=rest, indicator_id=catalogue.resolve(rest)
    )


def place_of(statement: Statement, ledger: Ledger) -> str:
    """Return the key of what a target speaks of: the whole, or the place in its scope."""
    scope = statement.scope or ""
    if not scope or scope in _WHOLE_SCOPES:
        return ledger.places.whole
    return ledger.places.key(scope)


def _kind(statement: Statement, known: Indicator | None) -> Kind:
    if statement.measure is Measure.GRADE:
        return Kind.STATE
    if statement.measure in (Measure.TOTAL, Measure.PER_YEAR):
        return Kind.FLOW
    if known is not None:
        if known.dimension is Dimension.GRADE:
            return Kind.STATE
        kinds = {Additivity.SUM: Kind.FLOW, Additivity.STOCK: Kind.STOCK}
        if known.additivity in kinds:
            return kinds[known.additivity]
        # What districts must not add (tourists) may still add up over a year.
        kind = _kind_by_words(statement)
        return kind if kind is Kind.FLOW else Kind.STATE
    return _kind_by_words(statement)


def _kind_by_words(statement: Statement) -> Kind:
    """Return the kind of an indicator that the catalogue does not know, by its words."""
    base, name = statement.unit.base, statement.indicator
    if base.startswith(("%", "‰", "个百分点", ":")) or "/" in base:
        return Kind.STATE
    if _STATE_WORDS.search(name):
        return Kind.STATE
    if _FLOW_WORDS.search(name):
        return Kind.FLOW
    if base in _TIMES:
        return Kind.FLOW
    is_money = base in _MONEY and not _STOCK_WORDS.search(name)
    return Kind.FLOW if is_money else Kind.STOCK


def _derives_growth(name: str, known: Indicator | None) -> bool:
    words = name + (known.name if known else "")
    is_money = known is None or known.dimension is Dimension.MONEY
    if is_money and any(word in words for word in _MATCHED):
        return False
    if known is None:
        return not any(word in words for word in _VALUE_ADDED)
    return known.nominal is not Prices.REAL


def _base_year(statement: Statement) -> int | None:
    digits = (statement.base or "").strip()[:4]
    return int(digits) if len(digits) == 4 and digits.isdecimal() else None


def _any_unit(series: Series) -> Unit:
    """Return the unit that the figures are in, the one used most."""
    units = [f.unit for found in series.by_period.values() for f in found]
    bases = [unit.base for unit in units]
    return max(units, key=lambda u: (bases.count(u.base), u.text), default=Unit.parse(""))
