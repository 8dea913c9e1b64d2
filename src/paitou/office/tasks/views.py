"""Requests of the administrators → how the office runs, and a sheet to keep on paper."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from paitou.office.config.faults import only_reading
from paitou.office.journal.models import Entry, Head
from paitou.office.people.roles import Right
from paitou.office.people.rules import needs
from paitou.office.tasks.models import Run, State
from paitou.office.tasks.signs import read_signs

_SHOWN = 30
_GROUP = 8


@needs(Right.EDIT_USERS, Right.GRANT_POSTS, Right.READ_JOURNAL)
@only_reading
def duties(request: HttpRequest) -> HttpResponse:
    """Show what the machine does by itself, what came of it, and how the office is."""
    bad = Run.objects.filter(state__in=(State.FAILED, State.FOUND))
    context = {
        "signs": read_signs(),
        "bad": bad.order_by("-begun")[:_SHOWN],
        "now": timezone.localtime(),
        "kept": settings.BACKUPS_KEPT,
        "log_days": settings.LOG_DAYS if settings.ACCESS_LOG not in ("", "-") else None,
    }
    return render(request, "tasks/duties.html", context)


@needs(Right.READ_JOURNAL)
@only_reading
def deposit_sheet(request: HttpRequest) -> HttpResponse:
    """Show the head of the journal as a sheet to print, sign and keep."""
    head = Head.objects.first()
    last = Entry.objects.order_by("-number").first() if head else None
    digest = head.digest if head else ""
    context = {
        "head": head,
        "last": last,
        "groups": [digest[i : i + _GROUP] for i in range(0, len(digest), _GROUP)],
        "now": timezone.localtime(),
        "site": request.get_host(),
    }
    return render(request, "tasks/deposit.html", context)
