"""A text → its lines, without the blanks around them but with all offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from paitou.model import BlockKind
from paitou.text.view import fold

#: Characters that no one sees: str.strip() knows the spaces, not all of these.
BLANKS = " \t\u3000\u00a0\u2002\u2003\u2009\u202f\ufeff\u200b"
_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
#: From so many characters on, a line without breaks is a whole text with its breaks lost.
_WHOLE_TEXT = 1500
_ANY_GAP = re.compile(r"[ \u00a0\u2002\u2009\u3000\u2003\t]+")
_WIDE_GAP = re.compile(r"[ \u00a0\u2002\u2009\u3000\u2003\t]{2,}")
_SENTENCE_ENDS = frozenset("。！？!?；;：:”」』…）)")
_HEADING = re.compile(
    r"(?:第[一二三四五六七八九十百零\d]{1,4}[篇编章节]|[一二三四五六七八九十]{1,3}、"
    r"|\([一二三四五六七八九十]{1,3}\))[^。;!?]{0,40}$"
)
#: Words that only open a line.
_OPENINGS = ("——", "各位代表")
_LONGEST_HEADING = 48
_LONGEST_HEADINGS = 160
_CHAPTER = re.compile(
    r"(?<=[^\s、和与及至到“《（(])\s*"
    r"(第[一二三四五六七八九十百]{1,4}[篇编章节](?![、，的和与及规之]))"
)


class Line(NamedTuple):
    """[start, end) without blanks around it.

    `indent` is the width of the blanks before it, `gap` counts the empty lines before it;
    `kind` is what the line is where that is known before it is read (a cell, contents).
    """

    start: int
    end: int
    indent: int = 0
    gap: int = 0
    kind: BlockKind | None = None


def split_lines(text: str) -> list[Line]:
    """Return the lines that hold anything."""
    lines: list[Line] = []
    last = 0
    for found in _LINE.finditer(text):
        piece = found[0]
        start, end = trimmed(text, found.start(), found.end())
        if start == end:
            continue
        gap = max(text.count("\n", last, found.start()) - 1, 0)
        indent = _indent(piece[: start - found.start()])
        lines.append(Line(start, end, indent, gap))
        last = end
    return lines


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return [start, end) without the blanks at either end; empty if all is blank."""
    words = text[start:end]
    body = words.strip()
    while body and (body[0] in BLANKS or body[-1] in BLANKS):
        body = body.strip(BLANKS).strip()
    if not body:
        return start, start
    first = start + (words.index(body) if len(body) < len(words) else 0)
    return first, first + len(body)


def _indent(blanks: str) -> int:
    return len(blanks) + sum(blank in "\u3000\u2003" for blank in blanks) if blanks else 0


def break_lines(text: str, lines: Iterable[Line]) -> list[Line]:
    """Return the lines, those taken apart in which blanks stand for lost line breaks."""
    broken: list[Line] = []
    for line in lines:
        if line.kind:
            broken.append(line)
        else:
            broken.extend(_take_apart(text, line))
    return broken


def _take_apart(text: str, line: Line) -> list[Line]:
    whole = line.end - line.start >= _WHOLE_TEXT
    parts: list[Line] = []
    rest = line
    for found in (_ANY_GAP if whole else _WIDE_GAP).finditer(text, line.start, line.end):
        if _is_wide(found[0]) or (whole and _stands_for_break(text, rest.start, found)):
            parts.extend(_headings_apart(text, rest._replace(end=found.start())))
            rest = Line(found.end(), line.end, _indent(found[0]))
    return [*parts, *_headings_apart(text, rest)]


def _headings_apart(text: str, line: Line) -> list[Line]:
    """第三篇推进改革开放第十三章深化各项改革: two headings on one line."""
    if text[line.start] != "第" or line.end - line.start > _LONGEST_HEADINGS:
        return [line]
    parts: list[Line] = []
    rest = line
    if "。" not in text[line.start : line.end]:
        for found in _CHAPTER.finditer(text, line.start + 4, line.end):
            parts.append(rest._replace(end=found.start()))
            rest = Line(found.start(1), line.end)
    return [*parts, rest]


def _is_wide(blanks: str) -> bool:
    """Two blanks of a character's width indent a paragraph; so do many narrow ones."""
    return len(blanks) >= 4 or blanks.count("\u3000") + blanks.count("\u2003") >= 2


def _stands_for_break(text: str, start: int, gap: re.Match[str]) -> bool:
    """In a text on one line: after a sentence, and after what can only be a heading."""
    if text[gap.start() - 1] in _SENTENCE_ENDS or text.startswith(_OPENINGS, gap.end()):
        return True
    if gap.start() - start > _LONGEST_HEADING:
        return False
    return len(gap[0]) > 1 or bool(_HEADING.match(fold(text[start : gap.start()])))
