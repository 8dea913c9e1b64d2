"""A .docx file → its paragraphs, boxes and tables, in order and numbered as Word shows."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import Factory, define

from paitou.model import UnreadableFile
from paitou.text.readers.compose import compose
from paitou.text.readers.merged import merged
from paitou.text.readers.numbering import Numbering, read_numbering
from paitou.text.readers.package import Package, open_package
from paitou.text.readers.parts import Grid, GridCell, Paragraph, Part
from paitou.text.readers.secrecy import refuse_secrets
from paitou.text.readers.styles import Style, read_styles, with_properties
from paitou.text.readers.wordml import Node, W, integer, is_on, local, value
from paitou.text.reading import Reading

_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}
_UNREAD = {  # what is deleted, said about the text, or printed elsewhere
    *("del", "moveFrom", "delText", "instrText", "delInstrText"),
    *("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tcPr", "trPr", "rt"),
    *("footnoteReference", "endnoteReference", "annotationRef"),
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0x25: "%"}
_OFFICE_RELATION = "/officeDocument"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"


def read_docx(data: bytes) -> Reading:
    """Return the reading of a .docx file; a place is a paragraph, counted as they stand.

    Blank paragraphs count, those inside tables and text boxes do not: what stands there
    belongs to the paragraph before the table, or to the one that the box hangs on.
    """
    package = open_package(data)
    for name in package.names():
        if name.startswith("word/header"):
            refuse_secrets(_bare_text(package.xml(name)))
    root = package.xml(_main_part(package))
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise UnreadableFile(
            "里面没有正文，不是完整的 Word 文档，请用 Word 或 WPS 另存为 .docx"
        )
    walk = _Walk(
        styles=read_styles(package.xml("word/styles.xml")),
        numbering=read_numbering(package.xml("word/numbering.xml")),
    )
    parts = [*walk.blocks(body), *walk.rest()]
    title = walk.title or _property_title(package)
    return compose(
        parts, Reading(text="", format="docx", place_kind="paragraph", title=title)
    )


def _main_part(package: Package) -> str:
    relations = package.xml("_rels/.rels")
    for relation in () if relations is None else relations:
        if str(relation.get("Type", "")).endswith(_OFFICE_RELATION):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _property_title(package: Package) -> str | None:
    core = package.xml("docProps/core.xml")
    title = None if core is None else core.findtext(_DUBLIN + "title")
    return title.strip() or None if title else None


def _bare_text(root: Node | None) -> str:
    if root is None:
        return ""
    paragraphs = ("".join(node.itertext(W + "t")) for node in root.iter(W + "p"))
    return "\n".join(paragraphs)


@define
class _Walk:
    """One pass through the body: lists count on, deleted marks join paragraphs."""

    styles: dict[str, Style]
    numbering: Numbering
    title: str | None = None
    _place: int = 0
    _inside: int = 0
    _carried: list[str] = Factory(list)

    def blocks(self, parent: Node) -> Iterator[Part]:
        """Yield the paragraphs and tables below the node, in order."""
        for node in parent:
            name = local(node)
            if name == "p":
                yield from self._paragraph(node)
            elif name == "tbl":
                yield self._table(node)
            elif name in _WRAPPERS:
                yield from self.blocks(node)
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(node))

    def rest(self) -> Iterator[Part]:
        """Yield what a deleted mark carried beyond the last paragraph."""
        if self._carried:
            yield Paragraph(text="".join(self._carried), place=self._place)

    def _paragraph(self, node: Node) -> Iterator[Part]:
        if not self._inside:
            self._place += 1
        pieces: list[str] = []
        boxes: list[Node] = []
        _inline(node, pieces, boxes)
        properties = node.find(W + "pPr")
        style = self.styles.get(value(_find(properties, "pStyle")), Style())
        style = with_properties(style, properties)
        if is_deleted := _find(_find(properties, "rPr"), "del") is not None:
            self._carried += pieces
        else:
            yield self._finished("".join(self._carried + pieces).strip(), style)
            self._carried = []
        if is_deleted and not pieces:
            return
        self._inside += 1
        for box in boxes:
            yield from self.blocks(box)
        self._inside -= 1

    def _finished(self, words: str, style: Style) -> Paragraph:
        label = (
            self.numbering.label(style.list_id, style.list_level) if style.list_id else ""
        )
        if words and not words.startswith(label.strip() or "\0"):
            words = label + words
        if words and style.is_title and self.title is None:
            self.title = words
        return Paragraph(text=words, level=style.level, place=self._place)

    def _table(self, node: Node) -> Grid:
        self._inside += 1
        rows = [self._row(row) for row in _children(node, "tr") if not _is_deleted(row)]
        self._inside -= 1
        return merged(rows)

    def _row(self, row: Node) -> list[tuple[GridCell, str]]:
        properties = row.find(W + "trPr")
        is_head = is_on(properties, "tblHeader")
        before = integer(value(_find(properties, "gridBefore")))
        cells = [(GridCell(columns=before, is_head=is_head), "")] if before > 0 else []
        return cells + [self._cell(cell, is_head) for cell in _children(row, "tc")]

    def _cell(self, node: Node, is_head: bool) -> tuple[GridCell, str]:
        properties = node.find(W + "tcPr")
        merge = _find(properties, "vMerge")
        cell = GridCell(
            parts=tuple(self.blocks(node)),
            columns=max(1, integer(value(_find(properties, "gridSpan")), 1)),
            is_head=is_head,
        )
        return cell, "" if merge is None else value(merge) or "continue"


def _inline(parent: Node, pieces: list[str], boxes: list[Node]) -> None:
    """Gather the words below the node, and the text boxes that hang there."""
    for node in parent:
        name = local(node)
        if name in ("t", "sym") or name in _SIGNS:
            pieces.append(_word(node, name))
        elif name == "txbxContent":
            boxes.append(node)
        elif name == "AlternateContent":
            _inline(_chosen(node), pieces, boxes)
        elif name and name not in _UNREAD and not _is_hidden(node, name):
            _inline(node, pieces, boxes)


def _word(node: Node, name: str) -> str:
    if name == "t":
        return node.text or ""
    return _symbol(node) if name == "sym" else _SIGNS[name]


def _symbol(node: Node) -> str:
    """Signs of the Symbol font hide comparators; those of other fonts are ornaments."""
    try:
        code = int(value(node, "char"), 16) & 0xFF
    except ValueError:
        return ""
    return _SYMBOLS.get(code, "•") if value(node, "font") == "Symbol" else "•"


def _is_hidden(node: Node, name: str) -> bool:
    return name == "r" and is_on(node.find(W + "rPr"), "vanish")


def _is_deleted(row: Node) -> bool:
    return _find(row.find(W + "trPr"), "del") is not None


def _chosen(node: Node) -> Node:
    """Return the first of the alternatives: the others say the same for older programs."""
    for child in node:
        if local(child) == "Choice":
            return child
    return node[-1] if len(node) else node


def _children(parent: Node, name: str) -> Iterator[Node]:
    for node in parent:
        if local(node) == name:
            yield node
        elif local(node) in _WRAPPERS:
            yield from _children(node, name)


def _find(node: Node | None, name: str) -> Node | None:
    return None if node is None else node.find(W + name)
