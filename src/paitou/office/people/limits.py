"""Failed attempts to sign in → how long an account or an address has to wait."""

from __future__ import annotations

import datetime as dt
import hashlib
import ipaddress
from collections.abc import Iterable

from attrs import frozen
from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from paitou.office.people.models import Attempt

_FORGOTTEN_AFTER = dt.timedelta(days=1)
_ACCOUNT = "account:"


@frozen
class Spent:
    """An attempt that was counted before it is made; `is_refused` where it may not be.

    Attributes:
        failures: those before it, within the time that counts.
    """

    is_refused: bool
    failures: int = 0


def spend(login: str, address: str) -> Spent:
    """Count an attempt before it is made, so that many at once are counted too."""
    account = _spend(_account(login), settings.SIGN_IN_FAILURES)
    if account.is_refused or not address:
        return account
    place = _spend(_place(address), settings.ADDRESS_FAILURES)
    return Spent(is_refused=place.is_refused, failures=account.failures)


def take_back(login: str, address: str) -> None:
    """Take one attempt back: it was right. What is a day old is forgotten with it."""
    with transaction.atomic():
        Attempt.objects.filter(at__lt=timezone.now() - _FORGOTTEN_AFTER).delete()
        keys = (_account(login), _place(address))
        spent = Attempt.objects.filter(key__in=keys, failures__gt=0)
        spent.update(failures=F("failures") - 1)


def unlock(login: str) -> None:
    """Let an account try again at once."""
    Attempt.objects.filter(key=_account(login)).delete()


def is_locked(login: str) -> bool:
    """Return whether an account has to wait."""
    known = Attempt.objects.filter(key=_account(login)).first()
    return known is not None and _counts(known) >= settings.SIGN_IN_FAILURES


def locked_among(logins: Iterable[str]) -> frozenset[str]:
    """Return which accounts have to wait, asked for all at once."""
    by_key = {_account(login): login for login in logins}
    tried = Attempt.objects.filter(
        key__startswith=_ACCOUNT, failures__gte=settings.SIGN_IN_FAILURES
    )
    held = (one for one in tried if _counts(one) >= settings.SIGN_IN_FAILURES)
    return frozenset(by_key[one.key] for one in held if one.key in by_key)


def address_of(request: HttpRequest) -> str:
    """Return where a request comes from; what no trusted proxy said does not count."""
    trusted = settings.TRUSTED_PROXIES
    header = request.headers.get("x-forwarded-for", "")
    told = header.split(",") if header else []
    address = request.META.get("REMOTE_ADDR", "")
    if trusted and len(told) >= trusted:
        address = told[-trusted]
    try:
        return str(ipaddress.ip_address(address.strip()))
    except ValueError:
        return ""


def _spend(key: str, limit: int) -> Spent:
    with transaction.atomic():
        Attempt.objects.get_or_create(key=key, defaults={"at": timezone.now()})
        known = Attempt.objects.select_for_update().get(key=key)
        before = _counts(known)
        if before >= limit:
            return Spent(is_refused=True, failures=before)
        known.failures, known.at = before + 1, timezone.now()
        known.save(update_fields=["failures", "at"])
    return Spent(is_refused=False, failures=before)


def _counts(known: Attempt) -> int:
    """How many failures count: all, until nothing was tried for the time of a lock."""
    lasts = dt.timedelta(minutes=settings.LOCK_MINUTES)
    return known.failures if timezone.now() < known.at + lasts else 0


def _account(login: str) -> str:
    return f"{_ACCOUNT}{_short(login)}"


def _place(address: str) -> str:
    return f"address:{_short(address)}"


def _short(text: str) -> str:
    """What names nobody: people type their password where the account belongs."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:40]
