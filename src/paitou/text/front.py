"""The paragraphs before the body → masthead: titles, number, date, by-lines, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from paitou.text import marks
from paitou.text.numbering import Style, number_at
from paitou.text.paragraphs import Paragraph, words_of
from paitou.text.view import view, written

_MOST = 60
_LONGEST = 140
_LONGEST_TITLE = 100
#: So many paragraphs of a notice's letter may stand before the title of its plan.
_LETTER = 8


class Part(StrEnum):
    """What a paragraph of the front matter is."""

    TITLE = "title"
    NUMBER = "number"
    DATE = "date"
    MEETING = "meeting"
    ADDRESSEE = "addressee"
    BYLINE = "byline"
    ISSUER = "issuer"
    SITE = "site"
    NOTE = "note"
    BODY = "body"


class Item(NamedTuple):
    """A paragraph of the front matter, without blanks: folded, its part, as written.

    `at` is the place of the paragraph among all.
    """

    at: int
    words: str
    part: Part
    written: str = ""


#: 附件 alone over a plan that was sent with a notice: no word of the plan's title.
_ANNEX_LABEL = re.compile(r"附\s?件\s?\d{0,2}")
_FORMS = (
    (Part.NUMBER, marks.NUMBER_LINE),
    (Part.DATE, marks.DATE_LINE),
    (Part.NOTE, marks.PERIOD_LINE),
    (Part.NOTE, marks.NOTE),
    (Part.SITE, _ANNEX_LABEL),
    (Part.BYLINE, marks.BYLINE),
    (Part.ISSUER, marks.ORG),
    (Part.ADDRESSEE, marks.ADDRESSEE),
)


def read_front(
    text: str, paragraphs: Sequence[Paragraph], hints: Mapping[int, int] | None = None
) -> list[Item]:
    """Return what the paragraphs up to the body are; those of known kind are left out.

    A notice's own letter is BODY; the title of the plan it brings still follows.
    `hints` are the levels of the file's own headings by the offsets of their words.
    """
    items: list[Item] = []
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind:
            continue
        start = words_of(text, paragraph)
        if len(items) >= _MOST or _is_numbered(text, start, paragraph.end):
            break
        if paragraph.end - start > 2 * _LONGEST:
            items.append(Item(at, "", Part.BODY))
        else:
            words = view(text, start, paragraph.end).text
            if _is_section(words, (hints or {}).get(start, 0), items):
                break
            part = _part(words, items[-1] if items else None)
            items.append(Item(at, words, part, written(text, start, paragraph.end)))
    return _trim(items)


def _is_numbered(text: str, start: int, end: int) -> bool:
    number = number_at(text, start, end)
    return number is not None and number.style not in {Style.ANNEX, Style.FIRSTLY}


def _is_section(words: str, level: int, items: Sequence[Item]) -> bool:
    """Return whether the words head a section, by meaning or by the file's styles."""
    if marks.SECTION.fullmatch(words):
        return True
    titled = level > 1 or any(item.part is Part.TITLE for item in items)
    return level > 0 and titled and not marks.TITLE_END.search(words)


def _part(words: str, before: Item | None) -> Part:
    if len(words) > _LONGEST:
        return Part.SITE if marks.CAPTION.search(words[-30:]) else Part.BODY
    if marks.SITE.match(words) or marks.CAPTION.search(words):
        return Part.SITE
    if before and before.part is Part.SITE and before.words.endswith(":"):
        return Part.SITE
    if marks.MEETING.match(words) and len(words) <= _LONGEST_TITLE:
        return Part.MEETING
    for part, form in _FORMS:
        if form.fullmatch(words):
            return part
    return Part.TITLE if _may_be_title(words) else Part.BODY


def _may_be_title(words: str) -> bool:
    if len(words) > _LONGEST_TITLE or "。" in words or words[-1] in ";,、!?:":
        return False
    short = len(words) <= 40 and words.count(",") <= 1
    return short or bool(marks.TITLE_END.search(words))


def _trim(items: list[Item]) -> list[Item]:
    """Cut the front matter off where the body begins."""
    notice = False
    last_front = 0
    for place, item in enumerate(items):
        if item.part is Part.TITLE:
            notice = notice or bool(marks.NOTICE.search(item.words))
        if item.part is not Part.BODY:
            last_front = place + 1
        elif not notice or place - last_front > _LETTER:
            break
    return _without_headings(items[:last_front])


def _without_headings(items: list[Item]) -> list[Item]:
    """Cut off last short lines that belong to no title where there is one: headings."""
    if not any(marks.TITLE_END.search(item.words) for item in items):
        return items
    while items and items[-1].part is Part.TITLE:
        if marks.TITLE_END.search(items[-1].words) or _ends_title(items):
            break
        items = items[:-1]
    return items


def _ends_title(items: Sequence[Item]) -> bool:
    """Return whether the last item is the last line of a title of several lines."""
    lines = [item.words for item in items[-4:] if item.part is Part.TITLE]
    return any(marks.TITLE_END.search("".join(lines[at:])) for at in range(len(lines)))


def titles(items: Sequence[Item]) -> list[str]:
    """Return the titles in order, the lines of one title joined, as written."""
    found: list[str] = []
    place = 0
    while place < len(items):
        taken = _title_lines(items, place)
        if taken:
            found.append("".join(item.written for item in items[place : place + taken]))
        place += max(taken, 1)
    return found


def _title_lines(items: Sequence[Item], place: int) -> int:
    """Return how many items from `place` on make one title, 0 if none begins there."""
    words = ""
    for taken, item in enumerate(items[place : place + 4], 1):
        if item.part is not Part.TITLE and not (words and item.part is Part.ISSUER):
            break
        words += item.words
        if marks.TITLE_END.search(words):
            return taken
    return 0


def choose_title(found: Sequence[str], items: Sequence[Item]) -> str:
    """Return the official title: a plan's own, not its notice's or a headline's."""
    if not found:
        return next((item.written for item in items if _is_bare_title(item)), "")
    own = [words for words in found if not marks.HEADLINE.search(words)]
    plans = [words for words in own if not words.endswith("通知")]
    title = (plans or own or found)[-1]
    fuller = (w for w in plans if w.endswith(title) and not marks.NOTICE.search(w))
    return max(fuller, key=len, default=title)


def _is_bare_title(item: Item) -> bool:
    """Without a title's usual last word, only a short line without a clause will do."""
    return item.part is Part.TITLE and 6 <= len(item.words) <= 40 and "," not in item.words
