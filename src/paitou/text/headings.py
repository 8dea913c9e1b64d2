"""Paragraphs → which are or open with a heading, and where their running text begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from paitou.model import BlockKind
from paitou.text.numbering import Number, Style, number_at
from paitou.text.outline import Heading
from paitou.text.paragraphs import Paragraph, words_of
from paitou.text.view import written
from paitou.text.wrapping import ends_sentence

#: The longest title before the first full stop, and the longest that stands alone.
_RUN_IN = 42
_ALONE = 60
#: Running text that a heading without a number stands over is at least so long.
_LONG = 40
_LONGEST_PLAIN = 50
_FEWEST_STOPPED = 3
_LARGE_GAP = 2
_TITLED_NEXT = frozenset({Style.ANNEX, Style.BOX})
_STOP = re.compile(r"[。！？!?；;：]|:(?!\d)")
_BLANKS = " \t\u3000\u00a0\u2002\u2003：:"
_END_MARKS = " 。.:：;；,，、*#"
#: A number that measures something: such words are read as text, not as a title.
_AMOUNT = re.compile(
    r"[\d０-９]\s*(?:[%％‰]|个百分点|[万亿]"
    r"|[多余]?[个家户项人名座条件台套部所处次元吨亩斤倍])"
)
_PLAIN = re.compile(r"[^。！？!?；;：:，,]{4,34}|序言|前言|引言|导言|总则|附则|结束语")
_PLAIN_STOPPED = re.compile(r"[^。！？!?；;：:，,]{4,34}。")
_PLAIN_LONG = re.compile(r"[^。！？!?；;：:]{4,50}")
_NO_HEADING = re.compile(
    r"[—\-－–―(（●•·*|\[［【《]|[表图注]\s?\d*[:： ]"
    r"|.*(?:各位|同志们|女士|先生|附表|以下|如下|下列|方面工作|方面任务)"
)
_HARMLESS = re.compile(r"[\d０-９]{4}年|“[^”]*”|\"[^\"]*\"")


class Entry(NamedTuple):
    """A paragraph with what was found at its head; running text begins at `body`."""

    paragraph: Paragraph
    body: int
    heading: Heading | None = None


def read_headings(
    text: str, paragraphs: Sequence[Paragraph], hints: Mapping[int, int] | None = None
) -> list[Entry]:
    """Return an entry a paragraph; `hints` are levels by the offsets of headings' words."""
    entries: list[Entry] = []
    for paragraph in paragraphs:
        entries.append(_entry(text, paragraph, hints or {}))
        if len(entries) > 1 and entries[-1].heading is None:
            _title_next(text, entries)
    return _with_plain(text, _with_items(text, entries))


def _entry(text: str, paragraph: Paragraph, hints: Mapping[int, int]) -> Entry:
    if paragraph.kind:
        return Entry(paragraph, paragraph.start)
    start = words_of(text, paragraph)
    level = hints.get(start, 0)
    number = number_at(text, start, paragraph.end)
    if number is None or number.style is Style.FIRSTLY:
        if level and paragraph.end - start <= 2 * _ALONE:
            return _plain(text, paragraph, level)
        return Entry(paragraph, start)
    entry = _numbered(text, paragraph, number)
    if level and entry.heading:
        return entry._replace(heading=entry.heading._replace(level=level))
    return entry


def _numbered(text: str, paragraph: Paragraph, number: Number) -> Entry:
    """A number with a title and, after its full stop, perhaps running text."""
    stop = _STOP.search(text, number.end, min(number.end + _RUN_IN, paragraph.end))
    if stop is None or stop.end() >= paragraph.end:
        return _standing_alone(text, paragraph, number)
    if _AMOUNT.search(text, number.end, stop.start()):
        return Entry(paragraph, number.end, _heading(text, paragraph, number, stop.start()))
    body = stop.end() + 2 * text.startswith("**", stop.end(), paragraph.end)
    return Entry(paragraph, body, _heading(text, paragraph, number, stop.end()))


def _standing_alone(text: str, paragraph: Paragraph, number: Number) -> Entry:
    closed = ends_sentence(text, paragraph.end)
    if paragraph.end - number.end > (_RUN_IN if closed else _ALONE):
        cut = _first_clause(text, number.end, paragraph.end)
        return Entry(paragraph, number.end, _heading(text, paragraph, number, cut))
    is_text = _AMOUNT.search(text, number.end, paragraph.end)
    body = number.end if is_text else paragraph.end
    return Entry(paragraph, body, _heading(text, paragraph, number, paragraph.end))


