"""A monitor's questions → whether the site is up, and its figures for Prometheus."""

from __future__ import annotations

import hmac
import ipaddress
import logging

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from paitou.office.books import served_shelf
from paitou.office.config.faults import only_reading
from paitou.office.config.metrics import metrics_text
from paitou.office.journal.actions import NotAllowed
from paitou.office.people.limits import address_of

_FORM = "text/plain; version=0.0.4; charset=utf-8"
_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")
_log = logging.getLogger(__name__)


@only_reading
def healthz(_request: HttpRequest) -> HttpResponse:
    """Return ok, with how many books are served and how many folders cannot be read."""
    if not is_database_up():
        return JsonResponse({"status": "down", "database": False}, status=503)
    books, faults = served_shelf().books()
    told = {"status": "ok", "books": len(books), "unreadable": len(faults)}
    return JsonResponse({**told, "database": True})


@only_reading
def metrics(request: HttpRequest) -> HttpResponse:
    """Return the figures to whoever has the token, or is on this machine where none is set.

    Raises:
        NotAllowed: it is somebody else.
    """
    if not _may_read(request):
        raise NotAllowed("运行指标只对本机开放，或凭 PAITOU_METRICS_TOKEN 读取")
    return HttpResponse(metrics_text(is_up=is_database_up()), content_type=_FORM)


def is_database_up() -> bool:
    """Return whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, OSError):
        _log.exception("数据库连不上")
        return False
    return True


def _may_read(request: HttpRequest) -> bool:
    if settings.METRICS_TOKEN:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(given.encode(), settings.METRICS_TOKEN.encode())
    # A proxy on this machine speaks for the whole world; only a trusted one is believed.
    is_passed_on = any(name in request.headers for name in _FORWARDED)
    if is_passed_on and not settings.TRUSTED_PROXIES:
        return False
    address = address_of(request)
    return bool(address) and ipaddress.ip_address(address).is_loopback
