"""Standings → the JSON of `paitou track`."""

from __future__ import annotations

from decimal import Decimal

from paitou.compile.record import Record, issue_record
from paitou.model import Book, BoundFound, PeriodTest, Standing
from paitou.tracking import Tracking
from paitou.tracking.milestones import Node, nodes_on


def tracking_record(book: Book, tracking: Tracking) -> Record:
    """Return the record of all standings and nodes of a book on a day."""
    return {
        "as_of": tracking.as_of.isoformat(),
        "simulated": book.is_simulated,
        "standings": [standing_record(standing) for standing in tracking.standings],
        "milestones": [_node(node) for node in nodes_on(book, tracking.as_of)],
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


def _node(node: Node) -> Record:
    """The org is who has to act, be it named by the node or by its task."""
    milestone = node.milestone
    done = milestone.done_on if node.is_done else None
    return {
        "subject": milestone.subject.value,
        "id": milestone.id,
        "what": milestone.what,
        "due": str(milestone.due),
        "org": node.org or None,
        "done": done.isoformat() if done else None,
        "status": node.state.status.value,
        "days": node.state.days,
        "words": node.state.words,
        "note": milestone.note or None,
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
