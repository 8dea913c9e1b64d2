"""A number that the office reports: its history, and a correction after approval."""

from __future__ import annotations

import datetime as dt

from paitou.compile.record import Record
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import SIGNED_IN, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, seen_book
from paitou.office.api.values import Given, Line, Reason, Search, Short, Taken
from paitou.office.journal.actions import perform
from paitou.office.people.roles import Right
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.models import Reported, Submission

desk = Desk("核定的数")


class VintageOut(Given):
    """A vintage of a frozen figure; a later one says why it differs."""

    vintage: int
    indicator: str
    org: str
    period: str
    value: str
    value_high: str
    unit: str
    qualifier: str
    state: str
    source: str
    known_on: dt.date
    note: str
    figure_id: str
    approver: str
    reason: str
    submission: int


class History(Given):
    """Every vintage of a number, the first one first."""

    key: str
    vintages: list[VintageOut]


class Correction(Taken):
    """What the number should have been, and why it is corrected."""

    text: Short
    note: Line = ""
    reason: Reason


@desk.reads(
    "/books/{book}/reported/{key}",
    History,
    use(Scope.READ, rule=SIGNED_IN),
    told="查看一个核定的数的各版：原数、更正、原因、核定岗位。",
)
def get_history(request: Asking, book: Search, key: Search) -> Record:
    """Return every vintage of a frozen figure."""
    return {"key": key, "vintages": [_vintage(row) for row in _rows(request, book, key)]}


@desk.changes(
    "/books/{book}/reported/{key}/corrections",
    VintageOut,
    use(Scope.REVIEW, Right.CORRECT),
    told="更正一个已核定的数：原数保留，更正成为新的一版。",
)
def correct_figure(
    request: Asking, book: Search, key: Search, correction: Correction
) -> Record:
    """Add a vintage to a frozen figure."""
    _rows(request, book, key)
    actor = acting(request)
    typed = Typed(text=correction.text.strip(), note=correction.note.strip())
    shelved = seen_book(request, book)
    made = perform(actor, correct, actor, book, key, typed, correction.reason, shelved.book)
    return _vintage(made)


def _rows(request: Asking, book: str, key: str) -> list[Reported]:
    seen = Submission.objects.for_actor(acting(request))
    found = Reported.objects.filter(book=book, key=key, submission__in=seen)
    rows = list(found.order_by("vintage"))
    if not rows:
        raise Stopped(404)
    return rows


def _vintage(row: Reported) -> Record:
    names = VintageOut.model_fields
    said: Record = {name: getattr(row, name) for name in names if name != "submission"}
    return said | {"submission": row.submission_id}
