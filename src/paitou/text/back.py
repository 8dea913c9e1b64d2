"""The paragraphs after the body → tail: sources, editors, signatures, site frames."""

from __future__ import annotations

from collections.abc import Sequence

from paitou.model import BlockKind
from paitou.text import marks
from paitou.text.paragraphs import Paragraph
from paitou.text.view import view

_MOST = 60
_SHORT = 80
#: A short line between or after labels is a label's value.
_VALUE = 40
_VALUES = 2


def mark_tail(text: str, paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], int]:
    """Return the paragraphs, those of the tail marked, and the place where it begins."""
    first = _first_of_frame(text, paragraphs)
    first = _first_of_signature(text, paragraphs, first)
    tail = [p._replace(kind=BlockKind.TAIL) for p in paragraphs[first:]]
    return [*paragraphs[:first], *tail], first


def _words(text: str, paragraph: Paragraph) -> str:
    if paragraph.end - paragraph.start > 3 * _SHORT:
        return ""
    return view(text, paragraph.start, paragraph.end).text


def _first_of_frame(text: str, paragraphs: Sequence[Paragraph]) -> int:
    first = len(paragraphs)
    for index in range(first - 1, max(first - _MOST, 0) - 1, -1):
        words = _words(text, paragraphs[index])
        if _is_frame(words):
            first = index
        elif not words or len(words) > _VALUE or first - index > _VALUES:
            break
    return first


def _is_frame(words: str) -> bool:
    if not 0 < len(words) <= _SHORT:
        return False
    return bool(marks.TAIL_LABEL.match(words) or marks.TAIL_PHRASE.fullmatch(words))


def _first_of_signature(text: str, paragraphs: Sequence[Paragraph], first: int) -> int:
    """Take a date and the names of organs before it into the tail."""
    index = first - 1
    while index >= 0 and paragraphs[index].kind is BlockKind.TAIL:
        index -= 1
    if index < 1 or not marks.DATE_LINE.fullmatch(_words(text, paragraphs[index])):
        return first
    while index > 0 and marks.ORG.fullmatch(_words(text, paragraphs[index - 1])):
        index -= 1
    return index
