"""Words of a text → HTML: escaped, joined over line breaks, punctuation set wide.

Half-width punctuation between Chinese characters is wrapped in <i>, which the style sheet
shows full-width where the font can; the words themselves, and what a reader copies, stay.
"""

from __future__ import annotations

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

_PUNCTUATION = re.compile(r"[,;:!?()]")
_BREAK = re.compile(r"[ \t\u3000]*\r?\n[ \t\u3000]*|\r")
_LATIN = re.compile(r"[A-Za-z0-9]")
_REACH = 8


def set_words(text: str, start: int, end: int) -> SafeString:
    """Return [start, end) of the text as HTML; nothing in the text is taken as markup."""
    pieces, done = [], start
    for found in _PUNCTUATION.finditer(text, start, end):
        if _is_among_latin(text, found.start()):
            continue
        pieces += [_plain(text, done, found.start()), _wide(found[0])]
        done = found.end()
    pieces.append(_plain(text, done, end))
    joined = "".join(pieces)
    return mark_safe(joined)  # noqa: S308 (each piece is escaped, or a sign between our tags)


def _wide(sign: str) -> str:
    # Fonts draw the full-width forms of : ; ? ! in the middle, as is right for Japanese.
    return f"<i>{sign}</i>" if sign in ",()" else f'<i class="half">{sign}</i>'


def _plain(text: str, start: int, end: int) -> str:
    return escape(_BREAK.sub(lambda found: _join(text, start, found), text[start:end]))


def _join(text: str, base: int, found: re.Match[str]) -> str:
    """A break inside a sentence: nothing between Chinese, a blank between Latin words."""
    before = text[base + found.start() - 1 : base + found.start()]
    after = text[base + found.end() : base + found.end() + 1]
    return " " if _LATIN.match(before) and _LATIN.match(after) else ""


def _is_among_latin(text: str, at: int) -> bool:
    before = text[max(0, at - _REACH) : at].rstrip()
    after = text[at + 1 : at + 1 + _REACH].lstrip()
    return bool(_LATIN.match(before[-1:]) and _LATIN.match(after[:1]))
