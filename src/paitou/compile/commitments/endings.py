"""Words that a name may end in → where the ending begins, read from the end backwards.

A pattern that ends in `$` is tried at every character; read backwards it is tried once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

from paitou.compile.patterns import one_of


@frozen
class Ending:
    """One of `words`, after which there may stand what the `after` patterns describe."""

    pattern: re.Pattern[str] = field(repr=False)

    @classmethod
    def of(cls, words: Iterable[str], after: str = "") -> Ending:
        """Return the ending; `after` is a pattern for reversed text."""
        return cls(re.compile(after + one_of(word[::-1] for word in words)))

    def cut(self, text: str) -> tuple[str, str]:
        """Return the text without its ending, and the ending; empty where it has none."""
        found = self.pattern.match(text[::-1])
        last = len(text) - found.end() if found else len(text)
        return text[:last], text[last:]

    def ends(self, text: str) -> bool:
        """Return whether the text ends so."""
        return self.pattern.match(text[::-1]) is not None
