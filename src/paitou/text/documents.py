"""A text → a Document: lines, paragraphs, frame, headings, sections, blocks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from attrs import asdict

from paitou.model import BlockKind, Document, Table
from paitou.text.annexes import mark_annexes
from paitou.text.assembly import build_blocks
from paitou.text.back import mark_tail
from paitou.text.contents import mark_contents
from paitou.text.front import Item, Part, choose_title, read_front, titles
from paitou.text.grid import find_tables, mark_tables
from paitou.text.headings import read_headings
from paitou.text.imprint import Imprint, Sources, read_imprint
from paitou.text.lines import Line, break_lines, split_lines
from paitou.text.outline import build_sections
from paitou.text.paragraphs import Paragraph, join_lines
from paitou.text.readers import read_file
from paitou.text.reading import Reading
from paitou.text.view import view, written

#: Formats whose lines a page's width may have broken; in others a line is a paragraph.
_LINED = frozenset({"txt", "md", "pdf"})
_SITE_NAME = re.compile(r"[_|]| - ")
_OPENING = 3000
_HEADINGS = 40


def read_document(path: Path | str) -> Document:
    """Return the document in a file; raises UnreadableFile with one sentence."""
    reading, sha256 = read_file(Path(path))
    return document_from_reading(reading, file=Path(path).name, sha256=sha256)


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
    wrapped = None if reading.format in _LINED else False
    paragraphs = mark_annexes(text, join_lines(text, lines, wrapped=wrapped))
    hints = {hint.start: hint.level for hint in reading.headings}
    front = read_front(text, paragraphs, hints)
    title = choose_title(titles(front), front) or _title_beside(reading, file)
    paragraphs = _mark_front(text, paragraphs, front, title)
    paragraphs, tail = mark_tail(text, paragraphs)
    end = paragraphs[tail].start if tail < len(paragraphs) else len(text)
    entries = read_headings(text, paragraphs, hints)
    sections = build_sections([e.heading for e in entries if e.heading], end)
    names = [section.title for section in sections[:_HEADINGS]]
    imprint = _imprint(text, title, front, paragraphs[tail:], names, file)
    return Document(
        title=title,
        file=file,
        sha256=sha256 or _sha256(text),
        text=text,
        text_is_file=reading.text_is_file,
        format=reading.format,
        place_kind=reading.place_kind,
        sections=sections,
        blocks=build_blocks(text, entries, sections, reading.place_at),
        tables=tuple(tables),
        **asdict(imprint, recurse=False),
    )


def _title_beside(reading: Reading, file: str) -> str:
    """Return what a file without a title is called, by its properties or its name."""
    named = _SITE_NAME.split(reading.title or "")[0].strip()
    if any("\u4e00" <= char <= "\u9fff" for char in named) and ".doc" not in named:
        return named
    return PurePath(file).stem


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _lines(reading: Reading) -> tuple[list[Line], Sequence[Table]]:
    text = reading.text
    lines = split_lines(text)
    tables: Sequence[Table] = reading.tables
    if tables or reading.format not in _LINED:
        lines = mark_tables(text, lines, tables)
    else:
        lines, tables = find_tables(text, lines)
    return mark_contents(text, break_lines(text, lines)), tables


def _mark_front(
    text: str, paragraphs: Sequence[Paragraph], front: Sequence[Item], title: str
) -> list[Paragraph]:
    """Mark the masthead, and the title where it stands again over a copy of the text."""
    kinds = {item.at for item in front if item.part is not Part.BODY}
    limit = 2 * len(title)
    for index, paragraph in enumerate(paragraphs):
        short = paragraph.end - paragraph.start <= limit and not paragraph.kind
        if short and written(text, paragraph.start, paragraph.end) == title:
            kinds.add(index)
    return [
        paragraph._replace(kind=BlockKind.MASTHEAD) if index in kinds else paragraph
        for index, paragraph in enumerate(paragraphs)
    ]


def _imprint(
    text: str,
    title: str,
    front: Sequence[Item],
    tail: Sequence[Paragraph],
    headings: Sequence[str],
    file: str,
) -> Imprint:
    return read_imprint(
        Sources(
            title=title,
            titles=titles(front),
            front=front,
            tail=[written(text, p.start, p.end) for p in tail],
            headings=headings,
            opening=view(text, 0, _OPENING).text,
            file=PurePath(file).stem,
        )
    )
