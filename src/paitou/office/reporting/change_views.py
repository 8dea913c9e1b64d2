"""Requests → pages of what differs from what was approved: of a round, and of a book."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from paitou.office.books import read_day
from paitou.office.config.faults import only_reading
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import for_signed_in, needs
from paitou.office.plans.views import find_book
from paitou.office.reporting.changes import changes_of
from paitou.office.reporting.models import Reported, Round, Submission
from paitou.office.reporting.showing import show
from paitou.office.reporting.wanted import catalogue_of


@only_reading
@needs(Right.READ_ALL)
def round_changes(request: HttpRequest, number: int) -> HttpResponse:
    """Show what was corrected in a round since approval, by form and in total."""
    round_ = Round.objects.filter(pk=number).first()
    if round_ is None:
        raise Http404
    rows = Reported.objects.filter(submission__round=round_)
    return _page(request, round_.book, rows, round_)


@only_reading
@for_signed_in
def book_changes(request: HttpRequest, book: str) -> HttpResponse:
    """Show what was corrected in all rounds of a book, of the forms that one may see."""
    seen = Submission.objects.for_actor(actor_in(request))
    rows = Reported.objects.filter(book=book, submission__in=seen)
    return _page(request, book, rows)


def _page(
    request: HttpRequest,
    book: str,
    rows: QuerySet[Reported],
    round_: Round | None = None,
) -> HttpResponse:
    shelved, day = find_book(book), read_day(request.GET)
    changes = changes_of(rows, day.date)
    return show(
        request,
        "changes.html",
        "rounds",
        shelved=shelved,
        title=round_.title if round_ else "各期",
        round=round_,
        changes=changes,
        totals=changes.totals(catalogue_of(shelved.book)),
        day=day,
    )
