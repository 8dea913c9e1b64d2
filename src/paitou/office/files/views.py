"""Requests for a kept file → its bytes as a download, for those who may be given it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from paitou.model import Publicity
from paitou.office.config.faults import only_doing, only_reading
from paitou.office.files.actions import release
from paitou.office.files.giving import address_of, file_for, sent_file
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import for_everybody, needs


@only_reading
@for_everybody
def download(request: HttpRequest, number: int) -> HttpResponse:
    """Send a file."""
    return sent_file(file_for(actor_in(request), number))


@only_doing
@needs(Right.PUBLISH)
def set_level(request: HttpRequest, number: int) -> HttpResponse:
    """Say who may be given a file."""
    actor = actor_in(request)
    found = file_for(actor, number)
    try:
        level = Publicity(request.POST.get("level", ""))
    except ValueError as fault:
        raise Refused("请选择公开属性。") from fault
    perform(actor, release, actor, found.pk, level, request.POST.get("reason", ""))
    return redirect(address_of(found))
