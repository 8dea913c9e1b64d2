"""Markdown source → where its headings and its tables stand; the source stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from paitou.model import Cell, Table
from paitou.text.reading import HeadingHint

_LINE = re.compile(r"[^\n]*\n?")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_RULE = re.compile(r"\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?$")
_BAR = re.compile(r"(?<!\\)\|")


@frozen
class _Line:
    start: int
    text: str


def headings_of(text: str) -> tuple[HeadingHint, ...]:
    """Return the # headings; each spans its words, without the marks."""
    hints = (_heading(line) for line in _lines(text))
    return tuple(hint for hint in hints if hint is not None)


def _heading(line: _Line) -> HeadingHint | None:
    marks = _HEADING.match(line.text)
    if marks is None:
        return None
    words = line.text.rstrip()
    bare = words.rstrip("#")
    if bare[-1:].isspace():  # closing marks stand apart: "## 总体要求 ##"
        words = bare.rstrip()
    if len(words) <= marks.end():
        return None
    start = line.start + marks.end()
    return HeadingHint(start=start, end=line.start + len(words), level=len(marks[1]))


def tables_of(text: str) -> tuple[Table, ...]:
    """Return the pipe tables; the row above the rule is the head."""
    if "|" not in text:
        return ()
    tables = []
    above: _Line | None = None
    rows: list[_Line] = []
    for line in [*_lines(text), _Line(len(text), "")]:
        if rows and "|" in line.text:
            rows.append(line)
        elif rows:
            tables.append(_table(rows))
            rows = []
        elif above and "|" in above.text and _RULE.match(line.text.strip()):
            rows = [above]
        above = line
    return tuple(tables)


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines outside fenced code, without their ends."""
    fenced = False
    for match in _LINE.finditer(text):
        line = match[0].rstrip("\r\n")
        if line.lstrip().startswith(("```", "~~~")) and _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield _Line(match.start(), line)


def _table(rows: list[_Line]) -> Table:
    cells = [
        Cell(row=index, column=column, start=start, end=end, is_head=index == 0)
        for index, line in enumerate(rows)
        for column, (start, end) in enumerate(_cells(line))
    ]
    return Table(
        start=rows[0].start, end=rows[-1].start + len(rows[-1].text), cells=tuple(cells)
    )


def _cells(line: _Line) -> Iterator[tuple[int, int]]:
    bare = line.text.strip()
    offset = line.start + line.text.find(bare)
    if bare.startswith("|"):
        bare, offset = bare[1:], offset + 1
    if bare.endswith("|") and not bare.endswith("\\|"):
        bare = bare[:-1]
    begin = 0
    for bar in [*_BAR.finditer(bare), None]:
        stop = bar.start() if bar else len(bare)
        words = bare[begin:stop]
        start = offset + begin + len(words) - len(words.lstrip())
        yield start, max(start, offset + begin + len(words.rstrip()))
        begin = stop + 1
