"""Lists of words → regular expressions that stay fast however long the lists grow."""

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
