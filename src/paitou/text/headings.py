"""Paragraphs → which of them are or open with a heading, and where their running text begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from paitou.model import BlockKind
from paitou.text.annexes import is_annex
from paitou.text.numbering import Number, Style, number_at
from paitou.text.outline import Heading
from paitou.text.paragraphs import Paragraph
from paitou.text.view import written
from paitou.text.wrapping import ends_sentence

#: The longest title before the first full stop, and the longest that stands alone.
_RUN_IN = 42
_ALONE = 60
_STOP = re.compile(r"[。！？!?；;：]|:(?!\d)")
_BLANKS = " \t\u3000\u00a0\u2002\u2003：:"
_END_MARKS = " 。.:：;；,，、"
#: A number that measures something: such words are read as text, not as a title.
_AMOUNT = re.compile(
    r"[\d０-９]\s*(?:[%％‰]|个百分点|[万亿]|[多余]?[个家户项人名座条件台套部所处次元吨亩斤倍])"
)
_PLAIN = re.compile(r"[^。！？!?；;：:，,]{4,34}")
_PLAIN_STOPPED = re.compile(r"[^。！？!?；;：:，,]{4,34}。")
_PLAIN_LONG = re.compile(r"[^。！？!?；;：:]{4,50}")
_NO_HEADING = re.compile(
    r"[—\-－–―(（●•·\[［【《]|.*(?:各位|同志们|女士|先生|附表|以下|如下|下列|方面工作|方面任务)|[表图注]\s?\d*[:： ]"
)
_HARMLESS = re.compile(r"[\d０-９]{4}年|“[^”]*”|\"[^\"]*\"")
_LONG = 40
_FEWEST_STOPPED = 3


class Entry(NamedTuple):
    """A paragraph with what was found at its head; running text begins at `body`."""

    paragraph: Paragraph
    body: int
    heading: Heading | None = None


def read_headings(
    text: str, paragraphs: Sequence[Paragraph], hints: Mapping[int, int] | None = None
) -> list[Entry]:
    """Return an entry a paragraph; `hints` are levels of headings by the offset they begin at."""
    entries: list[Entry] = []
    for index, paragraph in enumerate(paragraphs):
        level = hints.get(paragraph.start, 0) if hints else 0
        entries.append(_entry(text, paragraph, level))
        if index and entries[-1].heading is None:
            _title_annex(text, entries)
    return _with_plain(text, entries)


def _entry(text: str, paragraph: Paragraph, level: int) -> Entry:
    if paragraph.kind:
        return Entry(paragraph, paragraph.start)
    number = number_at(text, paragraph.start, paragraph.end)
    if number is None or number.style is Style.FIRSTLY:
        if level and paragraph.end - paragraph.start <= 2 * _ALONE:
            return _plain(text, paragraph, level)
        return Entry(paragraph, paragraph.start)
    entry = _numbered(text, paragraph, number)
    if level and entry.heading:
        return entry._replace(heading=entry.heading._replace(level=level))
    return entry


def _numbered(text: str, paragraph: Paragraph, number: Number) -> Entry:
    stop = _STOP.search(text, number.end, min(number.end + _RUN_IN, paragraph.end))
    if stop and stop.end() < paragraph.end:
        if _AMOUNT.search(text, number.end, stop.start()):
            return Entry(paragraph, number.end, _heading(text, number, stop.start()))
        return Entry(paragraph, stop.end(), _heading(text, number, stop.end()))
    return _standing_alone(text, paragraph, number)


def _standing_alone(text: str, paragraph: Paragraph, number: Number) -> Entry:
    if paragraph.end - number.end > _ALONE:
        cut = _first_clause(text, number.end, paragraph.end)
        return Entry(paragraph, number.end, _heading(text, number, cut))
    is_text = _AMOUNT.search(text, number.end, paragraph.end)
    body = number.end if is_text else paragraph.end
    return Entry(paragraph, body, _heading(text, number, paragraph.end))


def _first_clause(text: str, start: int, end: int) -> int:
    limit = min(start + _RUN_IN, end)
    for index in range(start, limit):
        if text[index] in "，,；;：:。":
            return index
    return limit


def _heading(text: str, number: Number, end: int) -> Heading:
    bare = text[number.start : number.end].strip(_BLANKS)
    title = _title(text, number.end, end)
    return Heading(number.style, number.ordinal, number.start, end, bare, title)


def _plain(text: str, paragraph: Paragraph, level: int = 0) -> Entry:
    number = number_at(text, paragraph.start, paragraph.end)
    if number and number.style is Style.FIRSTLY:
        return Entry(paragraph, paragraph.end, _heading(text, number, paragraph.end))
    title = _title(text, paragraph.start, paragraph.end)
    heading = Heading(Style.PLAIN, 0, paragraph.start, paragraph.end, "", title, level)
    return Entry(paragraph, paragraph.end, heading)


def _title(text: str, start: int, end: int) -> str:
    return written(text, start, end).strip(_END_MARKS)


def _title_annex(text: str, entries: list[Entry]) -> None:
    """Give an annex that stands alone (附件1) the title in the paragraph after it."""
    before, entry = entries[-2], entries[-1]
    heading, paragraph = before.heading, entry.paragraph
    if heading is None or heading.title or not is_annex(text, before.paragraph):
        return
    if paragraph.end - paragraph.start > _ALONE or ends_sentence(
        text, paragraph.end, also="：:"
    ):
        return
    title = _title(text, paragraph.start, paragraph.end)
    entries[-2] = before._replace(heading=heading._replace(end=paragraph.end, title=title))
    entries[-1] = Entry(paragraph._replace(kind=BlockKind.HEADING), paragraph.end)


def _with_plain(text: str, entries: list[Entry]) -> list[Entry]:
    """Add headings without a number: short lines of their own before running text."""
    if not _punctuates(text, entries):
        return entries
    alone = [i for i in range(len(entries) - 1) if _may_stand_alone(text, entries, i)]
    stopped = [i for i in alone if _matches(text, entries[i], _PLAIN_STOPPED)]
    if len(stopped) < _FEWEST_STOPPED:
        stopped = []
    for index in alone:
        entry = entries[index]
        form = _PLAIN_LONG if entry.paragraph.gap >= 2 or _firstly(text, entry) else _PLAIN
        if index in stopped or _matches(text, entry, form):
            entries[index] = _plain(text, entry.paragraph)
    return entries


def _matches(text: str, entry: Entry, form: re.Pattern[str]) -> bool:
    return bool(form.fullmatch(text, entry.paragraph.start, entry.paragraph.end))


def _firstly(text: str, entry: Entry) -> Number | None:
    """一是… is a heading only where it stands alone, without a full stop."""
    number = number_at(text, entry.paragraph.start, entry.paragraph.end)
    return number if number and number.style is Style.FIRSTLY else None


def _punctuates(text: str, entries: Sequence[Entry]) -> bool:
    """Return whether running text ends in full stops, so that a line without one is none."""
    long = [e.paragraph for e in entries if e.paragraph.end - e.paragraph.start >= 60]
    return 2 * sum(ends_sentence(text, p.end, also="；：;:") for p in long) >= len(long)


def _may_stand_alone(text: str, entries: Sequence[Entry], index: int) -> bool:
    """A short line without a figure, before running text or before another heading."""
    entry, after = entries[index], entries[index + 1]
    start, end = entry.paragraph.start, entry.paragraph.end
    if entry.heading or entry.paragraph.kind or end - start > 50 or after.paragraph.kind:
        return False
    if after.paragraph.end - after.paragraph.start < _LONG and after.heading is None:
        return False
    words = text[start:end]
    return not _NO_HEADING.match(words) and not any(
        char.isdigit() for char in _HARMLESS.sub("", words)
    )
