"""Standings → the JSON of `paitou track`."""

from __future__ import annotations

from decimal import Decimal

from paitou.compile.record import Record, issue_record
from paitou.model import BoundFound, PeriodTest, Standing
from paitou.tracking import Tracking


def tracking_record(tracking: Tracking) -> Record:
    """Return the record of all standings of a book on a day."""
    return {
        "as_of": tracking.as_of.isoformat(),
        "standings": [standing_record(standing) for standing in tracking.standings],
        "issues": [issue_record(issue) for issue in tracking.issues],
    }


def standing_record(standing: Standing) -> Record:
    """Return the record of one standing; numbers from figures are decimal strings."""
    return {
        "statement": standing.statement,
        "org": standing.org,
        "verdict": standing.verdict.value,
        "why_unknown": standing.why_unknown.value if standing.why_unknown else None,
        "inferred": standing.inferred,
        "value": _text(standing.value),
        "unit": standing.unit,
        "period": str(standing.period) if standing.period else None,
        "required": _text(standing.required),
        "share": standing.share,
        "pace_pp": standing.pace_pp,
        "method": standing.method,
        "figures": list(standing.figures),
        "reason": standing.reason,
        "settles": standing.settles or None,
        "lapsed": standing.lapsed,
        "late": standing.late,
        "early": standing.early,
        "light": standing.light.value,
        "light_reason": standing.light_reason or None,
        "deviation": standing.deviation or None,
        "reading": standing.reading or None,
        "tests": [_test(test) for test in standing.tests],
        "bounds": [_bound(bound) for bound in standing.bounds],
        "readings": [standing_record(each) for each in standing.readings],
    }


def _test(test: PeriodTest) -> Record:
    return {
        "period": str(test.period),
        "held": test.held,
        "value": _text(test.value),
        "figures": list(test.figures),
    }


def _bound(bound: BoundFound) -> Record:
    return {
        "low": _text(bound.low),
        "high": _text(bound.high),
        "relation": bound.relation,
        "figures": list(bound.figures),
    }


def _text(value: Decimal | str | None) -> str | None:
    return format(value, "f") if isinstance(value, Decimal) else value
