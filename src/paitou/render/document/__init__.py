"""Official documents: their parts as values, written as Word files to GB/T 9704—2012."""

from paitou.render.document.content import (
    Align,
    Annex,
    Block,
    Column,
    Document,
    Heading,
    Imprint,
    Masthead,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Signature,
    Table,
)
from paitou.render.document.pdf import pdf_bytes, write_paper
from paitou.render.document.title_lines import title_lines
from paitou.render.document.writing import document_bytes, write_document

__all__ = [
    "Align",
    "Annex",
    "Block",
    "Column",
    "Document",
    "Heading",
    "Imprint",
    "Masthead",
    "Note",
    "PageBreak",
    "Paragraph",
    "Picture",
    "Row",
    "Signature",
    "Table",
    "document_bytes",
    "pdf_bytes",
    "title_lines",
    "write_document",
    "write_paper",
]
