"""Requests to sign in by the provider of single sign-on → its page, and back from it."""

from __future__ import annotations

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import never_cache

from paitou.office.config.faults import only_reading
from paitou.office.config.provider import Provider
from paitou.office.journal.actions import Refused
from paitou.office.people import linking
from paitou.office.people.forms import SignIn
from paitou.office.people.limits import address_of
from paitou.office.people.rules import for_everybody
from paitou.office.people.sign_views import go_on, sign_in_page, target_of

_log = logging.getLogger(__name__)


@for_everybody
@never_cache
@only_reading
def begin(request: HttpRequest) -> HttpResponse:
    """Send somebody to the provider."""
    provider = _provider()
    from paitou.office.people.single_sign_on import address_to_ask

    try:
        asked = address_to_ask(request, provider, target_of(request))
    except Refused as fault:
        return _told(request, fault, 503)
    return HttpResponseRedirect(asked)


@for_everybody
@never_cache
@only_reading
def back(request: HttpRequest) -> HttpResponse:
    """Let somebody in for whom the provider vouches, if they have an account here."""
    provider = _provider()
    from paitou.office.people.single_sign_on import identity_of

    try:
        identity = identity_of(request, provider)
        user = linking.account_of(
            provider.issuer, identity.subject, identity.login, address_of(request)
        )
    except Refused as fault:
        return _told(request, fault, 403)
    return go_on(request, user, identity.target, by=provider.name)


def _provider() -> Provider:
    if settings.OIDC is None:
        raise Http404
    known: Provider = settings.OIDC
    return known


def _told(request: HttpRequest, fault: Refused, status: int) -> HttpResponse:
    _log.warning("single sign-on: %s (%r)", fault, fault.__cause__)
    notice = f"{fault}。请重试，或用账号和口令登录。"
    return sign_in_page(request, SignIn(), status, notice)
