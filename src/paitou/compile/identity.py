"""Words → ids that stay the same when other words of the document change."""

from __future__ import annotations

import hashlib
from collections import Counter

#: Hexadecimal digits of an id: 40 bits, so that a clash within a book is unheard of.
_LENGTH = 10


class Identities:
    """Gives ids: equal words in one section are told apart by their order there."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._seen: Counter[str] = Counter()

    def of(self, section: str, *words: str) -> str:
        """Return the id of these words in the section."""
        key = "\x1f".join((section, *words))
        self._seen[key] += 1
        nth = self._seen[key]
        if nth > 1:
            key = f"{key}\x1f{nth}"
        digest = hashlib.blake2s(key.encode("utf-8", "surrogatepass")).hexdigest()
        return self._prefix + digest[:_LENGTH]