def _first_clause(text: str, start: int, end: int) -> int:
    limit = min(start + _RUN_IN, end)
    for index in range(start, limit):
        if text[index] in "，,；;：:。":
            return index
    return limit


def _heading(text: str, paragraph: Paragraph, number: Number, end: int) -> Heading:
    bare = written(text, number.start, number.end).strip(_BLANKS)
    title = _title(text, number.end, end)
    at = paragraph.start
    return Heading(number.style, number.ordinal, at, number.start, end, bare, title)


def _plain(text: str, paragraph: Paragraph, level: int = 0) -> Entry:
    start, end = words_of(text, paragraph), paragraph.end
    number = _firstly(text, paragraph)
    if number:
        return Entry(paragraph, end, _heading(text, paragraph, number, end))
    title = _title(text, start, end)
    heading = Heading(Style.PLAIN, 0, paragraph.start, start, end, "", title, level)
    return Entry(paragraph, end, heading)


def _firstly(text: str, paragraph: Paragraph) -> Number | None:
    """一是… is a heading only where it stands alone, without a full stop."""
    number = number_at(text, paragraph.start, paragraph.end)
    return number if number and number.style is Style.FIRSTLY else None


def _title(text: str, start: int, end: int) -> str:
    return written(text, start, end).strip(_END_MARKS)


def _title_next(text: str, entries: list[Entry]) -> None:
    """Give an annex or a box that stands alone (附件1) the title in the next paragraph."""
    heading, paragraph = entries[-2].heading, entries[-1].paragraph
    if heading is None or heading.title or heading.style not in _TITLED_NEXT:
        return
    long = paragraph.end - paragraph.start > _ALONE
    if long or ends_sentence(text, paragraph.end, also="：:"):
        return
    title = _title(text, paragraph.start, paragraph.end)
    titled = heading._replace(end=paragraph.end, title=title)
    entries[-2] = entries[-2]._replace(heading=titled)
    entries[-1] = Entry(paragraph._replace(kind=BlockKind.HEADING), paragraph.end)


def _with_items(text: str, entries: list[Entry]) -> list[Entry]:
    """A numbered sentence that nothing follows is no title: it is an item of a list."""
    for index, (paragraph, body, heading) in enumerate(entries):
        if heading is None or body < paragraph.end or heading.level:
            continue
        if not ends_sentence(text, paragraph.end, also="；;"):
            continue
        after = entries[index + 1].heading if index + 1 < len(entries) else heading
        if after and after.style <= heading.style:
            words = number_at(text, heading.start, paragraph.end)
            entries[index] = Entry(paragraph, words.end if words else body, heading)
    return entries


def _with_plain(text: str, entries: list[Entry]) -> list[Entry]:
    """Add headings without a number: short lines of their own before running text."""
    if not _punctuates(text, entries):
        return entries
    alone = [i for i in range(len(entries) - 1) if _may_stand_alone(text, entries, i)]
    stopped = {i for i in alone if _matches(text, entries[i].paragraph, _PLAIN_STOPPED)}
    if len(stopped) < _FEWEST_STOPPED:
        stopped = set()
    for index in alone:
        paragraph = entries[index].paragraph
        set_apart = paragraph.gap >= _LARGE_GAP or _firstly(text, paragraph)
        form = _PLAIN_LONG if set_apart else _PLAIN
        if index in stopped or _matches(text, paragraph, form):
            entries[index] = _plain(text, paragraph)
    return entries


def _matches(text: str, paragraph: Paragraph, form: re.Pattern[str]) -> bool:
    return bool(form.fullmatch(text, paragraph.start, paragraph.end))


def _punctuates(text: str, entries: Sequence[Entry]) -> bool:
    """Return whether running text ends in full stops: then a line without is none."""
    long = [e.paragraph for e in entries if e.paragraph.end - e.paragraph.start >= _LONG]
    return 2 * sum(ends_sentence(text, p.end, also="；：;:") for p in long) >= len(long)


def _may_stand_alone(text: str, entries: Sequence[Entry], index: int) -> bool:
    """A short line without a figure, before running text or before another heading."""
    (paragraph, _, heading), (after, _, next_heading) = entries[index], entries[index + 1]
    length = paragraph.end - paragraph.start
    if heading or paragraph.kind or length > _LONGEST_PLAIN or after.kind:
        return False
    if after.end - after.start < _LONG and next_heading is None:
        return False
    words = text[paragraph.start : paragraph.end]
    figures = any(char.isdigit() for char in _HARMLESS.sub("", words))
    return not figures and not _NO_HEADING.match(words)
