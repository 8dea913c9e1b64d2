"""Reconciliation → the JSON record of `paitou reconcile`."""

from __future__ import annotations

from decimal import Decimal

from paitou.compile.record import Record, issue_record, statement_record
from paitou.model import Document, Plan
from paitou.tracking.reconcile.places import place_of
from paitou.tracking.reconcile.result import Pair, Reconciliation


def reconciliation_record(plan: Plan, later: Plan, found: Reconciliation) -> Record:
    """Return every pair with both statements, the verdict and how it was reached."""
    return {
        "plan": _document(plan.document),
        "later": _document(later.document),
        "pairs": [_pair(pair) for pair in found.pairs],
        "counts": found.counts,
        "issues": [issue_record(issue) for issue in found.issues],
    }


def _document(document: Document) -> Record:
    return {
        "title": document.title,
        "file": document.file,
        "sha256": document.sha256,
        "year": document.year,
        "place": place_of(document) or None,
    }


def _pair(pair: Pair) -> Record:
    return {
        "target": statement_record(pair.target),
        "outcome": statement_record(pair.outcome) if pair.outcome else None,
        "verdict": pair.verdict.value,
        "reason": pair.reason,
        "gap": pair.gap.value if pair.gap else None,
        "shortfall": _number(pair.shortfall),
        "shortfall_unit": pair.shortfall_unit or None,
        "side": pair.side.value if pair.side else None,
        "evidence": [evidence.value for evidence in pair.evidence],
        "likeness": pair.likeness,
        "alternatives": [statement_record(one) for one in pair.alternatives],
        "mention": pair.mention or None,
    }


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
