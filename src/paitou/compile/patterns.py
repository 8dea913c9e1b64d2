"""Lists of words → patterns, and look-ups that need no pattern however long the list."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words: longest first, grouped by first character."""
    groups: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda w: (-len(w), w)):
        groups.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(_group(first, rest) for first, rest in groups.items()) + ")"


def _group(first: str, rests: list[str]) -> str:
    head = re.escape(first)
    if rests == [""]:
        return head
    tails = [re.escape(rest) for rest in rests if rest]
    body = "|".join(tails)
    return f"{head}(?:{body})" + ("?" if "" in rests else "")


class Words:
    """A list of words to look up in a text; the longest that fits is found.

    A pattern of a thousand words takes longer to compile than most texts to read.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._firsts = frozenset(word[0] for word in self._words)
        self._lasts = frozenset(word[-1] for word in self._words)
        self._lengths = tuple(sorted({len(word) for word in self._words}, reverse=True))

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def at(self, text: str, start: int, end: int | None = None) -> int:
        """Return where the word that starts at `start` ends, -1 if none does."""
        stop = len(text) if end is None else end
        if start >= stop or text[start] not in self._firsts:
            return -1
        for length in self._lengths:
            if start + length <= stop and text[start : start + length] in self._words:
                return start + length
        return -1

    def before(self, text: str, end: int | None = None) -> int:
        """Return where the word that ends at `end` starts, -1 if none does."""
        stop = len(text) if end is None else end
        if stop <= 0 or text[stop - 1] not in self._lasts:
            return -1
        for length in self._lengths:
            if length <= stop and text[stop - length : stop] in self._words:
                return stop - length
        return -1
