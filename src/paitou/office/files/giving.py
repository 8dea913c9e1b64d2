"""Who asks and the number of a kept file → the file, and the answer that carries it."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.module_loading import import_string

from paitou.model import Publicity
from paitou.office.files.kept import file_store
from paitou.office.files.levels import levels_of
from paitou.office.files.models import Attachment
from paitou.office.files.things import Thing
from paitou.office.people.acting import Actor

#: Nothing in a file runs, even where a browser is made to show it.
_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


def file_for(actor: Actor, number: int) -> Attachment:
    """Return a file that somebody may be given.

    Raises:
        Http404: there is none, or it is not for them: which, nobody can tell.
    """
    found = Attachment.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    if levels_of((found,), timezone.now())[found.pk].level is Publicity.PUBLIC:
        return found
    if not actor.is_signed_in or not thing_of(found).is_seen_by(actor):
        raise Http404
    return found


def sent_file(found: Attachment) -> HttpResponse:
    """Return the answer with a file, always to be saved and never shown as a page."""
    response = HttpResponse(file_store().read(found.sha256), content_type=found.media_type)
    named = content_disposition_header(as_attachment=True, filename=found.name)
    response.headers["Content-Disposition"] = named or "attachment"
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def thing_of(attachment: Attachment) -> Thing:
    """Return what a file belongs to."""
    made: Thing = import_string(settings.ATTACHED_TO[attachment.kind])(attachment)
    return made
