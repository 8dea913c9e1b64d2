"""A document → the bytes of a .docx as GB/T 9704—2012 lays it out; equal in, equal out."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define

from paitou.render.charts import draw_png
from paitou.render.document.content import (
    Annex,
    Block,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Table,
)
from paitou.render.document.front import (
    annex_head_xml,
    annex_list_xml,
    head_xml,
    publicity_xml,
    signature_xml,
)
from paitou.render.document.imprint import imprint_xml
from paitou.render.document.page import LANDSCAPE, PORTRAIT, Sheet
from paitou.render.document.page_marks import (
    empty_xml,
    frame_xml,
    number_xml,
    turned_number_xml,
)
from paitou.render.document.paragraphs import body_xml, clean, paragraph_xml, text_xml
from paitou.render.document.sections import set_page
from paitou.render.document.styles import LEVELS, Style, W, styles_xml
from paitou.render.document.tables import table_xml
from paitou.render.document.undating import undated

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.section import _BaseHeaderFooter

#: A document carries days; ours are fixed, so that equal documents give equal bytes.
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_EMU = 36_000  # to a mm
_BREAK = '<w:r><w:br w:type="page"/></w:r>'
_PNG_SCALE = 3
#: What keeps a table from the next part, and from growing into the next table.
_SPACER = '<w:spacing w:line="120" w:lineRule="exact"/>'


def write_document(document: Document, path: Path) -> None:
    """Write the document to a file."""
    path.write_bytes(document_bytes(document))


def document_bytes(document: Document) -> bytes:
    """Return the .docx; equal documents give equal bytes."""
    writer = _Writer.empty()
    writer.write(document)
    stream = io.BytesIO()
    writer.file.save(stream)
    return undated(stream.getvalue())


@define
class _Writer:
    """Writes from the first line to the last; `sheet` is how the page in hand lies."""

    file: File
    sheet: Sheet = PORTRAIT
    is_fresh: bool = True

    @classmethod
    def empty(cls) -> _Writer:
        import docx

        return cls(docx.Document())

    def write(self, document: Document) -> None:
        self._set_up(document)
        self._add(head_xml(document))
        self._blocks(document.blocks)
        listed = tuple(annex for annex in document.annexes if not annex.label)
        if document.is_listing_annexes:
            self._add(annex_list_xml(listed))
        if document.signature:
            self._add(signature_xml(document.signature))
        if document.publicity:
            self._add([publicity_xml(document.publicity)])
        for number, annex in enumerate(listed, 1):
            own = "附件" if len(listed) == 1 else f"附件{number}"
            self._annex(annex, own, document.frame)
        if document.imprint:
            self._stand(PORTRAIT, document.frame)
            self._add(imprint_xml(document.imprint))
        for annex in document.annexes:
            if annex.label:
                self._annex(annex, annex.label, document.frame)

    def _set_up(self, document: Document) -> None:
        from docx.oxml import parse_xml

        root = self.file.styles.element
        for child in list(root):
            root.remove(child)
        root.extend(list(parse_xml(styles_xml())))
        self._settings()
        self._properties(document)
        set_page(self.file.sections[0], PORTRAIT)
        self._page_marks(document.frame)

    def _settings(self) -> None:
        settings = self.file.settings
        settings.odd_and_even_pages_header_footer = True
        for name, values in _SETTINGS.items():
            found = settings.element.find(f"{{{W}}}{name}")
            for key, value in values.items():
                found.set(f"{{{W}}}{key}", value)

    def _properties(self, document: Document) -> None:
        told = self.file.core_properties
        told.title = clean(document.name)[:255]
        told.author = told.last_modified_by = told.comments = told.keywords = ""
        told.created = told.modified = _CREATED
        told.revision = 1
        told.language = "zh-CN"
        package = self.file.part.package
        for key in [k for k, r in package.rels.items() if r.reltype.endswith("thumbnail")]:
            del package.rels[key]

    def _annex(self, annex: Annex, label: str, frame: str) -> None:
        sheet = LANDSCAPE if annex.is_landscape else PORTRAIT
        self._stand(sheet, frame)
        self._add(annex_head_xml(annex, label, sheet))
        self._blocks(annex.blocks)

    def _stand(self, sheet: Sheet, frame: str) -> None:
        """Go on with pages that lie so; where they turn the section ends.

        Its last paragraph is made too small to need a page.
        """
        from docx.oxml import parse_xml

        if sheet is self.sheet:
            return
        section = self.file.add_section()
        last = self.file.element.body[-2].pPr
        spacing = f'<w:spacing xmlns:w="{W}" w:line="20" w:lineRule="exact"/>'
        last.insert(0, parse_xml(spacing))
        self.sheet = sheet
        set_page(section, sheet)
        self._page_marks(frame)

    def _page_marks(self, frame: str) -> None:
        section = self.file.sections[-1]
        number = turned_number_xml if self.sheet.is_landscape else number_xml
        header = frame_xml(frame) if frame else empty_xml()
        turned = self.sheet.is_landscape
        for part, is_odd in ((section.header, True), (section.even_page_header, False)):
            _fill(part, [header, number(is_odd=is_odd)] if turned else [header])
        for foot, is_odd in ((section.footer, True), (section.even_page_footer, False)):
            _fill(foot, [empty_xml() if turned else number(is_odd=is_odd)])

    def _blocks(self, blocks: Iterable[Block]) -> None:
        listed = tuple(blocks)
        for place, block in enumerate(listed):
            following = listed[place + 1] if place + 1 < len(listed) else None
            self._add(self._block_xml(block, following))

    def _block_xml(self, block: Block, following: Block | None) -> Iterator[str]:
        match block:
            case Paragraph():
                yield body_xml(block.text, block.lead, is_indented=block.is_indented)
            case Heading():
                yield text_xml(LEVELS[block.level - 1], block.text)
            case Note():
                yield text_xml(Style.NOTE, block.text)
            case Table():
                yield from table_xml(block, self.sheet.text_width)
                if not isinstance(following, Note):
                    yield paragraph_xml(Style.NOTE, properties=_SPACER)
            case Picture():
                yield from self._picture_xml(block)
            case PageBreak():
                yield paragraph_xml(Style.PLAIN, _BREAK, _SPACER)

    def _picture_xml(self, picture: Picture) -> Iterator[str]:
        from docx.oxml.xmlchemy import serialize_for_reading
        from docx.shared import Emu

        spec = picture.spec
        width = round(PORTRAIT.text_width * _EMU)
        height = round(width * spec.height / spec.width)
        stream = io.BytesIO(draw_png(spec, _PNG_SCALE))
        inline = self.file.part.new_pic_inline(stream, Emu(width), Emu(height))
        inline.docPr.set("descr", clean(spec.description))
        inline.docPr.set("title", spec.data_sha256)
        drawing = f"<w:drawing>{serialize_for_reading(inline)}</w:drawing>"
        yield paragraph_xml(Style.PICTURE, f"<w:r>{drawing}</w:r>")
        if picture.caption:
            yield text_xml(Style.CAPTION, picture.caption)

    def _add(self, parts: Iterable[str]) -> None:
        from docx.oxml import parse_xml

        end = self.file.element.body.sectPr
        for part in parts:
            end.addprevious(parse_xml(_named(part)))


_SETTINGS = {
    "zoom": {"val": "none", "percent": "100"},
    "characterSpacingControl": {"val": "compressPunctuation"},
    "themeFontLang": {"val": "en-US", "eastAsia": "zh-CN"},
}


def _fill(part: _BaseHeaderFooter, paragraphs: Iterable[str]) -> None:
    from docx.oxml import parse_xml

    part.is_linked_to_previous = False
    root = part._element
    for child in list(root):
        root.remove(child)
    for paragraph in paragraphs:
        root.append(parse_xml(_named(paragraph)))


def _named(part: str) -> str:
    """The part with the namespace that its names belong to, at its first tag."""
    head, _, rest = part.partition(">")
    if head.endswith("/"):
        return f'{head[:-1]} xmlns:w="{W}"/>{rest}'
    return f'{head} xmlns:w="{W}">{rest}'
