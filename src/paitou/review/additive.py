"""A statement and its indicator's additivity → how shares of it relate to the whole."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from paitou.model import IndicatorSource, Measure, Period, Plan, Statement, WhenKind

_RATIO_BASES = frozenset({"%", "‰", "‱", "个百分点", "百分点", "倍", "番", ":1", "∶1"})
_FLOWS = (Measure.TOTAL, Measure.CHANGE, Measure.PER_YEAR)
_STANDS = (Measure.LEVEL, Measure.MAINTAIN)


class OrgRule(StrEnum):
    """What the shares of organisations must do."""

    ADD = "add"
    SURROUND = "surround"  # the whole lies between the least and the largest
    UNKNOWN = "unknown"


class YearRule(StrEnum):
    """What the shares of years must do."""

    ADD = "add"
    LAST = "last"  # the last year's is the whole's
    EACH = "each"  # every year's is the whole's
    COMPOUND = "compound"  # yearly growth compounds to the average
    NONE = "none"


@frozen(kw_only=True)
class SplitRule:
    """How the shares of a statement relate to it; `parts` to those of shorter periods."""

    orgs: OrgRule
    years: YearRule
    parts: YearRule


def split_rule(statement: Statement, indicators: IndicatorSource | None) -> SplitRule:
    """Return how a statement may be split, by what is measured of which indicator."""
    entry = indicators.get(statement.indicator_id) if indicators else None
    additivity = _additivity(statement, entry.additivity if entry else "")
    years = _year_rule(statement.measure)
    orgs = _org_rule(statement.measure, additivity)
    if years is YearRule.ADD and orgs is not OrgRule.ADD:
        years = YearRule.NONE
    return SplitRule(
        orgs=orgs, years=years, parts=_part_rule(statement.measure, additivity)
    )


def own_period(statement: Statement, plan: Plan) -> Period | None:
    """Return the period that the value itself speaks of; None for each year, or unknown."""
    when, period = statement.when, plan.document.period
    if when.kind is WhenKind.EACH or when.end is None:
        return None
    if statement.measure in (Measure.TOTAL, Measure.CHANGE, Measure.GROWTH_AVG):
        started = period.start if period and when.kind is WhenKind.BY else when.end
        start = when.start or started
        return Period.of_years(min(start, when.end), when.end)
    return Period.of_year(when.end)


def _additivity(statement: Statement, declared: str) -> str:
    """A ratio never adds up, whatever the catalogue says of the indicator's amounts."""
    unit = statement.unit
    if unit.base in _RATIO_BASES or "/" in unit.text:
        return "none"
    return declared


def _org_rule(measure: Measure, additivity: str) -> OrgRule:
    if additivity == "none" or measure not in (*_FLOWS, *_STANDS):
        return OrgRule.SURROUND
    if additivity in ("sum", "stock") or measure in (Measure.TOTAL, Measure.PER_YEAR):
        return OrgRule.ADD
    return OrgRule.UNKNOWN


def _year_rule(measure: Measure) -> YearRule:
    if measure in (Measure.TOTAL, Measure.CHANGE):
        return YearRule.ADD
    if measure in (Measure.PER_YEAR, Measure.MAINTAIN, Measure.GROWTH_EACH):
        return YearRule.EACH
    if measure is Measure.GROWTH_AVG:
        return YearRule.COMPOUND
    return YearRule.LAST if measure in (Measure.LEVEL, Measure.GROWTH) else YearRule.NONE


def _part_rule(measure: Measure, additivity: str) -> YearRule:
    """Quarters and months of a year: flows add up, stocks end where the year ends."""
    if measure in _FLOWS and additivity != "none":
        return YearRule.ADD
    if measure in _STANDS and additivity in ("sum", "stock"):
        return YearRule.ADD if additivity == "sum" else YearRule.LAST
    return YearRule.NONE
