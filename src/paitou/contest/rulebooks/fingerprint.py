"""The text of a rulebook → the hash that it is frozen by."""

from __future__ import annotations

import hashlib


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the text in hexadecimal; how lines end makes no difference."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
