"""Evidence and a finding → the standing that says it."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict, Unpack

from paitou.model import (
    Attainment,
    BoundFound,
    Period,
    PeriodTest,
    Standing,
    Unit,
    WhyUnknown,
)
from paitou.tracking.fact import Fact
from paitou.tracking.facts import Evidence
from paitou.tracking.lighting import Outcome, light_up

_CENT = Decimal("0.0001")
_UNDER_WAY = frozenset({Attainment.ON_TRACK, Attainment.BEHIND})
_GRACE = {1: 1, 3: 2, 6: 3, 12: 12}


class Told(TypedDict, total=False):
    """What a judge may say besides its verdict and its reason."""

    why_unknown: WhyUnknown
    fact: Fact | None
    base: Fact | None
    required: Decimal | str | None
    unit: Unit
    share: float | None
    pace_pp: float | None
    method: str
    settles: str
    lapsed: bool
    late: bool
    early: bool
    inferred: bool
    tests: tuple[PeriodTest, ...]
    bounds: tuple[BoundFound, ...]
    figures: tuple[str, ...]


def standing(
    evidence: Evidence, verdict: Attainment, reason: str, **told: Unpack[Told]
) -> Standing:
    """Return the standing; `required` and the fact's value are in the base of `unit`."""
    case = evidence.case
    fact, base = told.get("fact"), told.get("base")
    if fact is not None and verdict in _UNDER_WAY and is_stale(evidence, fact):
        verdict, reason = Attainment.UNKNOWN, reason + _silence(evidence, told)
    unit = told.get("unit", case.statement.unit)
    required = told.get("required")
    ids = (*told.get("figures", ()), *(i for f in (fact, base) if f for i in f.figures))
    inferred = any(each is not None and each.inferred for each in (fact, base))
    outcome = Outcome(
        verdict=verdict,
        pace_pp=told.get("pace_pp"),
        share=told.get("share"),
        late=told.get("late", False),
    )
    light, light_reason, deviation = light_up(evidence, outcome)
    return Standing(
        statement=case.statement.id,
        org=case.org_name,
        verdict=verdict,
        why_unknown=told.get("why_unknown"),
        inferred=told.get("inferred", False) or inferred,
        value=_in_unit(fact.value, unit) if fact else None,
        unit=unit.text,
        period=_period(fact),
        required=_in_unit(required, unit) if isinstance(required, Decimal) else required,
        share=told.get("share"),
        pace_pp=told.get("pace_pp"),
        method=told.get("method", ""),
        figures=tuple(dict.fromkeys(ids)),
        reason=reason,
        settles=told.get("settles", ""),
        as_of=evidence.as_of,
        reading=case.reading.name if case.reading else "",
        lapsed=told.get("lapsed", False),
        late=told.get("late", False),
        early=told.get("early", False),
        tests=told.get("tests", ()),
        bounds=told.get("bounds", ()),
        light=light,
        light_reason=light_reason,
        deviation=deviation,
    )


def _silence(evidence: Evidence, told: Told) -> str:
    """Say why nothing is known of now, and return it in words."""
    is_split = bool(evidence.case.quotas)
    told["why_unknown"] = WhyUnknown.NOT_REPORTED if is_split else WhyUnknown.NOT_PUBLISHED
    return f"；此后{'未报送' if is_split else '未发布'}，目前状况无从判断"


def is_stale(evidence: Evidence, fact: Fact) -> bool:
    """Return whether the next figure of its kind should have been known by now.

    Within a month of a month, two of a quarter, three of a half, twelve of a year after
    its end (a rule of ours; annual figures such as R&D come out late).
    """
    now = evidence.as_of.year * 12 + evidence.as_of.month - 1
    return now > fact.last_month + fact.rhythm + _GRACE[fact.rhythm]


def _in_unit(value: Decimal, unit: Unit) -> Decimal:
    """Return a base value in the unit, rounded where it is not exact to 4 places."""
    scaled = value / unit.scale
    exponent = scaled.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -12:
        scaled = scaled.quantize(_CENT)
    return scaled.to_integral_value() if scaled == scaled.to_integral_value() else scaled


def _period(fact: Fact | None) -> Period | None:
    return fact.period if fact else None
