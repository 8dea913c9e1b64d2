"""A sentence that quotes words with quotes in them → the same, the inner ones single."""

from __future__ import annotations

_PAIRS = {"“": "”", "‘": "’"}
_CLOSING = frozenset(_PAIRS.values())


def nested(text: str) -> str:
    """Return the text with “” directly inside “” as ‘’; where quotes do not pair, as it is.

    GB/T 15834—2011, 4.8.3.2: 引号里面还要用引号时，外面一层用双引号，里面一层用单引号.
    """
    if text.count("“") < len(_PAIRS):
        return text
    made: list[str] = []
    opened: list[tuple[str, str]] = []  # as written, as set
    for letter in text:
        if letter in _PAIRS:
            is_inner = letter == "“" and bool(opened) and opened[-1][1] == "“"
            opened.append((letter, "‘" if is_inner else letter))
            made.append(opened[-1][1])
        elif letter in _CLOSING:
            if not opened or _PAIRS[opened[-1][0]] != letter:
                return text
            made.append(_PAIRS[opened.pop()[1]])
        else:
            made.append(letter)
    return text if opened else "".join(made)
