"""Words that a name may end in → the name without its ending, read from the end backwards.

A pattern that ends in `$` is tried at every character; read backwards it is tried once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import frozen

from paitou.compile.patterns import one_of


@frozen
class Ending:
    """A pattern for what names end in, written for text that is read backwards."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, words: Iterable[str], *, before: str = "", after: str = "") -> Ending:
        """Return the ending in one of `words`.

        `before` and `after` are patterns, for text read backwards, of what may stand
        before and after the word and belongs to the ending.
        """
        return cls(re.compile(after + backwards(words) + before))

    def cut(self, text: str) -> tuple[str, str]:
        """Return the text without its ending, and the ending; empty where it has none."""
        found = self.pattern.match(text[::-1])
        last = len(text) - found.end() if found else len(text)
        return text[:last], text[last:]

    def ends(self, text: str) -> bool:
        """Return whether the text ends so."""
        return self.pattern.match(text[::-1]) is not None


def backwards(words: Iterable[str]) -> str:
    """Return a pattern for any of the words in text that is read backwards."""
    return one_of(word[::-1] for word in words)
