"""A text → a Document, step by step: lines, paragraphs, frame, headings, sections, blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePath

from paitou.model import BlockKind, Document, Table
from paitou.text.annexes import mark_annexes
from paitou.text.assembly import build_blocks
from paitou.text.back import mark_tail
from paitou.text.contents import mark_contents
from paitou.text.front import Item, Part, choose_title, read_front, titles
from paitou.text.grid import find_tables
from paitou.text.headings import read_headings
from paitou.text.imprint import Sources, read_imprint
from paitou.text.lines import Line, break_lines, split_lines
from paitou.text.outline import build_sections
from paitou.text.paragraphs import Paragraph, join_lines
from paitou.text.reading import Reading
from paitou.text.view import view, written

_OPENING = 3000


def document_from_text(text: str, *, file: str = "", sha256: str | None = None) -> Document:
    """Return the document that a plain text holds; any text gives one."""
    reading = Reading(text=text, format="txt", text_is_file=True)
    return document_from_reading(reading, file=file, sha256=sha256)


def document_from_reading(
    reading: Reading, *, file: str = "", sha256: str | None = None
) -> Document:
    """Return the document that a file holds, as its reader found it."""
    text = reading.text
    lines, tables = _lines(reading)
    paragraphs = mark_annexes(text, join_lines(text, lines, wrapped=_wrapped(reading)))
    items = read_front(text, paragraphs)
    paragraphs, tail = mark_tail(text, _mark_front(paragraphs, items))
    found = titles(items)
    title = choose_title(found, items) or _title_from(reading, file)
    paragraphs = _mark_titles(text, paragraphs, title)
    hints = {hint.start: hint.level for hint in reading.headings}
    entries = read_headings(text, paragraphs, hints)
    body_end = paragraphs[tail].start if tail < len(paragraphs) else len(text)
    headings = [entry.heading for entry in entries if entry.heading]
    sections = build_sections(headings, body_end)
    imprint = read_imprint(
        Sources(
            title=title,
            titles=[words for _, words in found],
            front=items,
            tail=[written(text, p.start, p.end) for p in paragraphs[tail:]],
            headings=[section.title for section in sections[:40]],
            opening=view(text, 0, _OPENING).text,
            file=PurePath(file).stem,
        )
    )
    return Document(
        title=title,
        file=file,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        text_is_file=reading.text_is_file,
        format=reading.format,
        place_kind=reading.place_kind,
        issuer=imprint.issuer,
        number=imprint.number,
        date=imprint.date,
        is_newspaper=imprint.is_newspaper,
        year=imprint.year,
        period=imprint.period,
        sections=sections,
        blocks=build_blocks(text, entries, sections, reading.place_at),
        tables=tuple(tables),
    )


def _lines(reading: Reading) -> tuple[list[Line], Sequence[Table]]:
    lines, tables = find_tables(reading.text, split_lines(reading.text))
    return mark_contents(reading.text, break_lines(reading.text, lines)), tables


def _wrapped(reading: Reading) -> bool | None:
    """A page's width breaks lines in .pdf, and in texts taken from one; nowhere else."""
    return None if reading.format in {"txt", "md", "pdf"} else False


def _mark_front(paragraphs: Sequence[Paragraph], items: Sequence[Item]) -> list[Paragraph]:
    marked = list(paragraphs)
    for item in items:
        if item.part is not Part.BODY:
            marked[item.index] = marked[item.index]._replace(kind=BlockKind.MASTHEAD)
    return marked


def _mark_titles(text: str, paragraphs: list[Paragraph], title: str) -> list[Paragraph]:
    """A title that stands once more, over the text or a copy of it, is no heading."""
    return [
        p._replace(kind=BlockKind.MASTHEAD)
        if not p.kind
        and p.end - p.start <= 2 * len(title)
        and written(text, *p[:2]) == title
        else p
        for p in paragraphs
    ]


def _title_from(reading: Reading, file: str) -> str:
    return reading.title or PurePath(file).stem
