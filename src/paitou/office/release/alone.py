"""A request → whether somebody works alone on their own machine, without any office."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

from paitou.office.people.models import User

#: What a proxy adds; with one of these the request comes from elsewhere.
_FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-host")


def is_alone(request: HttpRequest) -> bool:
    """Return whether it comes from this machine itself, and nobody has an account.

    Then there is nobody to keep anything from: `paitou serve 文件夹` on a desk.
    """
    if settings.TRUSTED_PROXIES or settings.HTTPS:
        return False
    if any(name in request.headers for name in _FORWARDED):
        return False
    return _is_this_machine(request) and not User.objects.exists()


def _is_this_machine(request: HttpRequest) -> bool:
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback
