"""A request → who it is from, and whether the page opens for them."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject

from paitou.office.config.faults import fault_page
from paitou.office.people import passwords
from paitou.office.people.acting import PUBLIC, Actor, actor_of
from paitou.office.people.limits import address_of
from paitou.office.people.models import User
from paitou.office.people.rules import rule_of
from paitou.office.people.signing import needs_second_step
from paitou.office.release.alone import is_alone

#: What is kept in a session: when it was last used, when it began, and by what other than
#: a password.
SEEN, SINCE, BY = "seen", "since", "by"
#: What Django's requests have no field for.
_ACTOR, _PRIVATE = "actor", "is_private"
#: Only now and then is it written down that somebody is still there.
_EVERY = 60


class Gate:
    """Puts who acts on each request, and opens each page by the rule that it declares."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer to the request."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            _leave_after_idling(request)
        setattr(request, _ACTOR, SimpleLazyObject(lambda: _actor(request)))
        response = self._answer(request)
        if getattr(request, _PRIVATE, False):
            add_never_cache_headers(response)
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        _args: object,
        _kwargs: object,
    ) -> HttpResponse | None:
        """Return None where the page opens, else what is shown in its place."""
        rule = rule_of(view)
        if rule is None:
            return fault_page(403, "这一页没有写明谁可以打开，所以谁也打不开。", request)
        if rule.is_public:
            return None
        keep_private(request)
        user = account_of(request)
        if user is None:
            return to_sign_in(request)
        if not rule.is_for_unfinished and (step := step_before(user, by_whom(request))):
            return redirect(step)
        if not rule.admits(actor_in(request)):
            return fault_page(403, f"这一页只对{rule.words}开放。", request)
        return None


def actor_in(request: HttpRequest) -> Actor:
    """Return who acts; the public where nobody has signed in."""
    return cast("Actor", getattr(request, _ACTOR, PUBLIC))


def keep_private(request: HttpRequest) -> None:
    """Let no browser and no proxy keep the answer."""
    setattr(request, _PRIVATE, True)


def account_of(request: HttpRequest) -> User | None:
    """Return the account that is signed in, None where there is none."""
    return request.user if isinstance(request.user, User) else None


def by_whom(request: HttpRequest) -> str:
    """Return who vouched for whoever signed in, empty for their own password."""
    return str(request.session.get(BY, ""))


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Return the way to sign in, and from there back to what was asked for."""
    query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return redirect(f"{reverse('sign_in')}{'?' if query else ''}{query}")


def step_before(user: User, by: str = "") -> str:
    """Return the name of the page that comes before all others, empty where none does.

    Args:
        user: who would open another.
        by: what vouched for them other than a password; then they need not know any.
    """
    if passwords.is_due(user) and not by:
        return "password"
    return "set_second_step" if needs_second_step(user) else ""


def _actor(request: HttpRequest) -> Actor:
    user = account_of(request)
    if user is None:
        return Actor(address=address_of(request), is_alone=is_alone(request))
    if step_before(user, by_whom(request)):  # an account, but not in order yet: no rights
        return Actor(user_id=user.pk, address=address_of(request))
    return actor_of(user, timezone.localdate(), address_of(request))


def _leave_after_idling(request: HttpRequest) -> None:
    """End a session that nobody used for long, or that is as old as a working day."""
    now = time.time()
    seen, since = request.session.get(SEEN), request.session.get(SINCE)
    if seen is None or since is None:
        return
    idle = now - seen > settings.IDLE_MINUTES * 60
    if idle or now - since > settings.SESSION_COOKIE_AGE:
        request.session.flush()
    elif now - seen > _EVERY:
        request.session[SEEN] = now
