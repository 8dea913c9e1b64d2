"""The words of an addition → an id that stays while the words stay."""

from __future__ import annotations

import hashlib

from paitou.model import Correction, Subject


def addition_id(
    subject: Subject, quote: str, correction: Correction, place: tuple[int, str]
) -> str:
    """Return the id of an added sentence; `place` is its occurrence and section."""
    told = correction.object or correction.indicator or ""
    words = [subject.value, "".join(quote.split()), told, str(correction.measure)]
    words += [str(correction.value), str(place[0] or 1), place[1]]
    digest = hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass"))
    return f"add-{digest.hexdigest()[:10]}"
