"""Requests → the working-day calendar, and what planning and supervision enter in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from paitou.office.config.faults import filling_in, only_doing
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import for_signed_in, needs
from paitou.office.reporting.calendar_page import calendar_page
from paitou.office.reporting.calendars import (
    YEARS,
    Wanted,
    cancel_days,
    changes_of,
    office_calendar,
    set_days,
)
from paitou.office.reporting.showing import show

_LONGEST = 2000


@filling_in
@for_signed_in
def calendar(request: HttpRequest) -> HttpResponse:
    """Show a year's working days; enter a notice or a local change."""
    if request.method != "POST":
        return _page(request, _year(request.GET.get("year", "")), "")
    actor, wanted = actor_in(request), _wanted(request)
    try:
        perform(actor, set_days, actor, wanted)
    except Refused as refusal:
        year = _year(request.POST.get("year", ""))
        return _page(request, year, str(refusal), status=400, wanted=wanted)
    return redirect(f"{reverse('calendar')}?year={wanted.year}")


@only_doing
@needs(Right.OPEN_ROUND)
def cancel(request: HttpRequest, number: int) -> HttpResponse:
    """Let an entry count for nothing."""
    actor = actor_in(request)
    reason = request.POST.get("reason", "")[:200]
    try:
        row = perform(actor, cancel_days, actor, number, reason)
    except Refused as refusal:
        year = _year(request.POST.get("year", ""))
        return _page(request, year, str(refusal), status=400)
    return redirect(f"{reverse('calendar')}?year={row.year}")


def _page(
    request: HttpRequest,
    year: int,
    notice: str,
    status: int = 200,
    wanted: Wanted | None = None,
) -> HttpResponse:
    known = office_calendar()
    page = calendar_page(year, known, changes_of(year), timezone.localdate())
    return show(
        request,
        "calendar.html",
        "calendar",
        status,
        page=page,
        years=sorted({*known.sources, year, timezone.localdate().year}),
        may_enter=actor_in(request).may(Right.OPEN_ROUND),
        notice=notice,
        wanted=wanted,
    )


def _wanted(request: HttpRequest) -> Wanted:
    def typed(name: str) -> str:
        return request.POST.get(name, "").strip()[:_LONGEST]

    year = typed("year")
    return Wanted(
        year=int(year) if year.isdecimal() and len(year) == 4 else 0,
        is_notice=typed("sort") == "notice",
        off=typed("off"),
        work=typed("work"),
        source=typed("source"),
        reason=typed("reason"),
    )


def _year(text: str) -> int:
    """Return the year that is asked for, this one where there is no such year."""
    if text.isdecimal() and len(text) == 4 and int(text) in YEARS:
        return int(text)
    return timezone.localdate().year
