"""A shared key and the time → the six digits that a phone shows (TOTP, RFC 6238)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from urllib.parse import quote

_SECONDS = 30
_DIGITS = 6
_KEY_BYTES = 20
#: A clock may go wrong by half a minute either way (RFC 6238, 5.2).
_APART = 1


def new_key() -> str:
    """Return a key of 160 bits, as authenticators read it (RFC 4226, 4, R6)."""
    return base64.b32encode(secrets.token_bytes(_KEY_BYTES)).decode("ascii")


def code_at(key: str, step: int, digits: int = _DIGITS) -> str:
    """Return the code of a step of time (RFC 4226, 5.3)."""
    made = hmac.digest(base64.b32decode(key), step.to_bytes(8, "big"), hashlib.sha1)
    offset = made[-1] & 0x0F
    number = int.from_bytes(made[offset : offset + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def step_at(seconds: float) -> int:
    """Return which thirty seconds since 1970 a moment falls into."""
    return int(seconds) // _SECONDS


def step_of(key: str, code: str, seconds: float, last: int) -> int | None:
    """Return the step whose code this is, None where it is none that may be taken.

    Args:
        key: as authenticators read it.
        code: what somebody typed; blanks do not count.
        seconds: since 1970.
        last: the step whose code was taken before: a code is good once.
    """
    typed = "".join(code.split())
    now = step_at(seconds)
    found = None
    for step in range(now - _APART, now + _APART + 1):
        if hmac.compare_digest(code_at(key, step).encode(), typed.encode()) and step > last:
            found = step
    return found


def address_of(key: str, login: str) -> str:
    """Return what an authenticator reads from a picture (otpauth)."""
    return f"otpauth://totp/{quote('排头:' + login)}?secret={key}&issuer={quote('排头')}"


def picture_of(address: str) -> str:
    """Return it as a picture in SVG, which stands in the page itself."""
    import segno

    made = segno.make(address, error="m")
    return str(made.svg_inline(scale=4, border=2, omitsize=False))
