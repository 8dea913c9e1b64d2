"""Book → the JSON of `paitou show`: the reviewed plan, who answers for what, the splits."""

from __future__ import annotations

from attrs import asdict

from paitou.compile.record import (
    Record,
    commitment_record,
    issue_record,
    plan_record,
    statement_record,
)
from paitou.model import Book, Commitment, Issue, Milestone, Quota, Statement


def book_record(book: Book) -> Record:
    """Return the record of the reviewed plan, with what people decided on top."""
    record = plan_record(book.plan)
    record["statements"] = [
        statement_record(item) | _assigned(book, item) for item in book.plan.statements
    ]
    record["commitments"] = [
        commitment_record(item) | _assigned(book, item) for item in book.plan.commitments
    ]
    record["issues"] = [issue_record(issue) for issue in every_issue(book)]
    return record | {
        "name": book.name,
        "simulated": book.is_simulated,
        "quotas": [_quota(quota) for quota in book.quotas],
        "milestones": [_milestone(node) for node in book.milestones],
        "children": [book_record(child) for child in book.children],
    }


def every_issue(book: Book) -> tuple[Issue, ...]:
    """Return the faults of the text and those of what was decided, each once."""
    return tuple(dict.fromkeys((*book.plan.issues, *book.issues)))


def _assigned(book: Book, item: Statement | Commitment) -> Record:
    assignment = asdict(book.assignment_of(item), recurse=False)
    return {"assignment": {name: _plain(value) for name, value in assignment.items()}}


def _plain(value: object) -> object:
    """A list for several, null for what nobody filled in."""
    return list(value) if isinstance(value, tuple) else value or None


def _quota(quota: Quota) -> Record:
    return {
        "statement": quota.statement,
        "org": quota.org or None,
        "period": str(quota.period),
        "value": None if quota.value is None else format(quota.value, "f"),
        "unit": quota.unit,
        "source": quota.source or None,
    }


def _milestone(node: Milestone) -> Record:
    return {
        "subject": node.subject.value,
        "id": node.id,
        "what": node.what,
        "due": str(node.due),
        "org": node.org or None,
        "done": node.done_on.isoformat() if node.done_on else None,
        "note": node.note or None,
    }
