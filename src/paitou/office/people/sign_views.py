"""Requests to sign in and out, and about one's own password and second step → pages."""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.contrib.auth import logout as end_session
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from paitou.office.config.faults import filling_in, only_doing
from paitou.office.journal.actions import Refused
from paitou.office.people import second_step, signing
from paitou.office.people.forms import AnyCode, Code, NewPassword, SignIn
from paitou.office.people.gate import (
    BY,
    SEEN,
    SINCE,
    account_of,
    by_whom,
    step_before,
)
from paitou.office.people.limits import address_of
from paitou.office.people.models import User
from paitou.office.people.rules import for_everybody, for_signed_in, for_unfinished
from paitou.office.people.signing import Waits

_HALF, _NEW_KEY = "half", "new_key"
#: Between the password and the code.
_HALF_SECONDS = 300
_HOME = "work"


@for_everybody
@never_cache
@sensitive_post_parameters("password")
@filling_in
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for account and password, and for a code where there is a second step."""
    form = SignIn(request.POST or None)
    target = target_of(request)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            user = signing.check_password(
                form.cleaned_data["login"],
                form.cleaned_data["password"],
                address_of(request),
            )
        except Refused as fault:
            form.add_error(None, str(fault))
            status = _status(fault)
        else:
            return go_on(request, user, target)
    return sign_in_page(request, form, status)


@for_everybody
@never_cache
@filling_in
def enter_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the phone, after the password."""
    user = _half(request)
    if user is None:
        return redirect("sign_in")
    form = AnyCode(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            signing.check_code(user, form.cleaned_data["code"], address_of(request))
        except Refused as fault:
            form.add_error(None, str(fault))
            status = _status(fault)
        else:
            half = request.session[_HALF]
            return _enter(request, user, str(half["target"]), str(half["by"]))
    return render(request, "people/enter_code.html", {"form": form}, status=status)


@for_unfinished
@only_doing
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if user := account_of(request):
        signing.leave(user, address_of(request))
    end_session(request)
    return redirect("books")


@for_unfinished
@sensitive_post_parameters("old", "new", "again")
@filling_in
def password(request: HttpRequest) -> HttpResponse:
    """Ask for another password; every other session of the account ends."""
    user = _signed_in(request)
    form = NewPassword(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        old, new = form.cleaned_data["old"], form.cleaned_data["new"]
        try:
            signing.change_password(user, old, new, address_of(request))
        except Refused as fault:
            form.add_error(None, str(fault))
            status = _status(fault)
        else:
            update_session_auth_hash(request, user)
            return redirect(step_before(user, by_whom(request)) or _HOME)
    context = {"form": form, "must": step_before(user, by_whom(request)) == "password"}
    return render(request, "people/password.html", context, status=status)


@for_unfinished
@filling_in
def set_second_step(request: HttpRequest) -> HttpResponse:
    """Show a new key as a picture, and ask for the code that the phone makes of it."""
    user = _signed_in(request)
    if user.totp_key:
        return redirect(_HOME)
    key = request.session.setdefault(_NEW_KEY, second_step.new_key())
    form = Code(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        try:
            codes = signing.set_second_step(user, key, code, address_of(request))
        except Refused as fault:
            form.add_error(None, str(fault))
            status = _status(fault)
        else:
            del request.session[_NEW_KEY]
            update_session_auth_hash(request, user)
            return render(request, "people/recovery.html", {"codes": codes})
    picture = second_step.picture_of(second_step.address_of(key, user.login))
    groups = " ".join(key[at : at + 4] for at in range(0, len(key), 4))
    context = {"form": form, "picture": picture, "key": groups}
    return render(request, "people/set_second_step.html", context, status=status)


@for_signed_in
@filling_in
def renew_recovery(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the phone, and show new codes for when it is lost."""
    user = _signed_in(request)
    if not user.totp_key:
        return redirect("set_second_step")
    form = Code(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        code = form.cleaned_data["code"]
        try:
            codes = signing.renew_recovery(user, code, address_of(request))
        except Refused as fault:
            form.add_error(None, str(fault))
            status = _status(fault)
        else:
            return render(request, "people/recovery.html", {"codes": codes})
    context = {"form": form, "left": len(user.recovery)}
    return render(request, "people/renew_recovery.html", context, status=status)


def go_on(request: HttpRequest, user: User, target: str, *, by: str = "") -> HttpResponse:
    """Ask for the second step of whoever has shown the first, or let them in.

    Args:
        request: the one that showed it.
        user: whose account it is.
        target: the page that they wanted, empty for none.
        by: who vouched for them, empty for their own password.
    """
    if not user.totp_key:
        return _enter(request, user, target, by)
    request.session.flush()  # what was known before the password is worth nothing after it
    half = {"user": user.pk, "at": time.time(), "target": target, "hash": _fresh(user)}
    request.session[_HALF] = {**half, "by": by}
    return redirect("enter_code")


def sign_in_page(
    request: HttpRequest, form: SignIn, status: int, notice: str = ""
) -> HttpResponse:
    """Return the page that asks for account and password."""
    context = {
        "form": form,
        "target": target_of(request),
        "minutes": settings.IDLE_MINUTES,
        "provider": settings.OIDC,
        "notice": notice,
    }
    return render(request, "people/sign_in.html", context, status=status)


def target_of(request: HttpRequest) -> str:
    """Return the page that was wanted, empty where it is none of this site."""
    wanted = request.POST.get("next", request.GET.get("next", ""))
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else ""


def _enter(request: HttpRequest, user: User, target: str, by: str) -> HttpResponse:
    """Begin a session under a new name, so that one planted before is worth nothing."""
    signing.enter(user, address_of(request), by=by)
    request.session.flush()
    begin_session(request, user, "django.contrib.auth.backends.ModelBackend")
    request.session[SEEN] = request.session[SINCE] = time.time()
    request.session[BY] = by
    return redirect(step_before(user, by_whom(request)) or target or _HOME)


def _half(request: HttpRequest) -> User | None:
    """Return who has given the password and not yet the code."""
    half = request.session.get(_HALF)
    if not half or time.time() - half["at"] > _HALF_SECONDS:
        return None
    user = User.objects.filter(pk=half["user"], is_active=True).first()
    if user is None or not user.totp_key or _fresh(user) != half["hash"]:
        return None
    return user


def _fresh(user: User) -> str:
    return user.get_session_auth_hash()


def _signed_in(request: HttpRequest) -> User:
    user = account_of(request)
    if user is None:
        raise Refused("请先登录。")
    return user


def _status(fault: Refused) -> int:
    return 429 if isinstance(fault, Waits) else 400
