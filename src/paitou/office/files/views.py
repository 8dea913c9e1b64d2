"""Requests for a kept file → its bytes as a download, for those who may be given it."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from paitou.model import Publicity
from paitou.office.config.faults import only_doing, only_reading
from paitou.office.files.giving import file_for, sent_file, thing_of
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import for_everybody, needs
from paitou.office.release.deciding import About, Terms, decide_thing, morning
from paitou.office.release.models import Kind


@only_reading
@for_everybody
def download(request: HttpRequest, number: int) -> HttpResponse:
    """Send a file."""
    return sent_file(file_for(actor_in(request), number))


@only_doing
@needs(Right.PUBLISH)
def set_level(request: HttpRequest, number: int) -> HttpResponse:
    """Say who may be given a file, at once or from a day on."""
    actor = actor_in(request)
    found = file_for(actor, number)
    thing, day = thing_of(found), request.POST.get("day", "").strip()
    try:
        level = Publicity(request.POST.get("level", ""))
        starts = morning(dt.date.fromisoformat(day) if day else None)
    except ValueError as fault:
        raise Refused("请选择公开属性，日期写成 2026-04-15 这样。") from fault
    about = About(kind=Kind.FILE, book=thing.book, key=str(found.pk))
    reason = request.POST.get("reason", "")
    terms = Terms(now=timezone.now(), starts=starts, reason=reason)
    perform(actor, decide_thing, actor, about, level, terms)
    return redirect(thing.address)
