"""What differs from what was approved: in a round, and in every round of a book."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from paitou.compile.record import Record
from paitou.office.api.desk import SIGNED_IN, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, seen_book, seen_round
from paitou.office.api.values import AsOf, Given, Search, day_of
from paitou.office.people.roles import Right
from paitou.office.plans.views import find_book
from paitou.office.reporting.changes import Changed, changes_of
from paitou.office.reporting.models import Reported, Submission
from paitou.office.reporting.wanted import catalogue_of

desk = Desk("核定以后的变化")


class ChangedOut(Given):
    """A number that was corrected: as approved, as it stands, by how much, and why."""

    key: str
    indicator: str
    period: str
    org: str
    org_name: str
    submission: int
    first: str
    now: str
    difference: str
    corrected_on: dt.date
    reason: str


class TotalOut(Given):
    """What the corrections of an indicator come to; empty where it is not added up."""

    indicator: str
    count: int
    words: str


class ChangesOut(Given):
    """What differs of so many numbers that were approved."""

    numbers: int
    changed: list[ChangedOut]
    totals: list[TotalOut]


@desk.reads(
    "/rounds/{int:number}/changes",
    ChangesOut,
    use(Scope.READ, Right.READ_ALL),
    told="查看一个批次核定以后改过的数，逐数、逐表、合计。",
)
def get_round_changes(request: Asking, number: int, as_of: AsOf = None) -> Record:  # noqa: ARG001
    """Return what was corrected in a round since approval."""
    round_ = seen_round(number)
    rows = Reported.objects.filter(submission__round=round_)
    return _out(round_.book, rows, as_of)


@desk.reads(
    "/books/{book}/changes",
    ChangesOut,
    use(Scope.READ, rule=SIGNED_IN),
    told="查看一个方案各期核定以后改过的数，限能查看的表。",
)
def get_book_changes(request: Asking, book: Search, as_of: AsOf = None) -> Record:
    """Return what was corrected in all rounds of a book."""
    name = seen_book(request, book).name
    seen = Submission.objects.for_actor(acting(request))
    return _out(name, Reported.objects.filter(book=name, submission__in=seen), as_of)


def _out(book: str, rows: QuerySet[Reported], as_of: dt.date | None) -> Record:
    changes = changes_of(rows, day_of(as_of).date)
    totals = changes.totals(catalogue_of(find_book(book).book))
    return {
        "numbers": changes.numbers,
        "changed": [_changed(one) for one in changes.changed],
        "totals": [
            {"indicator": one.indicator, "count": one.count, "words": one.words}
            for one in totals
        ],
    }


def _changed(one: Changed) -> Record:
    form = one.first.submission
    return {
        "key": one.first.key,
        "indicator": one.first.indicator,
        "period": form.round.period,
        "org": form.org,
        "org_name": form.org_name,
        "submission": form.pk,
        "first": one.first.words,
        "now": one.now.words,
        "difference": one.words,
        "corrected_on": one.now.known_on,
        "reason": one.now.reason,
    }
