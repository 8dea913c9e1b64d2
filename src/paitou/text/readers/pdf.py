"""A .pdf file → the text of its pages, line by line, with the indents of paragraphs."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from paitou.model import UnreadableFile
from paitou.text.readers.running import without_running_lines
from paitou.text.readers.secrecy import refuse_secrets
from paitou.text.reading import Reading

Handle = Any  # pypdfium2 ships no types

MOST_PAGES = 5000
_NEED_PASSWORD = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_LOCKED = "加了密码，请先取消密码（另存为不加密的 PDF）后再试"
_DAMAGED = "PDF 已损坏或不完整，请重新取得文件，或用阅读器打开后另存一份"
_SCANNED = "没有文字层，多半是扫描件，请先做文字识别（OCR），或换用 .docx、带文字的 PDF"
_GARBLED = "字体没有附带文字编码，取出的是乱码，请换用 .docx，或先做文字识别（OCR）"
_FEW = 20  # characters a page: what a scanner's stamp may leave
_PICTURE = 3  # FPDF_PAGEOBJ_IMAGE
_INDENT = "\u3000\u3000"


@frozen
class _Line:
    """A line of a page: its words, where they begin, how wide a character of them is."""

    words: str
    left: float
    em: float


def read_pdf(data: bytes) -> Reading:
    """Return the reading of a .pdf file that has text; a place is a page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        is_locked = fault.err_code in _NEED_PASSWORD
        raise UnreadableFile(_LOCKED if is_locked else _DAMAGED) from None
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableFile(f"超过 {MOST_PAGES} 页，请拆分后再读")
        pages = [_lines(document, number) for number in range(len(document))]
        _refuse_unreadable(document, pages)
        title = document.get_metadata_value("Title").strip() or None
    except pypdfium2.PdfiumError:
        raise UnreadableFile(_DAMAGED) from None
    finally:
        document.close()
    refuse_secrets("\n".join(line.words for line in pages[0]) if pages else "")
    return _composed(pages, title)


def _lines(document: Handle, number: int) -> list[_Line]:
    page = document[number]
    text = page.get_textpage()
    try:
        return list(_measured(text, text.get_text_range()))
    finally:
        text.close()
        page.close()


def _measured(page: Handle, text: str) -> Iterator[_Line]:
    from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex as index_of

    offset = 0
    for piece in text.split("\n"):
        words = piece.translate(_lookalikes())
        if words.strip():
            first = offset + len(piece) - len(piece.lstrip())
            left, width = _box(page, index_of(page, first))
            is_wide = piece[first - offset] > "\u2e80"
            yield _Line(words.strip(), left, width if is_wide else 2 * width)
        offset += len(piece) + 1


def _box(page: Handle, index: int) -> tuple[float, float]:
    """Return where a character begins and how wide it is; (0, 0) where none was drawn."""
    from pypdfium2 import PdfiumError

    try:
        left, _, right, _ = page.get_charbox(index, loose=True)
    except PdfiumError:
        return 0.0, 0.0
    return left, right - left


@cache
def _lookalikes() -> dict[int, str | None]:
    """Fonts for print map 一, 用, 方 to radicals that look alike: read them as meant."""
    signs = [*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)]
    table: dict[int, str | None] = {
        sign: unicodedata.normalize("NFKC", chr(sign)) for sign in signs
    }
    return table | {0x00: None, 0x0D: None, 0x02: "-", 0xFFFE: "-", 0xFFFF: None}


def _refuse_unreadable(document: Handle, pages: Sequence[Sequence[_Line]]) -> None:
    text = "".join(line.words for page in pages for line in page)
    if not text or (len(text) < _FEW * len(pages) and _is_pictured(document)):
        raise UnreadableFile(_SCANNED)
    lost = sum(
        char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char < " " for char in text
    )
    if lost > 0.3 * len(text):
        raise UnreadableFile(_GARBLED)


def _is_pictured(document: Handle) -> bool:
    """Return whether most of the first pages hold a picture."""
    first = range(min(len(document), 10))
    pictured = sum(
        next(document[number].get_objects(filter=[_PICTURE], max_depth=3), None) is not None
        for number in first
    )
    return 2 * pictured > len(first)


def _composed(pages: Sequence[Sequence[_Line]], title: str | None) -> Reading:
    pieces: list[str] = []
    places = []
    offset = 0
    for number, page in enumerate(without_running_lines(list(map(_indented, pages))), 1):
        places.append((offset, number))
        for line in page:
            pieces.append(line + "\n")
            offset += len(line) + 1
    return Reading(
        text="".join(pieces),
        format="pdf",
        place_kind="page",
        places=tuple(places),
        title=title,
    )


def _indented(page: Sequence[_Line]) -> list[str]:
    """Return the lines, those that begin to the right of the margin with an indent."""
    margin = _margin(page)
    return [
        _INDENT + line.words if line.left - margin > 1.2 * line.em > 0 else line.words
        for line in page
    ]


def _margin(page: Sequence[_Line]) -> float:
    """Return the leftmost place at which more than one line in twenty begins."""
    lefts = Counter(round(line.left / 2) for line in page if line.em)
    several = 1 + len(page) // 20
    shared = [left for left, count in lefts.items() if count >= several]
    return 2.0 * min(shared or lefts, default=0)
