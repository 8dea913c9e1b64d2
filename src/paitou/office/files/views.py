"""Requests for a kept file → its bytes as a download, for those who may be given it."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.module_loading import import_string

from paitou.model import Publicity
from paitou.office.config.faults import only_doing, only_reading
from paitou.office.files.actions import release
from paitou.office.files.kept import file_store
from paitou.office.files.models import Attachment
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.acting import Actor
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import for_everybody, needs

#: Nothing in a file runs, even where a browser is made to show it.
_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


@only_reading
@for_everybody
def download(request: HttpRequest, number: int) -> HttpResponse:
    """Send a file, always to be saved and never shown in the page's place."""
    found = _find(actor_in(request), number)
    response = HttpResponse(
        file_store().read(found.sha256),
        content_type=found.media_type,
    )
    named = content_disposition_header(as_attachment=True, filename=found.name)
    response.headers["Content-Disposition"] = named or "attachment"
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@only_doing
@needs(Right.PUBLISH)
def set_level(request: HttpRequest, number: int) -> HttpResponse:
    """Say who may be given a file."""
    actor = actor_in(request)
    found = _find(actor, number)
    try:
        level = Publicity(request.POST.get("level", ""))
    except ValueError as fault:
        raise Refused("请选择公开属性。") from fault
    perform(actor, release, actor, found.pk, level, request.POST.get("reason", ""))
    return redirect(address_of(found))


def address_of(attachment: Attachment) -> str:
    """Return the address of the page of what a file belongs to."""
    of_thing = import_string(settings.ATTACHED_TO[attachment.kind])
    return str(of_thing(attachment).address)


def _find(actor: Actor, number: int) -> Attachment:
    """Return a file that somebody may be given.

    Raises:
        Http404: there is none, or it is not for them: which, nobody can tell.
    """
    found = Attachment.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    if found.level == Publicity.PUBLIC:
        return found
    of_thing = import_string(settings.ATTACHED_TO[found.kind])
    if not actor.is_signed_in or not of_thing(found).is_seen_by(actor):
        raise Http404
    return found
