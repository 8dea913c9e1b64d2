"""A sentence that quotes words with quotes in them → the same, the inner ones single."""

from __future__ import annotations

_OPEN, _CLOSE = "“", "”"
_INNER = {_OPEN: "‘", _CLOSE: "’"}


def nested(text: str) -> str:
    """Return the text with quotes inside quotes as ‘’; one that never closes changes none.

    GB/T 15834—2011, 4.8.3.2: 引号里面还要用引号时，外面一层用双引号，里面一层用单引号.
    """
    if text.count(_OPEN) < len(_INNER):
        return text
    depth, made = 0, []
    for letter in text:
        if letter == _CLOSE:
            depth -= 1
        made.append(_INNER[letter] if depth % 2 and letter in _INNER else letter)
        if letter == _OPEN:
            depth += 1
        if depth < 0:
            return text
    return text if depth else "".join(made)
