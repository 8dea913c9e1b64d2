"""Text and words searched for → every place where they stand, with what is around them."""

from __future__ import annotations

import re

from attrs import frozen

from paitou.model import Span
from paitou.text.view import fold

_AROUND = 14
_STOPS = "，。、；：,.;:)）”"
_BREAKS = re.compile(r"\s+")


@frozen(kw_only=True)
class Hit:
    """One place: its number from 1, and the words before, at and after it."""

    number: int
    span: Span
    before: str
    words: str
    after: str


def find_hits(text: str, words: str) -> tuple[Hit, ...]:
    """Return every place of the words; width, case and line breaks make no difference."""
    if not words:
        return ()
    letters = (re.escape(letter) for letter in _BREAKS.sub("", fold(words)))
    pattern = re.compile(r"\s*".join(letters), re.IGNORECASE)
    spans = (Span(*found.span()) for found in pattern.finditer(fold(text)) if found[0])
    return tuple(_hit(text, span, number) for number, span in enumerate(spans, 1))


def around(text: str, span: Span) -> tuple[str, str, str]:
    """Return the words before, at and after a place, on one line."""
    before = (
        text[max(0, span.start - _AROUND) : span.start].rsplit("\n", 1)[-1].lstrip(_STOPS)
    )
    after = text[span.end : span.end + _AROUND].split("\n", 1)[0]
    return before, _BREAKS.sub("", span.of(text)), after


def _hit(text: str, span: Span, number: int) -> Hit:
    before, words, after = around(text, span)
    return Hit(number=number, span=span, before=before, words=words, after=after)
